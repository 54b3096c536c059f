"""Relations: a digit picks the kind, another the other end among the nearest, or a click does.

The candidates are numbered in the text. What attributes a kind of relation has are asked for next.
"""

from dataclasses import replace

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.changes import Changes
from workbench.operations import accepting, annotating
from workbench.ui.annotate.choosing import asking, keys
from workbench.ui.annotate.hand import Hand
from workbench.ui.language import translate


class RelationActs:
    """Draws relations from the annotation in hand."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._source: Annotation | None = None
        self._target = ""  # the other end, where a drag gave it before its kind
        self._drawn: Relation | None = None
        hand.on_answer("relation", self._pick_kind)
        hand.on_answer("end", self._pick_end)
        hand.on_answer("relation_attribute", self._set_attribute)
        hand.question_changed.connect(self._on_question_changed)
        hand.pane.mark_clicked.connect(self._on_mark_clicked)
        hand.pane.relation_dragged.connect(self._on_dragged)
        hand.workspace.inspector.unrelate_wanted.connect(self._unrelate)

    def relation(self) -> None:
        """Draw a relation from the annotation in hand: first its kind."""
        annotation = self._hand.annotation()
        if annotation is None:
            return
        here = (annotation.layer, annotation.label)
        kinds = [
            kind
            for kind in self._hand.scheme.relations
            if any(end.takes(*here) for end in kind.sources)
        ]
        self._target = ""
        if not kinds:
            self._hand.hint.emit(translate("RelationActs", "No relation can begin at this label."))
        else:
            self._hand.wait_for(keys.for_relation(kinds, translate("RelationActs", "Relation")))

    def _on_dragged(self, source: str, target: str) -> None:
        """Draw the one relation that can join two marks; ask for the kind where there are more."""
        self._hand.pane.focus_mark(source)
        begins, ends = self._hand.annotation(), self._hand.workspace.mark(target)
        if begins is None or ends is None:
            return
        places = (begins.layer, begins.label), (ends.layer, ends.label)
        kinds = [kind for kind in self._hand.scheme.relations if kind.joins(*places)]
        self._source, self._target = begins, target
        question = keys.for_relation(kinds, translate("RelationActs", "Relation"))
        self._hand.wait_for(question if kinds else keys.IDLE)
        if len(kinds) == 1:
            self._pick_kind(question, question.choices[0])
        elif not kinds:
            self._hand.hint.emit(
                translate("RelationActs", "No relation can lead from one to the other.")
            )

    def _pick_kind(self, question: keys.Question, choice: keys.Choice) -> None:
        kind = self._hand.scheme.relation(choice.value)
        if kind is None:
            return
        if self._target:
            target, self._target = self._target, ""
            self._pick_end(replace(question, about=kind.id), keys.Choice("", target, ""))
            return
        asking.ask_end(self._hand, kind)
        if not self._hand.question:
            self._hand.hint.emit(
                translate("RelationActs", "Nothing is marked that this relation could lead to.")
            )

    def _pick_end(self, question: keys.Question, choice: keys.Choice) -> None:
        source = self._source
        if source is None:
            return
        changes = self._draw(question.about, source, choice.value)
        self._hand.pane.focus_mark(source.id)
        self._hand.wait_for(question.following())
        if changes:
            self._ask_of(question.about, changes)

    def _draw(self, type: str, source: Annotation, target: str) -> Changes | None:
        """Draw a relation to an annotation, or to a ghost, which is accepted by that."""
        ghost, session = self._hand.workspace.ghost(target), self._hand.session
        if ghost is None:
            return session.do(annotating.relate, type=type, source=source.id, target=target)
        return session.do(accepting.accept_as_end, type=type, source=source.id, suggestion=ghost)

    def _ask_of(self, type: str, changes: Changes) -> None:
        """Ask for the attributes of the relation just drawn."""
        kind, source = self._hand.scheme.relation(type), self._source
        if kind is None or source is None:
            return
        new = changes.ids("relation")
        drawn = [relation for relation in self._hand.relations(source) if relation.id in new]
        self._drawn = drawn[0] if drawn else None
        self._hand.wait_for(keys.in_turn(keys.for_relation_attributes(kind)))

    def _set_attribute(self, question: keys.Question, choice: keys.Choice) -> None:
        if self._drawn is not None:
            self._hand.session.do(
                annotating.set_relation_attribute,
                relation=self._drawn,
                attribute=question.about,
                value=choice.value,
            )
        asking.ask_next(self._hand)

    def _unrelate(self, relation: Relation) -> None:
        self._hand.session.do(annotating.unrelate, relation=relation)

    def _on_question_changed(self) -> None:
        """Number the candidates in the text while one is asked for.

        Where the relation begins is kept: a click on the other end takes that in hand.
        """
        question = self._hand.question
        asked = question.mode == "end"
        if asked:
            self._source = self._hand.annotation() or self._source
        reach = question.in_reach() if asked else ()
        self._hand.pane.set_numbers({choice.value: choice.key for choice in reach})

    def _on_mark_clicked(self, id: str) -> None:
        """A click on a candidate picks it; a click on anything else lets go."""
        question = self._hand.question
        if question.mode != "end":
            return
        if self._can_end_at(question.about, id):
            self._pick_end(question, keys.Choice("", id, ""))
        else:
            self._hand.let_go()

    def _can_end_at(self, type: str, id: str) -> bool:
        """Whether a relation of that type can lead from where it begins to a mark."""
        kind, source = self._hand.scheme.relation(type), self._source
        mark = self._hand.workspace.mark(id)
        if kind is None or source is None or mark is None or mark.id == source.id:
            return False
        return asking.leads(kind, source, mark)
