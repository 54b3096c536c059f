"""A language is named only where it is clear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.samples import ARTICLE
from workbench.intake.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ARTICLE, "en"),
        ("Der Rat der Stadt wird in der nächsten Woche über die Brücke und den Hafen reden.", "de"),
        (
            "Le conseil de la ville se prononcera dans la semaine sur le pont et le port du nord.",
            "fr",
        ),
        (
            "El consejo de la ciudad votará en la próxima semana sobre el puente y los puertos.",
            "es",
        ),
        ("市议会下周将就第二座桥进行表决。反对者说这是送给航运业的礼物。", "zh"),
        ("市議会は来週、二つ目の橋について投票する。反対派は海運業への贈り物だと言う。", "ja"),
        ("시의회는 다음 주에 두 번째 다리에 대해 투표할 예정이다.", "ko"),
        (
            "Совет города на следующей неделе проголосует о мосте, и мэр сказал, что он не против.",
            "ru",
        ),
        ("Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor.", ""),
        ("Bridge", ""),
        ("12 345 67 89", ""),
        ("", ""),
    ],
)
def test_a_language_is_named_or_left_open(text: str, language: str) -> None:
    assert guess_language(text) == language


@given(st.text())
def test_any_text_gets_a_code_or_nothing(text: str) -> None:
    assert len(guess_language(text)) in (0, 2)
