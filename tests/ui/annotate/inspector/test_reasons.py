"""The reason of a suggestion, in the language of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from workbench.suggest.news_en.calibration import NAMES
from workbench.ui.annotate.inspector.reasons import EVIDENCE, reason_said
from workbench.ui.language import use_language


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    use_language(qapp, "de")
    yield
    use_language(qapp, "")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("by rule and model; listed place", "nach Regel und Modell; Ort der Liste"),
        ("as the model reads it", "so liest es das Modell"),
        ("by rule; ends in Board", "nach Regel; endet auf „Board“"),
        ("indirect: said", "indirect: said"),
        ("", ""),
    ],
)
def test_what_is_known_is_translated_and_the_rest_stays(reason: str, said: str) -> None:
    assert reason_said(reason) == said


def test_in_english_a_reason_is_as_it_was_given(qapp: QApplication) -> None:
    use_language(qapp, "en")
    for reason in ("by rule; ends in Board", "by rule and model; as elsewhere", "first word"):
        assert reason_said(reason) == reason


def test_all_kinds_of_evidence_for_names_are_known() -> None:
    assert set(NAMES) <= EVIDENCE
