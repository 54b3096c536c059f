"""What is asked once an annotation has its label: attributes by digits, then a relation's end.

The questions follow one another by themselves, so that a claim with attribution, stance and source
costs five keys. Whoever does something else instead has let go, and *done* will list what is
missing.
"""

from workbench.domain.annotation import Annotation
from workbench.domain.completeness import missing, needed_relation, prefilled
from workbench.domain.nearness import nearest
from workbench.domain.scheme import RelationType
from workbench.domain.suggestion import Suggestion
from workbench.ui.annotate.choosing import keys
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.workspace import Workspace

AROUND = 5_000  # characters, in which the other end of a relation is looked for first
ENOUGH = 27  # marks to choose from, three times what digits stand for at once


def ask_for_the_rest(hand: Hand) -> None:
    """Ask for the required attributes that the annotation in hand lacks, then for an end."""
    annotation = hand.annotation()
    if annotation is None:
        return
    lacking = {x.what for x in missing(hand.scheme, annotation, ()) if x.kind == "attribute"}
    questions = [q for q in attribute_questions(hand, annotation) if q.about in lacking]
    _ask(hand, keys.in_turn(questions))


def ask_attributes(hand: Hand) -> None:
    """Ask for all attributes of the annotation in hand that digits can set."""
    annotation = hand.annotation()
    if annotation is not None:
        _ask(hand, keys.in_turn(attribute_questions(hand, annotation)))


def ask_next(hand: Hand) -> None:
    """Go on to the question behind the one in hand, answered or not."""
    mode, following = hand.question.mode, hand.question.following()
    if mode == "attribute":
        _ask(hand, following)
    else:
        hand.wait_for(following)


def ask_end(hand: Hand, kind: RelationType) -> None:
    """Ask which annotation a relation of the annotation in hand leads to."""
    annotation = hand.annotation()
    if annotation is not None:
        found = candidates(hand.workspace, kind, annotation)
        hand.wait_for(keys.for_end(kind, found) if found else keys.IDLE)


def candidates(
    workspace: Workspace, kind: RelationType, annotation: Annotation
) -> list[Annotation | Suggestion]:
    """What a relation of a kind can lead to, ghosts as well, the likeliest first.

    Looked at is what is around, and what is farther away where that is little: a long text has
    thousands, of which nobody goes through all.
    """
    width, whole = AROUND, len(workspace.pane.text())
    while len(found := _able(workspace, kind, annotation, width)) < ENOUGH and width < whole:
        width *= 4
    return nearest(found, annotation.span, workspace.sentences())


def _able(
    workspace: Workspace, kind: RelationType, annotation: Annotation, width: int
) -> list[Annotation | Suggestion]:
    """What a relation can lead to of what begins in so many characters around."""
    return [
        other
        for other in workspace.marks_around(annotation.span, width)
        if other.id != annotation.id and leads(kind, annotation, other)
    ]


def leads(kind: RelationType, source: Annotation, target: Annotation | Suggestion) -> bool:
    """Whether a relation of a kind may lead from an annotation to a mark."""
    return kind.joins((source.layer, source.label), (target.layer, target.label))


def attribute_questions(hand: Hand, annotation: Annotation) -> list[keys.Question]:
    """A question for each attribute with a list of values; folded ones only where they are set."""
    attributes = hand.scheme.layer(annotation.layer).attributes_of(annotation.label)
    in_sight = [a for a in attributes if not a.folded or a.id in annotation.attributes]
    offered = prefilled(in_sight, annotation, hand.sourced())
    return keys.for_attributes(in_sight, annotation.attributes, offered)


def _ask(hand: Hand, question: keys.Question) -> None:
    """Ask about attributes, or where there is nothing to ask, for the end that is still needed."""
    if question:
        hand.wait_for(question)
    else:
        _ask_needed_end(hand)


def _ask_needed_end(hand: Hand) -> None:
    hand.let_go()
    annotation = hand.annotation()
    if annotation is None:
        return
    kind = hand.scheme.relation(needed_relation(annotation))
    if kind is not None and not any(r.type == kind.id for r in hand.relations(annotation)):
        ask_end(hand, kind)
