"""A page to read: each article as each person has it, its spans in the colours of their labels.

One file without scripts or anything from elsewhere, which follows the reader's light or dark, and
prints. Whatever comes from a project is escaped. Where spans overlap each has its own line under
the words, so that nothing hides beneath another.
"""

import html
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.domain.scheme import Scheme
from workbench.formats.holding import (
    ALL_WORK,
    ID,
    METADATA,
    PROVENANCE,
    tell_unheld,
    tell_unheld_of_article,
)
from workbench.formats.out_folder import OutFolder
from workbench.formats.views import View, pieces_of, views

HOLDS = (ALL_WORK | {METADATA}) - {ID, PROVENANCE}
_STYLE = """
:root{color-scheme:light dark;--ink:#1d2329;--paper:#fff;--line:#c9d0d6}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ec;--paper:#171b1f;--line:#414950}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);
max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
.text{white-space:pre-wrap;line-height:2.4}
mark{color:inherit;background:color-mix(in srgb,var(--color) 22%,transparent);
border-bottom:3px solid var(--color);padding-bottom:var(--under)}
mark small{font-size:.68em;font-weight:600;opacity:.85;user-select:none;margin-left:.2em}
article{border-top:1px solid var(--line);margin-top:2.2rem}
h2{margin-bottom:.2rem}
.about{opacity:.75;margin-top:0}
table{border-collapse:collapse;font-size:.85rem;width:100%}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{border-bottom:1px solid var(--line);padding:.2rem .6rem .2rem 0;text-align:left;
vertical-align:top}
h2,caption,thead{break-after:avoid}
tr{break-inside:avoid}
@page{margin:15mm}
@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--line:#999}
body{font-size:11pt;margin:0;padding:0;max-width:none}
mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""
HEAD = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Annotations</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<style>{_STYLE}</style></head><body>
<h1>Annotations</h1>
"""
_DEPTH = 4  # pixels from the line under a span to that under the one within it
_PLAIN = "#888888"


class PageWriter:
    """Writes every article under those before it, once for each who finished a layer of it."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose) -> None:
        self._order, self._lose = order, lose
        self._colors = _colors(order.scheme)
        self._page = folder.text(order.file)
        self._page.write(HEAD)
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write an article for each who finished a layer of it; how many spans are marked."""
        written = 0
        for view in views(article, any_status=self._order.any_status, lose=self._lose):
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            self._page.writelines(_article(view, self._colors))
            written += len(view.annotations)
        return written

    def finish(self) -> None:
        """End the page."""
        self._page.write("</body></html>\n")


writer = PageWriter


def _colors(scheme: Scheme) -> dict[tuple[str, str], str]:
    """The colour of each label, by its layer and id."""
    return {(layer.id, label.id): label.color for layer in scheme.layers for label in layer.labels}


def _article(view: View, colors: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """The parts of the page that are of one article as one person has it."""
    yield f"<article>\n<h2 dir=auto>{_safe(view.article.article.title)}</h2>\n"
    yield f"<p class=about>{_safe(' · '.join(_about(view)))}</p>\n"
    yield f"<div class=text dir=auto>{''.join(_marked(view, colors))}</div>\n"
    yield from _table(
        "Spans",
        ("Words", "Label", "Place", "Attributes", "Note", "Unsure"),
        map(_span_row, view.annotations),
    )
    words = {annotation.id: annotation.quote for annotation in view.annotations}
    yield from _table(
        "Relations",
        ("From", "Relation", "To", "Attributes", "Note"),
        (_relation_row(relation, words) for relation in view.relations),
    )
    yield "</article>\n"


def _about(view: View) -> Iterator[str]:
    """What is known of the article, and of this person's work on it."""
    for seen in view.article.appearances:
        yield from filter(None, (seen.source, seen.published, seen.author, seen.url))
    yield from (f"{name}: {value}" for name, value in view.article.article.meta.items())
    for label in view.labels:
        values = (label.value,) if isinstance(label.value, str) else label.value
        yield f"{label.name}: {', '.join(values)}"
    yield f"{view.annotator} finished {', '.join(sorted(view.finished)) or 'nothing'}"


# --- the text with its marks


def _marked(view: View, colors: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """The text, cut where a span begins or ends; each piece lies in a mark of each of its spans."""
    text = view.article.text
    pieces = [(f.start, f.end, a) for a in view.annotations for f in a.fragments]
    pieces.sort(key=lambda piece: (piece[0], -piece[1]))
    borders = sorted({0, len(text), *(p for start, end, _ in pieces for p in (start, end))})
    begun = 0
    over: list[tuple[int, int, Annotation]] = []
    for start, end in pairwise(borders):
        over = [piece for piece in over if piece[1] > start]
        while begun < len(pieces) and pieces[begun][0] == start:
            over.append(pieces[begun])
            begun += 1
        yield _piece(text[start:end], end, over, colors)


def _piece(
    words: str,
    end: int,
    over: Iterable[tuple[int, int, Annotation]],
    colors: Mapping[tuple[str, str], str],
) -> str:
    """Some words in the marks of the spans over them, the innermost first; ends name the label."""
    made = _safe(words)
    for depth, (_, last, annotation) in enumerate(reversed(list(over))):
        color = colors.get((annotation.layer, annotation.label), _PLAIN)
        name = f"<small>{_safe(annotation.label)}</small>" if last == end else ""
        title = _safe(f"{annotation.layer}/{annotation.label}: {annotation.quote}")
        style = f"--color:{color};--under:{depth * _DEPTH}px"
        made = f'<mark style="{style}" title="{title}">{made}{name}</mark>'
    return made


# --- what else is said


def _span_row(annotation: Annotation) -> tuple[str, ...]:
    return (
        annotation.quote,
        f"{annotation.layer}/{annotation.label}",
        pieces_of(annotation),
        _pairs(annotation.attributes),
        annotation.note,
        f"{annotation.unsure} {annotation.answer}".strip(),
    )


def _relation_row(relation: Relation, words: Mapping[str, str]) -> tuple[str, ...]:
    return (
        words[relation.source],
        relation.type,
        words[relation.target],
        _pairs(relation.attributes),
        relation.note,
    )


def _pairs(attributes: Mapping[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in attributes.items())


def _table(caption: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table, where it has any rows."""
    body = [f"<tr>{''.join(f'<td dir=auto>{_safe(cell)}</td>' for cell in row)}" for row in rows]
    if body:
        head = "".join(f"<th>{name}</th>" for name in heads)
        yield f"<table><caption>{caption}</caption>\n<thead><tr>{head}</thead>\n"
        yield "\n".join((*body, "</table>\n"))


def _safe(words: str) -> str:
    """Words as they may stand in a page, and in the quotes of an attribute."""
    return html.escape(words)
