"""A piece of markup becomes the text that a browser would show, paragraph by paragraph."""

import pytest

from workbench.intake.markup import one_line, plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("  Words alone.\n\nAnd more. ", "Words alone.\n\nAnd more."),
        ("Fish &amp; chips", "Fish & chips"),
        ("<p>One</p><p>Two <b>bo</b>ld</p>", "One\n\nTwo bold"),
        ("One<br>line<br/><br/>Two", "One\nline\n\nTwo"),
        ("<div><h2>Head</h2><ul><li>a</li><li>b</li></ul>tail</div>", "Head\n\na\n\nb\n\ntail"),
        ("<p>a<script>evil()</script>b<!-- no -->c</p><style>p{}</style>d", "abc\n\nd"),
        ("<p>a<iframe><p>in</p></iframe>b</p>", "ab"),
        ("<p>a\n   b\xa0c</p>", "a b c"),
        ("if a < b then c", "if a < b then c"),
        ("<p></p>", ""),
    ],
)
def test_what_markup_says(markup: str, text: str) -> None:
    assert plain_text(markup) == text


def test_markup_that_nests_without_end_is_walked(recwarn: pytest.WarningsRecorder) -> None:
    assert plain_text("<span>" * 200 + "deep") == "deep"
    assert not recwarn.list


def test_a_title_stands_on_one_line() -> None:
    assert one_line("<b>A</b><br>B &#8211; C") == "A B – C"
