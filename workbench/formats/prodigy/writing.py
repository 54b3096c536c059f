"""Articles as lines for Prodigy.

Relations name the last token of each end, as Prodigy does, and the whole span beside, since several
may stand on one token.
"""

import json

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.formats.about import said_of
from workbench.formats.holding import METADATA, RELATIONS, tell_unheld, tell_unheld_of_article
from workbench.formats.json_values import Object
from workbench.formats.out_folder import OutFolder
from workbench.formats.prodigy.tokens import Tokens, tokens
from workbench.formats.tokens import Tokenize
from workbench.formats.views import View, tell_repeated, views

HOLDS = frozenset({RELATIONS, METADATA})


class ProdigyWriter:
    """Writes a line for each article and everyone who finished a layer of it."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose, *, tokenize: Tokenize) -> None:
        self._order, self._lose, self._tokenize = order, lose, tokenize
        self._file = folder.text(order.file)
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write the lines of an article; how many annotations are in them."""
        people = list(views(article, any_status=self._order.any_status, lose=self._lose))
        tell_repeated(people, self._lose)
        for view in people:
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            line = json.dumps(
                line_of(view, self._tokenize), ensure_ascii=False, separators=(",", ":")
            )
            self._file.write(f"{line}\n")
        return sum(len(view.annotations) for view in people)

    def finish(self) -> None:
        """Nothing is left to write."""


def line_of(view: View, tokenize: Tokenize) -> Object:
    """What one person marked in an article."""
    text = view.article.text
    made = tokens(text, (mark.span for mark in view.annotations), tokenize)
    spans = {mark.id: _span(mark, made) for mark in view.annotations}
    return {
        "text": text,
        "tokens": [_token(number, made, text) for number in range(len(made.spans))],
        "spans": list(spans.values()),
        "relations": [_relation(relation, spans) for relation in view.relations],
        "answer": "accept",
        "_annotator_id": view.annotator,
        "_session_id": view.annotator,
        "meta": said_of(view.article),
    }


def _token(number: int, made: Tokens, text: str) -> Object:
    span = made.spans[number]
    return {
        "text": span.of(text),
        "start": span.start,
        "end": span.end,
        "id": number,
        "ws": made.blank_after[number],
    }


def _span(mark: Annotation, made: Tokens) -> Object:
    span = mark.span
    return {
        "start": span.start,
        "end": span.end,
        "token_start": made.first(span),
        "token_end": made.last(span),
        "label": f"{mark.layer}/{mark.label}",
    }


def _relation(relation: Relation, spans: dict[str, Object]) -> Object:
    head, child = spans[relation.source], spans[relation.target]
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "label": relation.type,
        "head_span": head,
        "child_span": child,
    }
