"""What comes in is whole, once, and undone at once; what cannot come in is named by its line."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from tests.formats.corpora import full, write
from tests.operations.conftest import news_scheme
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator, Status
from workbench.domain.corpus import CorpusArticle
from workbench.domain.label_names import LabelNames
from workbench.domain.messages import MESSAGES
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.formats import jsonl
from workbench.operations import correcting, incoming, undoing
from workbench.operations.importing import ImportReport, import_paths
from workbench.operations.packing import Terms
from workbench.operations.progress import finish
from workbench.operations.workers import Worker
from workbench.store import annotations, articles, checking, corpus, people, schema
from workbench.store.project import Project
from workbench.store.schema import JOURNALLED

TEXT = "Ferry talks end\n\nIlse Varn said the “deal” 🚢 was dead.\n"
VARN = {"start": 17, "end": 26, "quote": "Ilse Varn"}
PERSON_GHOST: dict[str, object] = {"layer": "entity", "label": "person", **VARN}
PERSON: dict[str, object] = {"annotator": "ann", **PERSON_GHOST}


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """One process for all tests here, started before any of them begins."""
    worker = Worker()
    terms = Terms(LabelNames(news_scheme()), "ann", "done", "2026-01-01")
    assert list(worker.run("workbench.operations.incoming:read", [], "", terms)) == []
    yield worker
    worker.close()


class Intake:
    """Imports lines into a project, as a person."""

    def __init__(self, project: Project, who: Annotator, worker: Worker, folder: Path) -> None:
        self.project = project
        self._who = who
        self._worker = worker
        self._folder = folder

    def lines(
        self, *lines: object, name: str = "in.jsonl", whose: str = "", as_status: Status = "done"
    ) -> ImportReport:
        """Import a file of these lines."""
        path = self._folder / name
        path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
        return self.paths(path, whose=whose, as_status=as_status)

    def paths(
        self, *paths: Path, whose: str = "", as_status: Status = "done", format: str = ""
    ) -> ImportReport:
        verb = import_paths(
            self.project,
            paths,
            annotator=self._who,
            worker=self._worker,
            format=format,
            whose=whose,
            as_status=as_status,
        )
        return finish(verb)

    def articles(self) -> list[CorpusArticle]:
        """Everything that is in the project now, in the order it came."""
        ids = [article.id for article in articles.list_articles(self.project)]
        return list(corpus.read_corpus(self.project, ids))

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """Every row of the project but the journal's."""
        return {
            name: sorted(self.project.images(table), key=lambda row: str(row["id"]))
            for name, table in JOURNALLED.items()
        }


@pytest.fixture
def intake(project: Project, ann: Annotator, worker: Worker, tmp_path: Path) -> Intake:
    return Intake(project, ann, worker, tmp_path)


def line(*marks: object, text: str = TEXT, **said: object) -> dict[str, object]:
    """A line of a file with these annotations."""
    return {"text": text, "annotations": list(marks), **said}


def other(number: int, *marks: object, **said: object) -> dict[str, object]:
    """A line with a text of its own, in which the same words stand at the same place."""
    return line(*marks, text=f"{TEXT}{number}", **said)


def the_refusal(report: ImportReport, where: str) -> str:
    """The key of the one thing refused, which stands there, and whose sentence is whole."""
    (refusal,) = report.refused
    assert refusal.path == where
    assert MESSAGES[refusal.key].format(**dict(refusal.values))
    return refusal.key


def untimed(annotation: Annotation) -> Annotation:
    """An annotation without the times that an import fills in, where its file has none."""
    return replace(annotation, created="", modified="", scheme_version=0)


# --- whole, and once


def test_everything_that_was_said_of_an_article_comes_in(intake: Intake, tmp_path: Path) -> None:
    path = tmp_path / "full.jsonl"
    write(jsonl.writer, [full()], path)
    report = intake.paths(path)
    assert (report.articles, report.annotations, report.refused) == (1, 5, [])
    (found,) = intake.articles()
    wanted = full()
    assert found.article == wanted.article
    assert (found.text, found.structure) == (wanted.text, wanted.structure)
    assert found.appearances == wanted.appearances
    assert [untimed(a) for a in found.annotations] == [
        untimed(a) for a in sorted(wanted.annotations, key=lambda a: (a.span, a.id))
    ]
    assert found.relations == wanted.relations
    assert sorted(found.labels, key=lambda label: label.id) == list(wanted.labels)
    assert sorted(found.suggestions, key=lambda s: s.id) == list(wanted.suggestions)
    assert found.suggestion_relations == wanted.suggestion_relations
    assert found.gold == wanted.gold
    assert (found.gold_relations, found.rulings) == (wanted.gold_relations, wanted.rulings)
    assert set(found.assignments or ()) == set(wanted.assignments or ())
    assert checking.check(intake.project) == []


def test_importing_twice_changes_nothing(intake: Intake, tmp_path: Path) -> None:
    path = tmp_path / "full.jsonl"
    write(jsonl.writer, [full()], path)
    lines = [line(PERSON, text=f"{TEXT}{n}", meta={"source": "Gull"}) for n in range(60)]
    for _ in range(2):
        report = intake.paths(path)
        again = intake.lines(*lines, other(61), whose="bo")
        tables = intake.tables()
    assert (report.articles, report.known, report.annotations) == (0, 1, 0)
    assert (again.articles, again.known, again.annotations) == (0, 61, 0)
    with intake.project.reading() as connection:
        before = connection.execute(select(schema.journal.c.seq)).all()
    intake.paths(path)
    intake.lines(*lines, other(61), whose="bo")
    assert intake.tables() == tables
    with intake.project.reading() as connection:
        assert connection.execute(select(schema.journal.c.seq)).all() == before


def test_the_same_text_is_one_article_with_all_that_is_said_of_it(intake: Intake) -> None:
    first = line(PERSON, title="A", meta={"source": "Gull"})
    claim = {"annotator": "bo", "layer": "claim", "label": "factual", "start": 18, "end": 31}
    moved = {**PERSON, "start": 18, "end": 27}
    second = line(moved, claim, title="B", meta={"source": "Post"}, text=f"\ufeff{TEXT}")
    report = intake.lines(first, second, first)
    assert (report.articles, report.known, report.annotations) == (1, 2, 2)
    (article,) = intake.articles()
    assert [a.source for a in article.appearances] == ["Gull", "Post"]
    assert [(a.annotator, a.quote) for a in article.annotations] == [
        ("ann", "Ilse Varn"),
        ("bo", "Ilse Varn sai"),
    ]


def test_a_label_that_takes_several_values_has_them_also_where_a_file_says_one(
    intake: Intake, project: Project
) -> None:
    said = [{"annotator": "ann", "name": "frames", "value": "policy"}]
    assert intake.lines(line(article_labels=said)).refused == []
    (article,) = corpus.read_corpus(project, [a.id for a in articles.list_articles(project)])
    assert [label.value for label in article.labels] == [("policy",)]


def test_without_ids_the_same_words_and_label_are_the_same_annotation(intake: Intake) -> None:
    report = intake.lines(line(PERSON, PERSON))
    assert report.annotations == 1
    assert intake.lines(line({**PERSON, "label": "organization"}, PERSON)).annotations == 1


def test_a_relation_follows_its_end_to_the_annotation_that_is_there(intake: Intake) -> None:
    intake.lines(line({**PERSON, "id": "here"}))
    claim = {"id": "c", **PERSON, "layer": "claim", "label": "factual"}
    relation = {"annotator": "ann", "type": "source", "from": "c", "to": "there"}
    intake.lines(line({**PERSON, "id": "there"}, claim, relations=[relation]))
    (article,) = intake.articles()
    assert [(r.source, r.target) for r in article.relations] == [("c", "here")]
    intake.lines(line({**PERSON, "id": "there"}, claim, relations=[relation]))
    assert len(intake.articles()[0].relations) == 1


def test_decisions_and_relations_of_gold_join_an_article_that_is_there_once(
    intake: Intake,
) -> None:
    intake.lines(line(PERSON))
    gold = [
        {"id": "g", "layer": "claim", "label": "factual", **VARN},
        {"id": "h", "layer": "entity", "label": "person", **VARN},
    ]
    settled = line(
        gold=gold,
        gold_relations=[{"type": "source", "from": "g", "to": "h"}],
        rulings=[{"layer": "claim", **VARN, "decision": {"change": "nothing", "reason": "no"}}],
    )
    for _ in range(2):
        intake.lines(settled)
        (article,) = intake.articles()
        assert [(r.type, r.source, r.target) for r in article.gold_relations] == [
            ("source", "g", "h")
        ]
        assert [(r.layer, r.decision.reason) for r in article.rulings] == [("claim", "no")]
    assert checking.check(intake.project) == []


def test_work_without_a_name_is_that_of_the_one_who_is_named(intake: Intake) -> None:
    nameless = {k: v for k, v in PERSON.items() if k != "annotator"}
    intake.lines(line(nameless), whose=" cy ")
    (article,) = intake.articles()
    assert [a.annotator for a in article.annotations] == ["cy"]


def test_an_emoji_and_a_mark_of_byte_order_shift_nothing(intake: Intake) -> None:
    start = TEXT.index("dead") + 1
    mark = {"layer": "entity", "label": "person", "start": start, "end": start + 4}
    intake.lines(line({**mark, "quote": "dead"}, text=f"\ufeff{TEXT}"))
    (article,) = intake.articles()
    (found,) = article.annotations
    assert (found.fragments, found.quote) == ((Span(start - 1, start + 3),), "dead")


def test_plain_files_and_corpora_in_one_folder_come_in_together(
    intake: Intake, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("A plain article\n\nabout a ferry.\n", encoding="utf-8")
    (folder / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "c.jsonl").write_text(json.dumps(line(PERSON)), encoding="utf-8")
    report = intake.paths(folder)
    assert (report.articles, report.annotations) == (2, 1)
    assert [Path(refusal.path).name for refusal in report.refused] == ["b.pdf"]


# --- how layers stand


def standing(project: Project) -> dict[tuple[str, str, str], str]:
    """The status of every article-layer: by title, annotator's name and layer."""
    names = {person.id: person.name for person in people.annotators(project)}
    titles = {article.id: article.title for article in articles.list_articles(project)}
    return {
        (titles[a.article], names[a.annotator], a.layer): a.status
        for a in people.assignments(project)
    }


def test_a_layer_that_a_file_covers_is_done_in_all_its_articles(intake: Intake) -> None:
    stated = [{"annotator": "ann", "layer": "claim", "status": "skipped"}]
    intake.lines(
        line(PERSON, title="found"),
        other(1, title="nothing"),
        other(2, title="stated", assignments=stated),
    )
    assert standing(intake.project) == {
        ("found", "ann", "entity"): "done",
        ("nothing", "ann", "entity"): "done",
        ("stated", "ann", "claim"): "skipped",
    }


def test_nobody_has_finished_an_article_that_others_read(intake: Intake, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    marks = "T1\tentity-person 0 9\tIlse Varn\n"
    for who, title, said in (
        ("ann", "a nothing", ""),
        ("ann", "b both", marks),
        ("bo", "b both", marks),
        ("ann", "c hers", marks),
    ):
        (corpus / who).mkdir(parents=True, exist_ok=True)
        (corpus / who / f"{title}.txt").write_text(f"Ilse Varn {title}", encoding="utf-8")
        (corpus / who / f"{title}.ann").write_text(said, encoding="utf-8")
    intake.paths(corpus, format="brat")
    assert standing(intake.project) == {
        ("Ilse Varn a nothing", "ann", "entity"): "done",
        ("Ilse Varn b both", "ann", "entity"): "done",
        ("Ilse Varn b both", "bo", "entity"): "done",
        ("Ilse Varn c hers", "ann", "entity"): "done",
    }


def test_a_task_that_nobody_annotated_is_finished_by_nobody(intake: Intake, tmp_path: Path) -> None:
    result = [
        {
            "id": "1",
            "from_name": "entity",
            "to_name": "text",
            "type": "labels",
            "value": {"start": 0, "end": 9, "text": "Ilse Varn", "labels": ["person"]},
        }
    ]
    tasks = [
        {"data": {"text": "Ilse Varn left"}, "annotations": [{"result": result}]},
        {"data": {"text": "Ilse Varn came"}, "annotations": [{"result": []}]},
        {"data": {"text": "Ilse Varn went"}, "annotations": []},
    ]
    file = tmp_path / "tasks.json"
    file.write_text(json.dumps(tasks), encoding="utf-8")
    intake.paths(file, format="label-studio")
    assert {title for title, *_ in standing(intake.project)} == {"Ilse Varn left", "Ilse Varn came"}


def test_what_is_done_is_frozen_as_it_came(intake: Intake) -> None:
    intake.lines(line(PERSON, title="found"), other(1, title="nothing"))
    (found, nothing) = (article.article.id for article in intake.articles())
    done = {a.id: a.article for a in people.assignments(intake.project)}
    frozen = {
        done[assignment]: json.loads(text)
        for assignment, text in people.frozen(intake.project, [found, nothing]).items()
    }
    assert frozen[nothing] == []
    assert [(row["label"], row["quote"]) for row in frozen[found]] == [("person", "Ilse Varn")]


def test_what_is_only_started_is_not_frozen(intake: Intake) -> None:
    intake.lines(line(PERSON), other(1), as_status="started")
    assert set(standing(intake.project).values()) == {"started"}
    ids = [article.article.id for article in intake.articles()]
    assert people.frozen(intake.project, ids) == {}


def test_a_layer_that_becomes_done_later_freezes_what_was_there_too(intake: Intake) -> None:
    intake.lines(line(PERSON), as_status="started")
    place = {**PERSON, "label": "place", "start": 0, "end": 5, "quote": "Ferry"}
    stated = [{"annotator": "ann", "layer": "entity", "status": "done", "round": 2}]
    intake.lines(line(place, assignments=stated))
    (article,) = intake.articles()
    (frozen,) = people.frozen(intake.project, [article.article.id]).values()
    assert {row["quote"] for row in json.loads(frozen)} == {"Ilse Varn", "Ferry"}


# --- one act


def test_an_import_is_one_act_with_an_entry_an_article(
    intake: Intake, project: Project, ann: Annotator
) -> None:
    intake.lines(PERSON_ONCE)
    before = intake.tables()
    intake.lines(*(other(number, PERSON) for number in range(incoming.MOST_ARTICLES + 3)))
    with project.reading() as connection:
        entries = connection.execute(
            select(schema.journal.c.article, schema.journal.c.step).where(
                schema.journal.c.verb == "import"
            )
        ).all()
    steps = Counter(entry.step for entry in entries)
    assert sorted(steps.values()) == [1, incoming.MOST_ARTICLES + 3]
    assert len({entry.article for entry in entries}) == len(entries)
    texts = [article.text for article in intake.articles()]
    assert texts == [TEXT, *(f"{TEXT}{n}" for n in range(incoming.MOST_ARTICLES + 3))]
    undoing.undo(project, annotator=ann)
    assert intake.tables() == before
    undoing.redo(project, annotator=ann)
    assert len(articles.list_articles(project)) == incoming.MOST_ARTICLES + 4
    assert checking.check(project) == []


PERSON_ONCE = line(PERSON)


def test_many_articles_cost_the_same_queries_as_one(intake: Intake, project: Project) -> None:
    """Asking the database for each article was what made importing slow."""
    asked: list[int] = []
    counter = Counter[str]()

    def count(*_: object) -> None:
        counter["statements"] += 1

    event.listen(project._engine, "before_cursor_execute", count)
    for lines in ([other(0, PERSON)], [other(n, PERSON) for n in range(1, 31)]):
        counter.clear()
        intake.lines(*lines)
        intake.lines(*lines)
        asked.append(counter["statements"])
    event.remove(project._engine, "before_cursor_execute", count)
    assert asked[1] <= asked[0] + 1  # one more to write the other entries of the journal


# --- what cannot come in


def test_an_id_with_another_text_is_refused_by_its_line(intake: Intake) -> None:
    intake.lines(line(PERSON, id="a"))
    report = intake.lines(other(1, PERSON), other(2, PERSON, id="a"), other(3, PERSON))
    assert the_refusal(report, "in.jsonl, line 2") == "operations.other_text"
    assert (report.articles, report.annotations) == (2, 2)


def test_one_article_id_for_two_texts_in_one_file_is_refused(intake: Intake) -> None:
    report = intake.lines(line(id="a"), other(1, id="a"))
    assert the_refusal(report, "in.jsonl, line 2") == "operations.other_text"


@pytest.mark.parametrize("between", [0, incoming.MOST_ARTICLES])
def test_an_annotation_id_on_two_lines_is_refused(intake: Intake, between: int) -> None:
    twice = {**PERSON, "id": "twice"}
    others = [other(10 + number, PERSON) for number in range(between)]
    report = intake.lines(line(twice), *others, other(1, twice), other(2, PERSON))
    assert the_refusal(report, f"in.jsonl, line {between + 2}") == "operations.id_elsewhere"
    assert report.articles == report.annotations == between + 2
    assert checking.check(intake.project) == []


def test_an_annotation_id_on_two_lines_of_one_text_is_refused(intake: Intake) -> None:
    twice = {**PERSON, "id": "twice"}
    report = intake.lines(line(twice), line({**twice, "start": 0, "end": 5, "quote": "Ferry"}))
    assert the_refusal(report, "in.jsonl, line 2") == "operations.id_twice"
    assert [a.quote for a in intake.articles()[0].annotations] == ["Ilse Varn"]


def test_an_annotation_that_stands_on_two_lines_says_nothing_new(intake: Intake) -> None:
    twice = line({**PERSON, "id": "twice"})
    report = intake.lines(twice, twice)
    assert (report.articles, report.known, report.annotations) == (1, 1, 1)
    assert report.refused == []


def test_an_id_that_another_article_here_has_is_refused(intake: Intake) -> None:
    intake.lines(line({**PERSON, "id": "mine"}))
    report = intake.lines(other(1, {**PERSON, "id": "mine"}), other(2, PERSON))
    assert the_refusal(report, "in.jsonl, line 1") == "operations.id_elsewhere"
    assert (report.articles, report.annotations) == (1, 1)


BAD_LINES: dict[str, tuple[dict[str, object], str]] = {
    "quote": (line({**PERSON, "quote": "Ilse Warn"}), "domain.quote_differs"),
    "beyond": (line({**PERSON, "end": 900, "quote": None}), "domain.span_beyond_text"),
    "empty": (line({**PERSON, "end": 17, "quote": None}), "domain.span_empty"),
    "label": (line({**PERSON, "label": "planet"}), "domain.unknown_label"),
    "layer": (line({**PERSON, "layer": "mood"}), "domain.unknown_layer"),
    "attribute": (line({**PERSON, "attributes": {"x": "y"}}), "domain.unknown_attribute"),
    "relation": (
        line(
            {**PERSON, "id": "a"},
            {**PERSON, "id": "b", "label": "place"},
            relations=[{"annotator": "ann", "type": "likes", "from": "a", "to": "b"}],
        ),
        "domain.unknown_relation",
    ),
    "article label": (
        line(article_labels=[{"annotator": "ann", "name": "mood", "value": "x"}]),
        "domain.unknown_article_label",
    ),
    "article label's value": (
        line(article_labels=[{"annotator": "ann", "name": "genre", "value": "poem"}]),
        "domain.bad_value",
    ),
    "article label's values": (
        line(article_labels=[{"annotator": "ann", "name": "genre", "value": ["report", "other"]}]),
        "domain.bad_value",
    ),
    "relation's attribute": (
        line(
            {**PERSON, "id": "a", "layer": "event", "label": "other"},
            {**PERSON, "id": "b"},
            relations=[
                {
                    "annotator": "ann",
                    "type": "participant",
                    "from": "a",
                    "to": "b",
                    "attributes": {"role": "king"},
                }
            ],
        ),
        "domain.bad_value",
    ),
    "suggestion's attribute": (
        line(
            suggestions=[{"layer": "entity", "label": "person", "attributes": {"x": "y"}, **VARN}]
        ),
        "domain.unknown_attribute",
    ),
    "suggestion's relation": (
        line(suggestions=[{**PERSON_GHOST, "relations": [{"type": "likes", "to": "elsewhere"}]}]),
        "domain.unknown_relation",
    ),
    "ruling": (line(rulings=[{"layer": "weather", **VARN}]), "domain.unknown_layer"),
    "gold": (line(gold=[{"layer": "entity", "label": "planet", **VARN}]), "domain.unknown_label"),
    "suggestion": (
        line(suggestions=[{"layer": "entity", "label": "planet", **VARN}]),
        "domain.unknown_label",
    ),
    "status twice": (
        line(assignments=[{"annotator": "ann", "layer": "claim"}] * 2),
        "operations.said_twice",
    ),
    "label twice": (
        line(article_labels=[{"annotator": "ann", "name": "genre", "value": "report"}] * 2),
        "operations.said_twice",
    ),
}


@pytest.mark.parametrize("fault", BAD_LINES)
def test_a_line_that_cannot_be_held_is_refused_whole(intake: Intake, fault: str) -> None:
    bad, key = BAD_LINES[fault]
    report = intake.lines(other(1, PERSON), bad, other(2, PERSON))
    assert the_refusal(report, "in.jsonl, line 2") == key
    assert (report.articles, report.annotations) == (2, 2)
    assert TEXT not in [article.text for article in intake.articles()]
    marked = annotations.of_articles(intake.project, [a.article.id for a in intake.articles()])
    assert len(marked) == 2


def test_lines_are_counted_as_an_editor_counts_them(intake: Intake, tmp_path: Path) -> None:
    path = tmp_path / "gaps.jsonl"
    bad = json.dumps(BAD_LINES["quote"][0])
    path.write_text(f"\n{json.dumps(other(1, PERSON))}\n\n\n{bad}\n", encoding="utf-8")
    assert the_refusal(intake.paths(path), "gaps.jsonl, line 5") == "domain.quote_differs"


# --- texts that were corrected here


def correct(intake: Intake, who: Annotator, text: str) -> None:
    (article,) = articles.list_articles(intake.project)
    correcting.correct(
        intake.project, annotator=who, article=article.id, text=text, basis=article.text_hash
    )


def test_the_file_of_a_corrected_text_is_known_and_brings_no_second_article(
    intake: Intake, ann: Annotator
) -> None:
    intake.lines({"text": TEXT})
    correct(intake, ann, TEXT.replace("Ferry", "Ferries"))
    correct(intake, ann, TEXT.replace("Ferry", "Boat"))
    before = intake.tables()
    report = intake.lines({"text": TEXT})
    assert (report.articles, report.known, report.refused) == (0, 1, [])
    assert intake.tables() == before
    undoing.undo(intake.project, annotator=ann)
    undoing.undo(intake.project, annotator=ann)
    assert intake.lines({"text": TEXT}).known == 1


def test_marks_on_a_text_that_was_corrected_since_are_refused(
    intake: Intake, ann: Annotator
) -> None:
    intake.lines(line())
    correct(intake, ann, f"New. {TEXT}")
    before = intake.tables()
    (refusal,) = intake.lines(line(PERSON)).refused
    assert refusal.key == "operations.former_text"
    assert intake.tables() == before


def endless_pdf() -> bytes:
    """A page that draws a form that draws itself twice, as deep as PDFium goes."""
    form = b"/Resources<</XObject<</X 5 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R" + form + b">>",
        b"<</Length 5>>stream\n/X Do\nendstream",
        b"<</Length 11/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + form + b">>stream\n"
        b"/X Do /X Do\nendstream",
    ]
    told = (b"%d 0 obj\n%s\nendobj\n" % each for each in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + b"".join(told) + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


def test_a_file_that_is_read_for_ever_is_refused_and_all_others_come_in(
    project: Project, ann: Annotator, tmp_path: Path
) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{TEXT}{name}")
    (tmp_path / "b.pdf").write_bytes(endless_pdf())
    report = finish(import_paths(project, [tmp_path], annotator=ann, patience=1.0))
    assert the_refusal(report, str(tmp_path / "b.pdf")) == "operations.file_too_hard"
    assert (report.articles, report.known) == (2, 0)
