"""A model taught by invented articles, whose people mark what no rule would."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.domain.article import ArticleText
from workbench.domain.errors import UserError
from workbench.domain.learning import Course, Hint, Kind, Labelled, Lesson, Trial
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.domain.suggestion import Draft, DraftRelation
from workbench.suggest.personal import network, suggester, teaching
from workbench.suggest.personal.evidence import Evidence
from workbench.suggest.personal.filling import drafts_of, proposals
from workbench.suggest.personal.network import Network, learn

BOATS = ("ferry", "barge", "trawler", "dinghy", "tanker", "schooner")


def lesson(number: int) -> Lesson:
    """An article in which somebody marks boats, and nothing else."""
    boat, other = BOATS[number % 6], BOATS[(number + 2) % 6]
    text = (
        f"Harbour news {number}\n\nThe {boat} left the quay at noon with the mayor on board. "
        f"Nobody saw the {other} come in, said a woman in the café by the old gate.\n"
    )
    marked = tuple(
        (text.index(word), text.index(word) + len(word), "boat") for word in (boat, other)
    )
    return Lesson(ArticleText(f"a{number}", text, structure_of(text)), marked)


LESSONS = tuple(lesson(number) for number in range(24))
NO_HINTS = tuple(Hint((), ()) for _ in LESSONS)
COURSE = Course("entity", LESSONS, NO_HINTS, {}, seed=1)


def taught(lessons: tuple[Lesson, ...] = LESSONS) -> Network:
    *_, model = learn(lessons, [()] * len(lessons), seed=1)
    assert isinstance(model, Network)
    return model


@pytest.fixture(scope="module")
def model() -> Network:
    return taught()


class Base:
    """The suggester underneath, which drafts the same place in every text."""

    name, model = "base", "1"

    def suggest(self, articles: object) -> Iterator[list[Draft]]:
        for _ in articles:  # type: ignore[attr-defined]
            yield [Draft("entity", "head", (Span(0, 7),), 0.7, reason="first word")]


def test_it_learns_what_its_person_marks(model: Network) -> None:
    unseen = "At dusk the trawler left the quay, and nobody saw the ferry come in.\n"
    found = {unseen[start:end] for start, end, label in model.find(unseen, ()) if label == "boat"}
    assert found == {"trawler", "ferry"}


def test_the_same_lessons_and_seed_teach_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        taught(LESSONS[:6]).save(tmp_path / name)
    files = [path for path in sorted((tmp_path / "one").rglob("model")) if path.is_file()]
    assert files
    for path in files:
        other = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == other.read_bytes()


def test_lessons_without_a_mark_teach_to_be_silent() -> None:
    silent = tuple(Lesson(each.article, ()) for each in LESSONS[:3])
    assert taught(silent).find(LESSONS[0].article.text, ()) == []


def test_it_hears_what_the_base_drafts() -> None:
    """Words that look alike are told apart by the drafts alone."""
    text = "Alpha beta gamma delta.\n"
    lessons, told = [], []
    for number in range(30):
        start, end = (0, 5) if number % 2 else (6, 10)
        article = ArticleText(str(number), text, structure_of(text))
        lessons.append(Lesson(article, ((start, end, "kept"),)))
        told.append([(start, end, "draft")])
    *_, model = learn(lessons, told, seed=1)
    assert isinstance(model, Network)
    assert model.find(text, [(0, 5, "draft")]) == [(0, 5, "kept")]
    assert model.find(text, [(6, 10, "draft")]) == [(6, 10, "kept")]


def test_a_trial_counts_what_was_right() -> None:
    held = [each.article.id for each in LESSONS[:4]]
    rest = [each.article.id for each in LESSONS[4:]]
    *shares, trial = teaching.taught_trial(COURSE, rest, held)
    assert isinstance(trial, Trial)
    assert shares == sorted(shares)  # type: ignore[type-var]
    assert trial.marked == 8
    assert trial.f1 > 0.8
    assert teaching.base_trial(COURSE, held) == Trial(0, 0, 8, {})


def draft(start: int, end: int, label: str = "factual", **more: object) -> Draft:
    return Draft("claim", label, (Span(start, end),), 0.6, **more)  # type: ignore[arg-type]


def test_the_models_borders_and_the_drafts_bundle_make_one_suggestion() -> None:
    source = Draft("entity", "person", (Span(30, 34),), 0.9)
    base = [
        draft(5, 20, attributes={"stance": "reported"}, relations=(DraftRelation("source", 1),))
    ]
    base.append(source)
    sure: dict[Kind, tuple[int, int]] = {("both", "opinion"): (9, 10)}
    evidence = Evidence(sure)
    chosen = proposals([(6, 18, "opinion")], base, "claim", evidence)
    claim, end = drafts_of(chosen, base, "claim", evidence)
    assert (claim.label, claim.fragments) == ("opinion", (Span(6, 18),))
    assert claim.attributes == {"stance": "reported"}
    assert claim.relations == (DraftRelation("source", 1),)
    assert end == source
    assert claim.score == pytest.approx(10 / 12)


def test_gaps_are_filled_but_not_by_a_kind_that_is_hardly_ever_taken() -> None:
    base = [draft(0, 4, "factual"), draft(10, 14, "prediction")]
    places: list[Labelled] = [(20, 24, "factual")]
    known: dict[Kind, tuple[int, int]] = {("base", "prediction"): (0, 6)}
    chosen = proposals(places, base, "claim", Evidence(known))
    assert [each.place for each in chosen] == [(0, 4, "factual"), (20, 24, "factual")]
    chosen = proposals(places, base, "claim", Evidence({("base", "prediction"): (0, 4)}))
    assert len(chosen) == 3


def saved(folder: Path) -> suggester.Personal:
    card = suggester.Card("ann · entity 1", "entity", {}, Evidence({}), {})
    for _ in teaching.teach(COURSE, card, str(folder)):
        pass
    return suggester.load(folder, Base())


def test_it_says_nothing_of_its_own_on_what_it_was_taught_on_or_nearly(tmp_path: Path) -> None:
    personal = saved(tmp_path / "1")
    seen = LESSONS[0].article
    copied = ArticleText("new", "Late edition\n" + seen.text, seen.structure)
    text = "In the evening the tanker passed the light and turned to the open sea again.\n"
    fresh = ArticleText("fresh", text, structure_of(text))
    labels = [{d.label for d in drafts} for drafts in personal.suggest([seen, copied, fresh])]
    assert labels == [{"head"}, {"head"}, {"head", "boat"}]


def test_a_damaged_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    saved(tmp_path / "1")
    with pytest.raises(UserError, match="cannot be read"):
        suggester.load(tmp_path / "2", Base())
    card = tmp_path / "1" / suggester.CARD
    whole = card.read_text(encoding="utf-8")
    card.write_text(json.dumps({"name": "x"}), encoding="utf-8")
    with pytest.raises(UserError, match="cannot be read"):
        suggester.load(tmp_path / "1", Base())
    card.write_text(whole, encoding="utf-8")
    files = [path for path in (tmp_path / "1").rglob("*") if path.is_file()]
    read = [path for path in files if path.name != "config.cfg"]  # ours is the one that counts
    assert len(read) > 5
    for path, share in itertools.product(read, (0, 0.5, 0.999)):
        held = path.read_bytes()
        path.write_bytes(held[: int(len(held) * share)])
        with pytest.raises(UserError, match="cannot be read"):
            suggester.load(tmp_path / "1", Base())
        path.write_bytes(held)


def test_nothing_is_written_as_a_pickle(tmp_path: Path) -> None:
    saved(tmp_path / "1")
    for path in (tmp_path / "1").rglob("*"):
        assert not path.is_file() or not path.read_bytes().startswith(b"\x80\x04"), path


def test_long_texts_are_cut_at_their_lines() -> None:
    assert [start for start, _ in network._lines("ab\n\ncd\n e")] == [0, 4, 7]
