"""Many suggestions at once: looked at before, taken as one act, and never against the person."""

import pytest

from tests.clock import processor_seconds
from tests.operations.conftest import news_scheme, place, propose, refused
from tests.operations.test_accepting import CLAIM, assign, quotes, relations, state
from tests.store.conftest import add_article, add_person
from workbench.domain.annotator import Annotator
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.operations import accepting, assigning, statuses, undoing
from workbench.operations.accepting_many import (
    MOST,
    Accepted,
    Offer,
    Offers,
    Wanted,
    accept_above,
    accept_offers,
    offers,
)
from workbench.operations.progress import finish
from workbench.store import annotations, suggestions
from workbench.store.project import Project

ENTITIES = Wanted("entity", "mention")


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


def mayor(project: Project, article: str, score: float = 0.9) -> Suggestion:
    return propose(project, article, "The mayor", "entity", "mention", score=score)


def claim_of(project: Project, article: str, source: Suggestion) -> Suggestion:
    return propose(project, article, CLAIM, "claim", "factual", relations={"source": source.id})


def look(project: Project, who: Annotator, wanted: Wanted) -> list[Offer]:
    return finish(offers(project, annotator=who, wanted=wanted)).found


def looked(project: Project, who: Annotator, wanted: Wanted) -> list[str]:
    """The words of what would be taken."""
    return [offer.suggestion.quote for offer in look(project, who, wanted)]


def take(project: Project, who: Annotator, wanted: Wanted = Wanted()) -> Accepted:  # noqa: B008
    """Take all of it, which must be what a look at it shows."""
    shown = {offer.suggestion.id for offer in look(project, who, wanted)}
    report = finish(accept_above(project, annotator=who, wanted=wanted))
    assert report.accepted == len(shown)
    assert {state(project, s, who) for s in suggestions.by_ids(project, shown)} <= {"accepted"}
    return report


def test_all_above_a_score_are_taken_over_all_articles_as_one_act(
    project: Project, article: str, ann: Annotator
) -> None:
    other = add_article(project, "Another harbour closed.\n\nThe mayor said: yes.\n")
    for where, words, score in (
        (article, "The mayor", 0.9),
        (article, "Harbour", 0.5),
        (article, "Nobody", 0.49),
    ):
        propose(project, where, words, "entity", "mention", score=score)
    propose(project, article, CLAIM, "claim", "factual", score=1.0)
    with project.transaction("suggest", person="", kind="record") as transaction:
        (span,) = [place("Harbour")]
        twin = Suggestion(
            new_id(), other, "entity", "place", (span,), "Another", "news-en", "1", 0.8
        )
        suggestions.insert_many(transaction, [twin])
    report = take(project, ann, Wanted("entity", least=0.5))
    assert (report.accepted, report.along, report.articles) == (3, 0, 2)
    assert quotes(project, article, ann) == ["Harbour", "The mayor"]
    assert quotes(project, other, ann) == ["Another"]
    undoing.undo(project, annotator=ann)
    assert quotes(project, article, ann) == quotes(project, other, ann) == []
    assert undoing.next_undo(project, ann) is None


def test_only_one_label_is_taken_and_only_in_one_article(
    project: Project, article: str, ann: Annotator
) -> None:
    other = add_article(project, "The mayor said: yes.\n\nThe mayor said: no, to the harbour.\n")
    mayor(project, article)
    propose(project, article, "Harbour", "entity", "place")
    with project.transaction("suggest", person="", kind="record") as transaction:
        far = Suggestion(
            new_id(), other, "entity", "mention", (Span(0, 9),), "The mayor", "news-en", "1", 0.9
        )
        suggestions.insert_many(transaction, [far])
    assert looked(project, ann, ENTITIES) == ["The mayor", "The mayor"]
    here = Wanted("entity", "mention", article=article)
    assert take(project, ann, here).accepted == 1
    assert (quotes(project, article, ann), quotes(project, other, ann)) == (["The mayor"], [])


def test_a_look_shows_the_words_in_context_the_title_and_what_comes_along(
    project: Project, article: str, ann: Annotator
) -> None:
    source = mayor(project, article, score=0.1)
    claim = claim_of(project, article, source)
    (offer,) = look(project, ann, Wanted("claim", least=0.5))
    assert (offer.suggestion, offer.title, offer.along) == (claim, "t", (source,))
    assert (offer.context.match, offer.context.left[-2:]) == (CLAIM, " “")
    report = take(project, ann, Wanted("claim", least=0.5))
    assert (report.accepted, report.along) == (1, 1)
    assert relations(project, article) == [("source", CLAIM, "The mayor")]
    undoing.undo(project, annotator=ann)
    assert (quotes(project, article, ann), state(project, source, ann)) == ([], "open")


def test_what_does_not_come_along_is_not_shown_to_come(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    source = mayor(project, article)
    claim_of(project, article, source)
    accepting.reject(project, annotator=ann, suggestion=source)
    assign(project, bo, article, "entity", "off")
    for who in (ann, bo):
        (offer,) = look(project, who, Wanted("claim"))
        assert offer.along == ()
        take(project, who, Wanted("claim"))
        assert quotes(project, article, who) == [CLAIM]


def test_of_what_is_offered_only_what_was_chosen_is_taken(
    project: Project, article: str, ann: Annotator
) -> None:
    for words in ("The mayor", "Harbour", "Nobody"):
        propose(project, article, words, "entity", "mention")
    shown = look(project, ann, ENTITIES)
    chosen = [offer for offer in shown if offer.suggestion.quote != "The mayor"]
    verb = accept_offers(project, annotator=ann, wanted=ENTITIES, chosen=chosen)
    assert finish(verb).accepted == 2
    assert quotes(project, article, ann) == ["Harbour", "Nobody"]


def test_what_was_decided_since_the_look_stays_decided(
    project: Project, article: str, ann: Annotator
) -> None:
    down, unaided = mayor(project, article), claim_of(project, article, mayor(project, article))
    shown = look(project, ann, Wanted())
    accepting.reject(project, annotator=ann, suggestion=down)
    assign(project, ann, article, "claim", "off")
    verb = accept_offers(project, annotator=ann, wanted=Wanted(), chosen=shown)
    finish(verb)
    assert (state(project, down, ann), state(project, unaided, ann)) == ("rejected", "open")
    assert CLAIM not in quotes(project, article, ann)


def test_only_what_is_open_for_the_person_is_taken(
    project: Project, article: str, ann: Annotator
) -> None:
    bo = add_person(project, "bo")
    source, cue = mayor(project, article), propose(project, article, "said", "claim", "cue")
    claim = claim_of(project, article, source)
    accepting.reject(project, annotator=ann, suggestion=cue)
    accepting.reject(project, annotator=bo, suggestion=claim)
    assert take(project, ann).accepted == 2
    assert quotes(project, article, ann) == ["The mayor", CLAIM]
    assert relations(project, article) == [("source", CLAIM, "The mayor")]
    assert take(project, ann).accepted == 0


def test_nothing_is_offered_in_a_layer_without_help(
    project: Project, article: str, ann: Annotator
) -> None:
    mayor(project, article)
    assign(project, ann, article, "entity", "off")
    assert looked(project, ann, Wanted(article=article)) == []
    assert take(project, ann).accepted == 0


def test_a_finished_layer_is_passed_over_unless_its_article_is_named(
    project: Project, article: str, ann: Annotator
) -> None:
    claim_of(project, article, mayor(project, article))
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    assert looked(project, ann, Wanted()) == [CLAIM]
    statuses.skip(project, annotator=ann, article=article, layers=["claim"], reason="too long")
    assert looked(project, ann, Wanted()) == []
    assert looked(project, ann, Wanted(article=article)) == ["The mayor", CLAIM]


def test_where_articles_were_given_to_people_only_those_given_are_offered(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mine = [article, add_article(project, "The mayor said: The harbour is open now.\n\nNobody.\n")]
    for where in mine:
        with project.transaction("suggest", person="", kind="record") as transaction:
            span = Span(0, 3)
            suggestions.insert_many(
                transaction,
                [Suggestion(new_id(), where, "entity", "place", (span,), "…", "news-en", "1", 0.5)],
            )
    assert len(look(project, ann, Wanted())) == 2
    wish = assigning.Wish([ann, bo], 1, layer="entity", seed=3)
    assigning.assign(project, annotator=ann, wish=wish)
    for_ann, for_bo = look(project, ann, Wanted()), look(project, bo, Wanted())
    assert len(for_ann) == len(for_bo) == 1
    assert for_ann[0].suggestion.article != for_bo[0].suggestion.article


def test_a_layer_or_a_label_that_the_scheme_has_not_is_refused(
    project: Project, ann: Annotator
) -> None:
    with refused("domain.unknown_layer"):
        look(project, ann, Wanted("weather"))
    with refused("domain.unknown_label"):
        look(project, ann, Wanted("entity", "robot"))


def test_what_is_stopped_half_way_is_one_act_with_what_was_taken_until_then(
    project: Project, ann: Annotator
) -> None:
    many = [add_article(project, f"The mayor of place {number} said yes.\n") for number in range(3)]
    made = [
        Suggestion(new_id(), at, "entity", "mention", (Span(0, 9),), "The mayor", "x", "1", 0.9)
        for at in many
    ]
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, made)
    verb = accept_offers(
        project, annotator=ann, wanted=ENTITIES, chosen=look(project, ann, ENTITIES)
    )
    assert [next(verb).done, next(verb).done] == [1, 2]
    verb.close()
    assert len(annotations.of_articles(project, many)) == 2
    undoing.undo(project, annotator=ann)
    assert annotations.of_articles(project, many) == []
    assert undoing.next_undo(project, ann) is None
    undoing.redo(project, annotator=ann)
    assert len(annotations.of_articles(project, many)) == 2


# --- ten thousand


def crowd(project: Project, number: int) -> str:
    """An article in which as many claims are suggested, each with a source of its own."""
    text = "aaaa bbbb cccc.\n" * number
    article = add_article(project, text)
    new: list[Suggestion] = []
    drawn: list[SuggestionRelation] = []
    for at in range(0, 16 * number, 16):
        source, claim = (
            Suggestion(new_id(), article, layer, label, (span,), span.of(text), "news-en", "1", 0.9)
            for layer, label, span in (
                ("entity", "mention", Span(at, at + 4)),
                ("claim", "factual", Span(at + 5, at + 14)),
            )
        )
        new += (source, claim)
        drawn.append(SuggestionRelation(new_id(), claim.id, "source", source.id))
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, new, drawn)
    return article


def test_the_cost_of_a_look_and_of_taking_grows_no_faster_than_their_number(
    project: Project, ann: Annotator
) -> None:
    few, many = crowd(project, 1_000), crowd(project, 10_000)

    def seconds(article: str) -> tuple[float, float]:
        wanted = Wanted("claim", article=article)
        found: list[Offers] = []
        looking = processor_seconds(
            lambda: found.append(finish(offers(project, annotator=ann, wanted=wanted))), runs=1
        )
        chosen = found[0].found
        verb = accept_offers(project, annotator=ann, wanted=wanted, chosen=chosen)
        taking = processor_seconds(lambda: finish(verb), runs=1)
        assert len(annotations.of_article(project, article)) == 2 * len(chosen)
        assert len(annotations.relations_of_article(project, article)) == len(chosen)
        return looking, taking

    before, after = seconds(few), seconds(many)
    assert [late < 25 * early for early, late in zip(before, after, strict=True)] == [True, True]
    undoing.undo(project, annotator=ann)
    assert annotations.of_article(project, many) == []


def test_a_list_holds_no_more_than_it_says_and_says_that_it_is_cut(
    project: Project, ann: Annotator
) -> None:
    crowd(project, MOST + 1)
    found = finish(offers(project, annotator=ann, wanted=Wanted("claim")))
    assert (len(found.found), found.cut) == (MOST, True)
