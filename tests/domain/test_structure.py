"""Zones and sentences: the rule on invented articles, its laws on any text, and its cost."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clock import bare_loops, processor_seconds
from workbench.domain.structure import VERSION, structure_of
from workbench.domain.text import canonical

REAL = Path(__file__).parents[2] / ".." / "shared" / "articles" / "000_9eb3c7f2906fb457.txt"

ARTICLE = """Harbour town votes on new bridge

By Mira Olsen
Friday, 3 May 2024

The council of Port Ellery will vote on a second bridge next week.

Photo: Harbour Authority / M. Olsen

Opponents speak of a gift to the shipping lobby. “We were never asked,” said Tom Reed.

What happens next

The vote is due on 14 May at 3.30 p.m. in the town hall.
(Reporting by Mira Olsen; Editing by Jon Park)"""

MEGABYTE = 1_000_000


def kinds(text: str, *, title: str = "") -> list[str]:
    return [zone.kind for zone in structure_of(text, title=title).zones]


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in structure_of(text).sentences]


def test_every_part_of_an_article_is_recognised() -> None:
    assert kinds(ARTICLE) == [
        "headline",
        "byline",
        "byline",
        "lead",
        "caption",
        "paragraph",
        "heading",
        "paragraph",
        "byline",
    ]


def test_the_version_of_the_rule_is_stored_with_its_result() -> None:
    assert structure_of("A text.").version == VERSION == 2


@pytest.mark.parametrize(
    "credits",
    [
        "By Tamsin Orrell, The Ennis Courier\n14 March 2025",
        "Sarn Press Agency\n22 September 2025",
        "22 September 2025\nSarn Press Agency",
        "Kelmouth Evening Post, 6 November 2024\nBy Dario Fenwick and Lucette Abara",
        "Dario Fenwick in Kelmouth\nUpdated 6 November 2024",
        "(Reuters)",
        "The Associated Press",
        "Mira Olsen | 3 May 2024",
    ],
)
def test_names_agencies_and_dates_are_bylines_also_behind_a_standfirst(credits: str) -> None:
    lines = credits.count("\n") + 1
    body = "PORT ELLERY – The council will vote.\n\nWhat happens next\n\nNobody knows."
    above = kinds(f"Harbour town votes on new bridge\n\n{credits}\n\n{body}")
    assert above == ["headline", *["byline"] * lines, "lead", "heading", "paragraph"]
    behind = kinds(f"Harbour town votes\n\nMayor calls it a gift\n\n{credits}\n\n{body}")
    assert behind == ["headline", "lead", *["byline"] * lines, "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "What Happens Next",
        "Mira Olsen",
        "Reuters reporters were there",
        "The vote, 3 May 2024",
        "The council met on 3 May 2024",
    ],
)
def test_a_short_line_in_the_story_is_no_byline(line: str) -> None:
    text = f"Harbour town votes\n\nThe council will vote.\n\n{line}\n\nIt is late.\n\nMore follows."
    assert kinds(text) == ["headline", "lead", "heading", "paragraph", "paragraph"]


def test_a_title_makes_the_first_line_a_headline_whatever_it_looks_like() -> None:
    text = "They said no.\n\nThe council refused.\n\nMore follows."
    assert kinds(text) == ["lead", "paragraph", "paragraph"]
    assert kinds(text, title="They  said NO.")[:2] == ["headline", "lead"]


def test_a_question_may_be_a_headline_but_a_statement_with_a_full_stop_may_not() -> None:
    assert kinds("Who pays for the bridge?\nThe town does.\nOr so it says.")[0] == "headline"
    assert kinds("Nobody pays. Who would?\nThe town does.\nOr so it says.")[0] == "lead"


def test_a_repeated_headline_is_a_headline_twice() -> None:
    assert kinds("New bridge\n\nNew bridge\n\nThe lead.\n\nThe body.")[:3] == [
        "headline",
        "headline",
        "lead",
    ]


def test_a_single_paragraph_is_just_a_paragraph() -> None:
    assert kinds("Only one line of text") == ["paragraph"]


def test_the_last_short_line_is_no_heading() -> None:
    assert kinds("Head\nThe lead stands here.\nThe body too.\nA last word")[-1] == "paragraph"


def test_hard_wrapped_lines_make_one_paragraph_and_their_sentences_cross_lines() -> None:
    text = (
        "The council of Port Ellery will vote on a second bridge\n"
        "across the harbour next week. Opponents have announced\n"
        "protests. The mayor says that all voices will be heard.\n"
        "Not everybody agrees.\n"
        "\n"
        "The vote is due on Tuesday, after a long debate about the\n"
        "costs of the plan."
    )
    assert len(structure_of(text).zones) == 2
    assert sentences(text)[1] == "Opponents have announced\nprotests."


@pytest.mark.parametrize(
    "text",
    [
        "He moved to the U.S. Senate in 2010.",
        "Mr. Reed met Mrs. Olsen.",
        "Foo Inc. Chairman Ann Li left.",
        "Gen. Mark Hale spoke to Lt. Col. Ruiz.",
        "J. K. Marlow and John F. Barnes signed.",
        "It rose by 3.5 percent.",
        "She waited … then left.",
        "She waited... then left.",
        "“We will … Moscow will pay,” he said.",
        "“We will […] Pay up,” he said.",
        "“Why now?” he asked.",
        "“Enough!” she said.",
        "It is on p. 7 of No. 12.",
        "Am 3. Mai kam er.",
        "1. First of all this.",
        "He came at 5 p.m. Monday.",
        "Visit www.example.org for more.",
        "「行く。」と言った",
        "Yahoo! shares fell.",
    ],
)
def test_a_mark_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He went to the U.S.", "The rest stayed."),
        ("It ends here.", "“Another begins,” he said."),
        ("“It ends here.”", "She left."),
        ("“It ends here.” ", "“It does.”"),
        ("He said “no”.", "She left."),
        ("Why now?", "Nobody knows."),
        ("What?!", "Yes."),
        ("He trailed off…", "She left."),
        ("It was 2020.", "Everything changed."),
        ("Er kam im Mai.", "Dann ging er."),
        ("« Non. »", "Il part."),
        ("He works for Foo Inc.", "The firm is old."),
        ("(It ended.)", "Then it began."),
        ("هل انتهى؟", "نعم."),
        ("यह अंत है।", "वह गया।"),
        ("I do.", "[More] follows."),
        ("So said I.", "Then he left."),
        ("He ate 5.", "She ate 6."),
    ],
)
def test_a_border_stands_after_a_mark_and_its_closing_quotes(first: str, second: str) -> None:
    assert sentences(f"{first.strip()} {second}") == [first.strip(), second]


def test_wide_marks_need_no_blank_behind_them() -> None:
    assert sentences("他走了。「真的吗？」她问！好。") == [
        "他走了。",
        "「真的吗？」",
        "她问！",
        "好。",
    ]


def test_a_sentence_never_crosses_a_paragraph_border() -> None:
    assert sentences("A heading\nand then\nMr.\nReed came.") == [
        "A heading",
        "and then",
        "Mr.",
        "Reed came.",
    ]


def test_the_real_article_has_its_headline_lead_heading_and_whole_quotation() -> None:
    if not REAL.exists():
        pytest.skip("the shared articles are not beside this checkout")
    text = canonical(REAL.read_text(encoding="utf-8")).text
    zones = [(zone.kind, zone.span.of(text)) for zone in structure_of(text).zones]
    assert zones[0] == ("headline", "New tensions between Russia and ally Armenia")
    assert zones[2][0] == "lead"
    assert ("heading", "The situation worsened again in December") in zones
    assert (
        "“If our Armenian partners are really interested in solving the problems … it’s important "
        "to keep working together,” said Zakharova."
    ) in sentences(text)


# --- laws

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aZ é.!?…。！「」“”\"'()\n\n \t\u00a0\u2028-1🌍́"), st.characters()
    ),
    max_size=200,
)


@given(TEXTS, st.sampled_from(["", "a", "Z a"]))
def test_zones_keep_order_do_not_overlap_and_cover_all_that_is_not_blank(
    raw: str, title: str
) -> None:
    text = canonical(raw).text
    spans = [zone.span for zone in structure_of(text, title=title).zones]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    bare = "".join(span.of(text) for span in spans)
    assert "".join(bare.split()) == "".join(text.split())


@given(TEXTS)
def test_sentences_lie_in_one_zone_each_and_cover_all_that_is_not_blank(raw: str) -> None:
    text = canonical(raw).text
    structure = structure_of(text)
    spans = structure.sentences
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(any(z.span.covers(span) for z in structure.zones) for span in spans)
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())


# --- cost


def seconds(text: str) -> float:
    return processor_seconds(lambda: structure_of(text))


@pytest.mark.parametrize("separator", ["\n\n", " "], ids=["paragraphs", "one paragraph"])
def test_a_megabyte_takes_well_under_a_second(separator: str) -> None:
    text = (ARTICLE.replace("\n\n", separator) + separator) * (MEGABYTE // len(ARTICLE) + 1)
    assert structure_of(text).sentences[-1].end > MEGABYTE * 0.9
    assert bare_loops(lambda: structure_of(text)) < 24


@pytest.mark.parametrize(
    "piece",
    [".", "….", '."', "… a ", "“… B ", "A. ", "a\n", " ", "\n", "Image: a ", "By A\n", "(", ".("],
)
def test_the_cost_of_hostile_text_grows_no_faster_than_its_length(piece: str) -> None:
    small = seconds(piece * (100_000 // len(piece)))
    large = seconds(piece * (400_000 // len(piece)))
    assert large < 8 * small + 0.1
