"""Articles with everything in them, invented, and strategies that make more."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from tests.conftest import CHECKOUT
from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.article import Appearance, Article, ArticleLabel, Structure, Zone
from workbench.domain.corpus import CorpusArticle, Loss, OnLoss, Order
from workbench.domain.gold import Decision, Gold, GoldRelation, Ruling
from workbench.domain.span import Fragments, Span, quote_of
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.domain.text import canonical, text_hash
from workbench.formats.out_folder import OutFolder
from workbench.formats.registry import MakeWriter
from workbench.formats.scheme_yaml import read_scheme

TEXT = (
    "Ferry talks 🚢 end\n\nIlse Varn said the so-called “deal” was dead.\n"
    "Port Ennis and Holm signed, then broke, the Holm Accord.\n"
)


def at(words: str, *, text: str = TEXT) -> Fragments:
    """The first place of some words."""
    start = text.index(words)
    return (Span(start, start + len(words)),)


def annotation(
    id: str,
    words: str,
    *,
    layer: str = "entity",
    label: str = "person",
    annotator: str = "ann",
    text: str = TEXT,
) -> Annotation:
    """An annotation of the first place of some words."""
    fragments = at(words, text=text)
    return Annotation(id, "art-1", annotator, layer, label, fragments, quote_of(text, fragments))


def bare(text: str = TEXT, *, id: str = "art-1") -> CorpusArticle:
    """An article of which nobody has said anything."""
    head = Article(id, "Ferry talks end", len(text), text_hash(text), "", "", "", {}, "")
    return CorpusArticle(article=head, text=text)


def full() -> CorpusArticle:
    """An article with every field of every noun filled."""
    split = (*at("signed"), *at("the Holm Accord"))
    annotations = (
        replace(
            annotation("a-1", "Ilse Varn"),
            attributes={"actor": "government"},
            note="who?\nshe",
            unsure="Is she in office?",
            answer="Yes.",
            created="2026-01-02T03:04:05+00:00",
            modified="2026-01-03T03:04:05+00:00",
            scheme_version=3,
            origin=Origin("suggestion", "news-en", "s-1", 0.25, "a-0"),
        ),
        annotation("a-2", "Varn"),
        Annotation("a-3", "art-1", "ann", "event", "agreement", split, quote_of(TEXT, split)),
        annotation("a-4", "the so-called “deal” was dead", layer="claim", label="factual"),
        annotation("a-5", "so-called", layer="framing", label="distancing", annotator="bo"),
    )
    return replace(
        bare(),
        article=Article(
            *("art-1", "Ferry talks end", len(TEXT), text_hash(TEXT), "en", "a.txt", "f" * 64),
            {"section": "Politics", "words": "12"},
            "2026-01-01T00:00:00+00:00",
        ),
        structure=Structure(
            (Zone("headline", Span(0, 17)), Zone("paragraph", Span(19, 64))),
            (Span(0, 17), Span(19, 64)),
            7,
        ),
        appearances=(
            Appearance("The Gull", "https://gull.example/1", "R. Dorn", "2026-01-01", "a.txt"),
            Appearance("Holm Post", "", "", "2026", ""),
        ),
        labels=(
            ArticleLabel("l-1", "art-1", "ann", "genre", "report"),
            ArticleLabel("l-2", "art-1", "ann", "frames", ("policy", "legality")),
        ),
        assignments=(
            Assignment("s-a", "art-1", "ann", "entity", "done", 2, "off", ""),
            Assignment("s-b", "art-1", "bo", "framing", "skipped", 1, "on", "broken text"),
        ),
        annotations=annotations,
        relations=(
            Relation(
                *("r-1", "art-1", "ann", "participant", "a-3", "a-1"),
                *({"role": "agent"}, "sure", "2026-01-02", "2026-01-03"),
            ),
        ),
        suggestions=(
            Suggestion(
                *("s-1", "art-1", "entity", "person", at("Ilse Varn"), "Ilse Varn"),
                *("news-en", "1.0", 0.25, {"actor": "government"}, "name list"),
                {"ann": "accepted", "bo": "rejected"},
            ),
            Suggestion(
                *("s-2", "art-1", "event", "agreement", split, quote_of(TEXT, split)),
                *("news-en", "1.0", 1.0),
            ),
        ),
        suggestion_relations=(
            SuggestionRelation("sr-1", "s-2", "participant", "s-1"),
            SuggestionRelation("sr-2", "s-2", "participant", "a-1"),
        ),
        gold=(
            Gold(
                *("g-1", "art-1", "entity", "person", at("Ilse Varn"), "Ilse Varn"),
                Decision("rev", ("ann", "bo"), "boundary", "title stays outside"),
                {"actor": "government"},
            ),
            Gold(
                *("g-2", "art-1", "event", "agreement", at("signed"), "signed"),
                Decision("rev", ("ann",), "taken", ""),
            ),
        ),
        gold_relations=(
            GoldRelation("gr-1", "art-1", "participant", "g-2", "g-1", {"role": "agent"}),
        ),
        rulings=(
            Ruling(
                *("d-1", "art-1", "framing", Span(41, 50)),
                Decision("rev", ("bo",), "nothing", "only quoted"),
            ),
        ),
        format="jsonl",
        place="line 1",
        unit="code points",
        passed=(("some.other.Mood", 1),),
        unnamed=True,
        readers=("ann", "bo"),
    )


SCHEME = read_scheme(CHECKOUT / "resources" / "schemes" / "news.yaml")


def write(
    make: MakeWriter,
    articles: Iterable[CorpusArticle],
    path: Path,
    *,
    any_status: bool = False,
    on_loss: OnLoss = "longest",
) -> list[Loss]:
    """Write articles as a format does, at their place; what was lost."""
    lost: list[Loss] = []
    with closing(OutFolder(path.parent)) as folder:
        writer = make(folder, Order(path.name, SCHEME, any_status, on_loss), lost.append)
        for article in articles:
            writer.add(article)
        writer.finish()
    return lost


# Texts as they come: all of Unicode that a file can hold, line ends and marks among it.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
raw_texts = st.lists(
    st.one_of(words, st.sampled_from(["\r\n", "\r", "\ufeff", "\x00", "\u2029", "🚢", "e\u0301"])),
    min_size=1,
    max_size=12,
).map("".join)
texts = raw_texts.map(lambda raw: canonical(f"x{raw}y").text)


@st.composite
def fragments_in(draw: st.DrawFn, text: str) -> Fragments:
    """One to three fragments that neither overlap nor touch."""
    positions = st.integers(0, len(text))
    cuts = sorted(draw(st.lists(positions, min_size=2, max_size=6, unique=True)))
    pairs = [Span(*cuts[index : index + 2]) for index in range(0, len(cuts) - 1, 2)]
    return tuple(pairs)


@st.composite
def annotations_in(draw: st.DrawFn, text: str, id: str) -> Annotation:
    """An annotation of any place and any words."""
    fragments = draw(fragments_in(text))
    score = st.none() | st.floats(0, 1)
    return Annotation(
        *(id, "art-1", draw(st.sampled_from(["ann", "bo", "周"])), "entity", "person"),
        *(fragments, quote_of(text, fragments)),
        attributes=draw(st.dictionaries(words, words, max_size=2)),
        note=draw(words),
        unsure=draw(words),
        answer=draw(words),
        scheme_version=draw(st.integers(0, 99)),
        origin=Origin(draw(st.sampled_from(["hand", "import"])), draw(words), "", draw(score)),
    )


@st.composite
def corpora(draw: st.DrawFn) -> CorpusArticle:
    """An article of any text with any annotations."""
    text = draw(texts)
    number = draw(st.integers(0, 4))
    found = bare(text)
    meta = draw(st.dictionaries(words, words, max_size=2))
    return replace(
        found,
        article=replace(found.article, meta=meta, language=draw(words), title=draw(words)),
        annotations=tuple(draw(annotations_in(text, f"a-{i}")) for i in range(number)),
    )
