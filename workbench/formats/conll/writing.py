"""Tokens with their tags, in a folder for each annotator and a file for each layer.

A file has the articles whose layer is finished, and no other: an O says that nothing is there.
Where spans overlap, the longest are in the file of the layer; the others go into further ones,
`LAYER.2.conll` and on, or are told of.
"""

from collections.abc import Iterable, Iterator

from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.formats.holding import tell_unheld, tell_unheld_of_article
from workbench.formats.out_folder import OutFolder
from workbench.formats.tokens import (
    OnTokens,
    Tokenize,
    Tokens,
    layers_on_tokens,
    tags_of,
    tokens_of,
)
from workbench.formats.views import views

HOLDS: frozenset[str] = frozenset()
BEGIN = "-DOCSTART- -X- O O\n\n"


class ConllWriter:
    """Writes articles one after another, each into the files of whoever finished a layer of it."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose, *, tokenize: Tokenize) -> None:
        self._folder, self._order, self._lose = folder, order, lose
        self._tokenize = tokenize
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write an article; how many spans are tagged."""
        tokens = tokens_of(article, self._tokenize, cut=self._order.cut)
        written = 0
        for view in views(article, any_status=self._order.any_status, lose=self._lose):
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            self._lose(Loss("respaced", article.article.id, "", article.article.title))
            person = self._folder.folder_for(view.annotator)
            for layer, found in layers_on_tokens(
                view, tokens, on_loss=self._order.on_loss, lose=self._lose
            ):
                self._write(f"{person}/{layer}", found, tokens)
                written += sum(map(len, found))
        return written

    def finish(self) -> None:
        """Say whose folders they are."""
        self._folder.write_people()

    def _write(self, name: str, found: Iterable[list[OnTokens]], tokens: Tokens) -> None:
        """Write the spans of one layer, each level of them into a file."""
        for number, level in enumerate(found, start=1):
            file = f"{name}.{number}.conll" if number > 1 else f"{name}.conll"
            self._folder.text(file).writelines(_lines(level, tokens))


def _lines(spans: Iterable[OnTokens], tokens: Tokens) -> Iterator[str]:
    """The lines of one article, an empty one after each sentence."""
    tags = tags_of(spans, tokens)
    yield BEGIN
    for first, end in tokens.sentences():
        for token, tag in zip(tokens.spans[first:end], tags[first:end], strict=True):
            yield f"{token.of(tokens.text)} -X- _ {tag}\n"
        yield "\n"
