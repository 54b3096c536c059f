"""A sweep means the words and what belongs to them, whatever the script and its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.span import Span
from workbench.domain.trimming import meant, phrase_at, quoted_whole, trim

# Marks around words that do not belong to them, as pairs, by the habits of print.
HABITS = [
    ["“”", "‘’", "()", "[]", '""'],
    ["„“", "‚‘", "()", "[]"],
    ["«»", "‹›", "()"],
    ["「」", "『』", "（）", "《》", "【】", "〈〉", "〔〕"],
]
ENDS = [",", ";", ":", "!", "?", "…", " —", "。", "、", "؟", "،", "।", "։", "።", " \n", "\u00a0"]
NAMES = ["Ilse Varn", "U.S.", "Acme Inc.", "$3m", "Mr.", "Łódź", "東京", "Москва", "שלום", "🇦🇲"]


def swept(text: str, part: str) -> str:
    """What a sweep over a part of a text means."""
    start = text.index(part)
    return meant(text, Span(start, start + len(part))).of(text)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("¿Qué pasa? dijo", "¿Qué pasa? ", "Qué pasa"),
        ("¡No! dijo", "¡No! ", "No"),
        ("« Non », dit-il", "« Non », ", "Non"),
        ("«\xa0Non\xa0», dit", "«\xa0Non\xa0», ", "Non"),
        ("»So ist es«, sagte", "»So ist es«, ", "So ist es"),
        ("”Nej”, sa hon", "”Nej”, ", "Nej"),
        ("„Tak”, rzekł", "„Tak”, ", "Tak"),
        ("‚Ja‘, sagte", "‚Ja‘, ", "Ja"),
        ("‘Yes’, he", "‘Yes’, ", "Yes"),
        ("„Nein“ und", "„Nein“", "Nein"),
        ("他说：“是的。”然后", "“是的。”", "是的"),
        ("『東京』。", "『東京』。", "東京"),
        ("（注）は", "（注）", "注"),
        ("यह है। वह", "यह है। ", "यह है"),
        ("«نعم»، قال", "«نعم»، ", "نعم"),
        ("لماذا؟ قال", "لماذا؟ ", "لماذا"),
        ("Սա է։ Նա", "Սա է։ ", "Սա է"),
        ("τι; είπε", "τι; ", "τι"),
        ("צה״ל הודיע", "צה״ל ", "צה״ל"),
        ("ד״ר כהן", "ד״ר כהן", "ד״ר כהן"),
        ("at 9 p.m. on", "9 p.m. ", "9 p.m."),
        ("Ph.D. holder", "Ph.D. ", "Ph.D."),
        ("J.K. Rowling, author", "J.K. Rowling, ", "J.K. Rowling"),
        ("the U.S.-led army", "U.S.-led ", "U.S.-led"),
        ("bigger in the U.S.", "the U.S.", "the U.S."),
        ("Mr. Doe", "Mr. ", "Mr."),
        ("by Acme Inc.", "Acme Inc.", "Acme Inc."),
        ("cost $3m, he", "$3m, ", "$3m"),
        ("£2.5bn.", "£2.5bn.", "£2.5bn"),
        ("€ 5 billion,", "€ 5 billion,", "€ 5 billion"),
        ("[Varn] said", "[Varn] ", "Varn"),
        ("– he said – and", "– he said – ", "he said"),
        ("#MeToo, she", "#MeToo, ", "#MeToo"),
        ("@user: hi", "@user: ", "@user"),
        ("C++, Java", "C++, ", "C++"),
        ("20°C.", "20°C.", "20°C"),
        (".5 percent", ".5 percent", ".5 percent"),
        ("−5 degrees", "−5", "−5"),
        ("rock ’n’ roll,", "rock ’n’ roll,", "rock ’n’ roll"),
        ("the 1980s’ end", "1980s’ ", "1980s"),
        ('the "self-styled" state', '"self-styled" ', "self-styled"),
        ("He said (twice) no", "(twice) ", "twice"),
        ("Yahoo!, the", "Yahoo!, ", "Yahoo"),
        ("no (a), or (b)", "no (a), or (b)", "no (a), or (b)"),
        ("U.K.’s plan", "U.K.’s ", "U.K.’s"),
        ("the “ministry’s”", "“ministry’s”", "ministry’s"),
        ("x “a” b “c” y", "“a” b “c”", "“a” b “c”"),
        ("(“No,” he said)", "(“No,” he said)", "“No,” he said"),
        ("said “no”).", "“no”).", "no"),
        ("the co-op.", "co-op.", "co-op"),
        ("Jan. 6,", "Jan. 6,", "Jan. 6"),
        ("No. 10 said", "No. 10", "No. 10"),
        ("Sgt. Pepper.", "Sgt. Pepper.", "Sgt. Pepper"),
        ("etc.", "etc.", "etc."),
        ("a.k.a. Joe", "a.k.a. ", "a.k.a."),
        ("vs. them", "vs. ", "vs."),
        ("“U.S.”", "“U.S.”", "U.S."),
        ("(U.S.)", "(U.S.)", "U.S."),
        ("the U.S.,", "U.S.,", "U.S."),
        ("Dr.", "Dr.", "Dr."),
        ("100%.", "100%.", "100%"),
        ("'90s", "'90s", "'90s"),
        ("Johnson & Johnson,", "Johnson & Johnson,", "Johnson & Johnson"),
        ("AT&T.", "AT&T.", "AT&T"),
        ("ქართული „ენა“.", "„ენა“.", "ენა"),
        ("ສະບາຍດີ.", "ສະບາຍດີ.", "ສະບາຍດີ"),
        ("မြန်မာ။", "မြန်မာ။", "မြန်မာ"),
        ("ይህ ነው።", "ይህ ነው።", "ይህ ነው"),
        ("བོད་ཡིག།", "བོད་ཡིག།", "བོད་ཡིག"),
        ("ভাত।", "ভাত।", "ভাত"),
        ("東京、大阪", "東京、", "東京"),
        ("〈東京〉", "〈東京〉", "東京"),
        ("〔注〕", "〔注〕", "注"),
        ("“No”—he", "“No”—", "No"),
        ("She’d, he", "She’d, ", "She’d"),
        ("‹Oui›,", "‹Oui›,", "Oui"),
        ("― no ―", "― no ―", "no"),
    ],
)
def test_a_sweep_means_the_words_and_what_belongs_to_them(
    text: str, part: str, expected: str
) -> None:
    assert swept(text, part) == expected


@given(
    name=st.sampled_from(NAMES),
    pairs=st.sampled_from(HABITS).flatmap(st.permutations),
    ends=st.lists(st.sampled_from(ENDS), max_size=3),
    blanks=st.sampled_from(["", " ", "\u00a0", "\n"]),
)
def test_a_name_comes_out_of_any_marks_around_it(
    name: str, pairs: list[str], ends: list[str], blanks: str
) -> None:
    inner = name
    for pair in pairs:
        inner = pair[0] + inner + pair[1]
    part = blanks + inner + "".join(ends) + blanks
    assert swept(f"She saw {part} there", part) == name


@given(st.sampled_from(NAMES), st.sampled_from([pair for habit in HABITS for pair in habit]))
def test_marks_with_words_outside_of_them_stay(name: str, pair: str) -> None:
    part = f"the {pair[0]}{name}{pair[1]}"
    assert swept(f"She saw {part} there", part) == part


@given(st.sampled_from(["...", "—", "“”", " !? ", "(", "»"]))
def test_marks_alone_lose_nothing_but_blanks(marks: str) -> None:
    assert swept(f"a {marks} b", marks) == marks.strip()


def test_a_phrase_ends_at_marks_and_inside_its_sentence() -> None:
    text = "In Łódź, the old mill (1878) burned down. 在东京，火灾发生了。"
    sentence = Span(0, text.index(" 在"))
    at = {
        word: phrase_at(text, Span(text.index(word), text.index(word) + len(word)), sentence)
        for word in ("mill", "1878", "burned")
    }
    assert {word: span.of(text) for word, span in at.items()} == {
        "mill": "the old mill",
        "1878": "1878",
        "burned": "burned down",
    }
    fire = text.index("火")
    rest = Span(text.index("在"), len(text))
    assert phrase_at(text, Span(fire, fire + 1), rest).of(text) == "火灾发生了"


def test_trimming_an_empty_range_leaves_it() -> None:
    assert trim("a b", Span(1, 1)) == Span(1, 1)


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("“We never paid,” he said.", "We never paid", "We never paid,"),
        ('"We never paid...", he said.', "We never paid", "We never paid..."),
        ("“We never paid”, he said.", "We never paid", "We never paid"),
        ("He said they never paid, but “now” they do.", "they never paid", "they never paid"),
        ("They never paid.", "They never paid", "They never paid"),
    ],
)
def test_what_ends_a_quotation_takes_its_last_mark_along(text: str, words: str, whole: str) -> None:
    start = text.index(words)
    assert quoted_whole(text, Span(start, start + len(words))).of(text) == whole
