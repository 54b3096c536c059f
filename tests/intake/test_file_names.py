"""Names of files say what a pattern makes of them, and one that does not fit says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.clock import bare_loops
from tests.intake.samples import ARTICLE, HEADLINE, document, written
from tests.intake.test_archives import packed
from workbench.domain.errors import UserError
from workbench.intake.file_names import DIFFERS, pattern_of
from workbench.intake.incoming import IntakeOptions


@pytest.mark.parametrize(
    ("pattern", "name", "values"),
    [
        (
            "{source}_{date}_{title}.txt",
            "The_Herald_2024-05-03_Town_votes.txt",
            {"source": "The Herald", "published": "2024-05-03", "title": "Town votes"},
        ),
        ("{date} {title}", "20240503 A.B.txt", {"published": "2024-05-03", "title": "A.B"}),
        ("{date}-{id}.html", "2024-05-17.HTML", {"published": "2024-05", "id": "17"}),
        ("{Outlet}--{desk}.*", "Gull--city_news.pdf", {"source": "Gull", "desk": "city news"}),
        ("[{lang}] {title}", "[de] Hafen!.txt", {"language": "de", "title": "Hafen!"}),
        ("{title}", "README", {"title": "README"}),
    ],
)
def test_what_names_say(pattern: str, name: str, values: dict[str, str]) -> None:
    assert pattern_of(pattern).values(f"/a folder/{name}") == values


def test_folders_and_archives_say_what_they_are_asked_for(tmp_path: Path) -> None:
    pattern = pattern_of("{source}/{date}_{title}.txt")
    said = {"source": "Herald", "published": "2024", "title": "One"}
    assert pattern.values("/x/Herald/2024_One.txt") == said
    assert pattern.values("C:\\x\\Herald\\2024_One.txt") == said
    assert pattern.values("/x/a.zip!Herald/2024_One.txt") == said
    path = packed(tmp_path / "Herald.zip", {"2024_One.txt": ARTICLE})
    taken = document(path, options=IntakeOptions(names="{source}.zip/{date}_{title}"))
    assert taken.appearance.source == "Herald"


def test_a_document_has_what_its_name_says_and_its_text_stays(tmp_path: Path) -> None:
    path = written(tmp_path, "Gull_2024-05-03_Bridge_x7.txt", f"{HEADLINE}\n\nBy Mira Olsen\n\nIt.")
    plain = document(path)
    taken = document(path, options=IntakeOptions(names="{source}_{date}_{title}_{desk}.txt"))
    assert taken.text == plain.text
    assert (taken.title, taken.appearance.source) == ("Bridge", "Gull")
    assert (taken.appearance.published, taken.appearance.author) == ("2024-05-03", "Mira Olsen")
    assert taken.meta == {"desk": "x7"}


def test_a_name_that_does_not_fit_says_nothing_and_that_is_noted(tmp_path: Path) -> None:
    path = written(tmp_path, "notes.txt", ARTICLE)
    plain = document(path)
    taken = document(path, options=IntakeOptions(names="{source}_{date}.txt"))
    assert taken == replace(plain, notes=(*plain.notes, DIFFERS))


@pytest.mark.parametrize(
    "pattern", ["", "a.txt", "{a}{b}", "{a}_{a}", "{a", "{a}}_{b}", "{1}", "{}"]
)
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(UserError) as caught:
        pattern_of(pattern)
    assert caught.value.key == "intake.bad_pattern"


def test_no_name_takes_long() -> None:
    pattern = pattern_of("{a}_{b}_{c}_{d}_{e}_{f}_{g}_{h}_{date}x.txt")
    assert pattern.values("_" * 20_000) is None
    assert bare_loops(lambda: pattern.values("_" * 20_000), runs=1) < 32
