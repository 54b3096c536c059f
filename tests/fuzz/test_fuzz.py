"""Every reader meets hostile files: those that are kept, and new ones, the same in every run.

The long form is `python -m tests.fuzz`. Here hypothesis makes the choices, so that a file that does
harm is shown with as few changes as still do it.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import judging
from tests.fuzz.judging import Verdict, judged
from tests.fuzz.readers import BY_NAME, Reader
from tests.fuzz.running import fuzz
from workbench.domain.errors import UserError

EXAMPLES = 100
OF_PROJECTS = 25  # which take a while to open
NAMES = sorted(BY_NAME)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where inputs are put; each takes the place of the one before."""
    return tmp_path_factory.mktemp("fuzz") / "input"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_is_read_or_refused_in_plain_words(name: str, folder: Path) -> None:
    reader = BY_NAME[name]
    verdicts = [judged(reader, data, folder) for data in dict.fromkeys(reader.corpus())]
    assert [verdict.finding for verdict in verdicts if verdict.finding] == []
    assert Verdict(()) in verdicts  # at least one of them is sound


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(name: str, folder: Path) -> None:
    reader = BY_NAME[name]
    corpus = reader.corpus()

    @settings(
        max_examples=OF_PROJECTS if name == "project" else EXAMPLES,
        derandomize=True,
        database=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(random=st.randoms(use_true_random=False))
    def is_read_or_refused(random: Random) -> None:
        data = reader.change(random.choice(corpus), random)
        assert judged(reader, data, folder).finding == ""

    is_read_or_refused()


def test_the_long_form_reads_as_many_as_are_asked_for(tmp_path: Path) -> None:
    figures = fuzz(BY_NAME["words"], executions=200, seed=1, out=tmp_path)
    assert (figures.executions, figures.findings) == (200, {})
    assert figures.outcomes
    assert list(tmp_path.iterdir()) == []


# --- that it would see harm


def _failing(path: Path) -> list[UserError]:
    raise LookupError(path)


def _writing(path: Path) -> list[UserError]:
    (path.parents[1] / "escaped").write_bytes(b"")
    return []


def _hanging(_path: Path) -> list[UserError]:
    while True:
        pass


def _calling(_path: Path) -> list[UserError]:
    subprocess.run(["true"], check=True)
    return []


@pytest.mark.parametrize(
    ("reads", "words"),
    [
        (_failing, "LookupError"),
        (_writing, "escaped"),
        (_hanging, "no end after"),
        (_calling, "subprocess"),
    ],
)
def test_harm_is_seen(
    reads: Callable[[Path], list[UserError]],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(judging, "SECONDS", 1)
    reader = Reader("x", ".x", lambda path: iter(reads(path)), lambda data, _random: data)
    assert words in judged(reader, b"", tmp_path / "input").finding
