"""A look before import shows what will come in, and writes nothing."""

from pathlib import Path

import pytest

from tests.intake.samples import ARTICLE, HEADLINE, LEAD, written
from tests.intake.test_archives import packed
from workbench.domain.annotator import Annotator
from workbench.intake.incoming import IntakeOptions
from workbench.operations import importing, looking
from workbench.operations.looking import Look
from workbench.operations.progress import finish
from workbench.store import corpus
from workbench.store.articles import list_articles
from workbench.store.project import Project

POLISH = (
    "Łukasz mówił o moście, że żadna łódź już tędy nie przepłynie, choćby chciała się śpieszyć."
)
TABLE = f"Nr;Kopf;Inhalt\n7;Brücke;{LEAD}\n8;Fähre;{ARTICLE.splitlines()[4].replace(';', ',')}\n"


def look(*paths: Path, **options: object) -> Look:
    return finish(looking.look(paths, options=IntakeOptions(**options)))  # type: ignore[arg-type]


def test_articles_are_shown_as_they_will_come_in(tmp_path: Path) -> None:
    written(tmp_path, "Gull_2024-05-03.txt", f"{HEADLINE}\n\n{POLISH}".encode("cp1250"))
    written(tmp_path, "bad.pdf", b"%PDF-1.4 broken")
    written(tmp_path, "marks.jsonl", '{"text": "a", "annotations": []}')
    found = look(tmp_path)
    assert (found.files, found.annotated) == (3, (str(tmp_path / "marks.jsonl"),))
    (glance,) = found.articles
    assert (glance.where, glance.title) == ("Gull_2024-05-03.txt", HEADLINE)
    assert (glance.encoding, glance.guessed) == ("windows-1250", True)
    assert POLISH in glance.opening
    assert [Path(refused.path).name for refused in found.refused] == ["bad.pdf"]


def test_an_encoding_and_a_pattern_that_are_tried_show(tmp_path: Path) -> None:
    path = written(tmp_path, "Gull_2024-05-03.txt", f"{HEADLINE}\n\n{POLISH}".encode("cp1250"))
    (glance,) = look(path, encoding="cp1252", names="{source}_{date}").articles
    assert "£ukasz" in glance.opening
    assert (glance.encoding, glance.guessed) == ("windows-1252", False)
    assert (glance.source, glance.published, glance.unnamed) == ("Gull", "2024-05-03", False)
    (glance,) = look(path, names="{source}-{id}.md").articles
    assert (glance.unnamed, glance.source) == (True, "")


@pytest.mark.parametrize("pack", [False, True])
def test_columns_are_shown_with_what_they_are_taken_for(tmp_path: Path, pack: bool) -> None:  # noqa: FBT001 - a parameter
    path = written(tmp_path, "a.csv", TABLE)
    if pack:
        path = packed(tmp_path / "a.zip", {"note.txt": ARTICLE, "a.csv": TABLE})
    guessed = look(path)
    assert [(c.name, c.field) for c in guessed.columns] == [
        ("Nr", "meta"),
        ("Kopf", "meta"),
        ("Inhalt", "meta"),
    ]
    assert guessed.columns[1].examples == ("Brücke", "Fähre")
    assert [refused.key for refused in guessed.refused] == ["intake.no_text_column"]
    told = look(path, columns={"Inhalt": "text", "Kopf": "title", "Nr": "id"})
    assert [c.field for c in told.columns] == ["id", "title", "text"]
    assert [glance.title for glance in told.articles][:2] == ["Brücke", "Fähre"]


def test_the_keys_of_lines_are_columns_too(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"text": "A b.", "x": [1]}\nno json\n{"y": "z"}\n')
    columns = [(c.name, c.field, c.examples) for c in look(path).columns]
    assert columns == [("text", "text", ("A b.",)), ("x", "meta", ("[1]",)), ("y", "meta", ("z",))]


def test_what_is_wrong_with_the_options_is_the_answer(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", ARTICLE)
    wrong: dict[str, dict[str, object]] = {
        "intake.bad_pattern": {"names": "{"},
        "intake.unknown_field": {"columns": {"a": "b"}},
        "intake.unknown_encoding": {"encoding": "klingon"},
    }
    for key, options in wrong.items():
        refusal = look(path, **options).refusal
        assert refusal is not None
        assert refusal.key == key


def test_of_many_files_the_first_are_looked_at(tmp_path: Path) -> None:
    for number in range(30):
        written(tmp_path, f"{number:02}.txt", f"{ARTICLE}{number}")
    found = look(tmp_path)
    assert found.files == 30
    assert 1 <= len(found.articles) <= 20


def test_of_a_single_file_more_articles_are_looked_at_than_of_each_of_many(tmp_path: Path) -> None:
    for name in ("a", "b"):
        rows = "".join(f"Row {n} of {name}.\n" for n in range(200))
        written(tmp_path, f"{name}.csv", f"text\n{rows}")
    assert len(look(tmp_path / "a.csv").articles) == 60
    assert len(look(tmp_path).articles) == 60


def test_what_was_looked_at_is_what_comes_in(
    tmp_path: Path, project: Project, ann: Annotator
) -> None:
    path = written(tmp_path, "Gull_2024-05-03.csv", TABLE.encode("cp1252"))
    options = IntakeOptions(
        encoding="cp1252",
        columns={"Inhalt": "text", "Kopf": "title", "Nr": "id"},
        names="{source}_{date}.csv",
    )
    seen = finish(looking.look([path], options=options)).articles
    assert list_articles(project) == []
    report = finish(importing.import_paths(project, [path], annotator=ann, options=options))
    assert (report.articles, report.refused) == (2, [])
    rows = list(corpus.read_corpus(project, ["7", "8"]))
    assert [row.article.title for row in rows] == [glance.title for glance in seen]
    assert {row.appearances[0].source for row in rows} == {"Gull"}
    assert {row.appearances[0].published for row in rows} == {"2024-05-03"}


def test_an_id_that_another_text_has_is_refused(
    tmp_path: Path, project: Project, ann: Annotator
) -> None:
    options = IntakeOptions(columns={"Inhalt": "text", "Nr": "id"})
    for name, text in (("a.csv", LEAD), ("b.csv", "Another text.")):
        path = written(tmp_path, name, f"Nr;Inhalt\n7;{text}\n")
        report = finish(importing.import_paths(project, [path], annotator=ann, options=options))
    assert [refused.key for refused in report.refused] == ["operations.other_text"]
    assert len(list_articles(project)) == 1
