"""CoNLL-U Plus: a token a line, with a column for each layer, in a file for each annotator.

Spans stand in brackets, as GUM writes its entities: `(1-person` where the first begins, `1)` where
it ends, and `(1-person)` on one token; at a token, ends stand before beginnings. They may overlap,
cross and run over sentences; one in two fragments is `(1[1/2]-…` and `(1[2/2]-…`. In a layer that
is finished `*` says that nothing begins or ends there, and `_`, in one that is not, says nothing.
Blanks are kept as UDPipe keeps them, so that the text is there to the last line end; sentences are
those that are stored.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from workbench.domain.annotation import Annotation
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.domain.span import Span
from workbench.formats.holding import FINISHED, FRAGMENTS, tell_unheld, tell_unheld_of_article
from workbench.formats.out_folder import OutFolder
from workbench.formats.tokens import Tokenize, Tokens, tokens_of
from workbench.formats.views import View, views

HOLDS = frozenset({FINISHED, FRAGMENTS})
NAMESPACE = "WORKBENCH"
_UNKNOWN, _NOTHING = "_", "*"
_ESCAPES = str.maketrans(
    {"\\": "\\\\", " ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p"}
)


class ConlluWriter:
    """Writes articles one after another, each into the files of whoever finished a layer of it."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose, *, tokenize: Tokenize) -> None:
        self._folder, self._order, self._lose = folder, order, lose
        self._tokenize = tokenize
        self._layers = [layer.id for layer in order.scheme.layers]
        self._begun: set[str] = set()
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write an article; how many spans are in it."""
        tokens = tokens_of(article, self._tokenize, crossed=True, cut=self._order.cut)
        written = 0
        for view in views(article, any_status=self._order.any_status, lose=self._lose):
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            brackets = _Brackets(tokens, self._lose)
            written += sum(map(brackets.put, view.annotations))
            columns = [self._column(view, layer, brackets) for layer in self._layers]
            self._file(view.annotator).writelines(_lines(view, tokens, columns))
        return written

    def finish(self) -> None:
        """Nothing is left to write."""

    def _file(self, annotator: str) -> IO[str]:
        """The file of an annotator, which begins with the names of its columns."""
        name = self._folder.name_for(annotator)
        file = self._folder.text(f"{name}.conllup")
        if name not in self._begun:
            self._begun.add(name)
            columns = (f"{NAMESPACE}:{layer.upper()}" for layer in self._layers)
            file.write(f"# global.columns = {' '.join(('ID', 'FORM', 'MISC', *columns))}\n")
        return file

    @staticmethod
    def _column(view: View, layer: str, brackets: "_Brackets") -> list[str]:
        """What stands under a layer at each token."""
        silent = _NOTHING if layer in view.finished else _UNKNOWN
        found = brackets.of(layer)
        return [found.get(number, silent) for number in range(brackets.length)]


writer = ConlluWriter


class _Brackets:
    """The brackets of spans, by layer and token; each span has a number in its article."""

    def __init__(self, tokens: Tokens, lose: Lose) -> None:
        self.length = len(tokens.spans)
        self._tokens, self._lose = tokens, lose
        self._number = 0
        self._opening: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._closing: dict[tuple[str, int], list[str]] = defaultdict(list)

    def put(self, annotation: Annotation) -> bool:
        """Put the brackets of a span; whether there is a token under it."""
        pieces = self._pieces(annotation)
        if not pieces:
            self._lose(Loss.of("no_token", annotation))
            return False
        self._number += 1
        for part, (first, end) in enumerate(pieces, start=1):
            name = f"{self._number}[{part}/{len(pieces)}]" if len(pieces) > 1 else str(self._number)
            whole = ")" if end == first + 1 else ""
            opening = f"({name}-{annotation.label}{whole}"
            self._opening[annotation.layer, first].append(opening)
            if not whole:
                self._closing[annotation.layer, end - 1].append(f"{name})")
        return True

    def of(self, layer: str) -> Mapping[int, str]:
        """What stands at the tokens where spans of a layer begin or end."""
        places = {at for of, at in (*self._opening, *self._closing) if of == layer}
        return {
            at: "".join((*reversed(self._closing[layer, at]), *self._opening[layer, at]))
            for at in places
        }

    def _pieces(self, annotation: Annotation) -> list[tuple[int, int]]:
        """The tokens under each fragment, without those under the one before; moved ones are told.

        Fragments that come to lie side by side are one.
        """
        pieces: list[tuple[int, int]] = []
        for fragment in annotation.fragments:
            first, end = self._tokens.under(fragment)
            if pieces and first <= pieces[-1][1]:
                pieces[-1] = pieces[-1][0], max(end, pieces[-1][1])
            elif first < end:
                pieces.append((first, end))
        now = [self._span(*piece) for piece in pieces]
        if pieces and tuple(now) != annotation.fragments:
            told = " ".join(f"{span.start}–{span.end}" for span in now)
            self._lose(Loss.of("span_widened", annotation, told))
        return pieces

    def _span(self, first: int, end: int) -> Span:
        return Span(self._tokens.spans[first].start, self._tokens.spans[end - 1].end)


def _lines(view: View, tokens: Tokens, columns: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of one article, an empty one after each sentence."""
    id = view.article.article.id
    yield f"# newdoc id = {id}\n"
    for number, (first, end) in enumerate(tokens.sentences(), start=1):
        words = tokens.text[tokens.spans[first].start : tokens.spans[end - 1].end]
        yield f"# sent_id = {id}-{number}\n# text = {' '.join(words.split())}\n"
        for at in range(first, end):
            cells = (str(at - first + 1), tokens.spans[at].of(tokens.text), _blanks(tokens, at))
            yield "\t".join((*cells, *(column[at] for column in columns))) + "\n"
        yield "\n"


def _blanks(tokens: Tokens, at: int) -> str:
    """What stands around a token, where that is not one blank behind it."""
    spans, text = tokens.spans, tokens.text
    after = text[spans[at].end : spans[at + 1].start if at + 1 < len(spans) else len(text)]
    said = [] if at or not spans[0].start else [f"SpacesBefore={_escaped(text[: spans[0].start])}"]
    if not after:
        said.append("SpaceAfter=No")
    elif after != " ":
        said.append(f"SpacesAfter={_escaped(after)}")
    return "|".join(said) or _UNKNOWN


def _escaped(blanks: str) -> str:
    return blanks.translate(_ESCAPES)
