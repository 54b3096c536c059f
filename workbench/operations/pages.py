"""Pages for others to read, each one file without scripts or anything from elsewhere.

They follow the reader's light or dark, and print. Whatever comes from a project is escaped.
"""

import html
from collections.abc import Iterable, Sequence

STYLE = """
:root{color-scheme:light dark;--ink:#1d2329;--paper:#fff;--line:#c9d0d6;--heat:31,105,160}
@media(prefers-color-scheme:dark){:root{
--ink:#e6e9ec;--paper:#171b1f;--line:#414950;--heat:90,160,215}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);
max-width:62rem;margin:2rem auto;padding:0 1rem}
.wide{overflow-x:auto;margin:.6rem 0 1.4rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{border:1px solid var(--line);padding:.25rem .6rem;text-align:right}
td:first-child,.word{text-align:left}
caption{text-align:left;font-weight:600;padding:.3rem 0}
small,.why{opacity:.75}
td small{display:block}
mark{background:rgba(var(--heat),.3);color:inherit}
blockquote{margin:.4rem 0;padding:.2rem .8rem;border-left:3px solid var(--line);
overflow-wrap:anywhere}
tr,blockquote{break-inside:avoid}
h2,h3,h4,caption{break-after:avoid}
h2{border-bottom:1px solid var(--line);margin-top:2.2rem}
@page{margin:15mm}
@media print{
:root{color-scheme:light;--ink:#000;--paper:#fff;--line:#999;--heat:31,105,160}
body{font-size:10pt;margin:0;padding:0;max-width:none}
.wide{overflow:visible}
table{font-size:8pt}th,td{padding:.1rem .3rem;overflow-wrap:anywhere}
td,mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""


def opening(title: str, style: str = "") -> str:
    """How a page begins, with its title as the first head and some style of its own."""
    said = escaped(title)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{said}</title><style>{STYLE}{style}</style></head><body><h1>{said}</h1>"
    )


def escaped(value: object) -> str:
    """A value as HTML shows it."""
    return html.escape(str(value))


def table_of(
    caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]], *, words: int = 1
) -> str:
    """A table of plain cells, whose first columns hold `words` and the others figures."""
    cells = (f"<tr>{_cells('td', row, words)}</tr>" for row in rows)
    return _table(caption, _cells('th scope="col"', heads, words), cells)


def framed(caption: str, heads: Sequence[str], rows: Iterable[str]) -> str:
    """A table of rows in HTML, whose heads stand again on every page that it reaches."""
    return _table(caption, _cells('th scope="col"', heads, 1), rows)


def _table(caption: str, head: str, rows: Iterable[str]) -> str:
    above = f"<caption>{escaped(caption)}</caption>" if caption else ""
    return (
        f'<div class="wide"><table>{above}<thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _cells(kind: str, values: Sequence[object], words: int) -> str:
    """The cells of a row; those with words stand to the left, as the first cell does anyhow."""
    name = kind.partition(" ")[0]
    begin = [f'<{kind} class="word">'] * words + [f"<{kind}>"] * (len(values) - words)
    return "".join(
        f"{tag}{escaped(value)}</{name}>" for tag, value in zip(begin, values, strict=True)
    )
