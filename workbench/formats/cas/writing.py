"""An article as one person has it, as a CAS, in the folder of that person."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cassis import Cas

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.formats.about import said_of
from workbench.formats.cas.types import FRAGMENT, PAIR, RELATION, SPAN, WORK, typesystem
from workbench.formats.holding import (
    ALL_WORK,
    METADATA,
    tell_unheld,
    tell_unheld_of_article,
)
from workbench.formats.out_folder import OutFolder
from workbench.formats.views import View, views

HOLDS = ALL_WORK | {METADATA}


class CasWriter:
    """Writes a folder for each annotator, with a file for each article."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose) -> None:
        self._folder, self._order, self._lose = folder, order, lose
        self._suffix = Path(order.file).suffix
        self._types = typesystem()
        if self._suffix == ".xmi":
            folder.write("TypeSystem.xml", self._types.to_xml())
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write an article for each who finished a layer of it; how many spans there are."""
        head = article.article
        name = self._folder.name_for(head.title or head.id, key=f"article {head.id}")
        written = 0
        for view in views(article, any_status=self._order.any_status, lose=self._lose):
            made = _Made(view, Cas(typesystem=self._types)).cas
            try:
                text = made.to_xmi() if self._suffix == ".xmi" else made.to_json()
            except ValueError:  # what XML has no place for, such as control characters
                self._lose(Loss("not_in_xml", head.id, "", f"{view.annotator}, {head.title}"))
                continue
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            person = self._folder.name_for(view.annotator, key=f"person {view.annotator}")
            self._folder.write(f"{person}/{name}{self._suffix}", text)
            written += len(view.annotations)
        return written

    def finish(self) -> None:
        """Nothing is left to write."""


class _Made:
    """The CAS of a person's work on an article."""

    def __init__(self, view: View, cas: Cas) -> None:
        self.cas = cas
        cas.sofa_string = view.article.text
        cas.sofa_mime = "text/plain"
        cas.add(self._work(view))
        spans = {annotation.id: self._span(annotation) for annotation in view.annotations}
        for relation in view.relations:
            cas.add(self._relation(relation, spans))

    def _new(self, type: str, **features: object) -> Any:  # noqa: ANN401 - cassis makes the class
        return self.cas.typesystem.get_type(type)(**features)

    def _array(self, elements: Iterable[object]) -> Any:  # noqa: ANN401
        """An array, or nothing where it would be empty: cassis reads no empty one from JSON."""
        found = list(elements)
        return self._new("uima.cas.FSArray", elements=found) if found else None

    def _pairs(self, said: Iterable[tuple[str, str]]) -> Any:  # noqa: ANN401
        return self._array(self._new(PAIR, name=name, value=value) for name, value in said)

    def _work(self, view: View) -> Any:  # noqa: ANN401
        labels = [
            (label.name, value)
            for label in view.labels
            for value in ((label.value,) if isinstance(label.value, str) else label.value)
        ]
        return self._new(
            WORK,
            annotator=view.annotator,
            about=json.dumps(said_of(view.article), ensure_ascii=False),
            finished=self._pairs((layer, "") for layer in sorted(view.finished)),
            labels=self._pairs(labels),
        )

    def _span(self, annotation: Annotation) -> Any:  # noqa: ANN401
        """A span in the index, with its fragments there too, so that their offsets are counted."""
        fragments = [self._new(FRAGMENT, begin=f.start, end=f.end) for f in annotation.fragments]
        self.cas.add_all(fragments)
        origin, place = annotation.origin, annotation.span
        made = self._new(
            SPAN,
            begin=place.start,
            end=place.end,
            uid=annotation.id,
            layer=annotation.layer,
            label=annotation.label,
            fragments=self._array(fragments),
            attributes=self._attributes(annotation.attributes),
            note=annotation.note,
            unsure=annotation.unsure,
            answer=annotation.answer,
            created=annotation.created,
            modified=annotation.modified,
            schemeVersion=annotation.scheme_version,
            by=origin.by,
            suggester=origin.suggester,
            suggestion=origin.suggestion,
            score=origin.score,
            carriedFrom=origin.annotation,
        )
        self.cas.add(made)
        return made

    def _attributes(self, said: Mapping[str, str]) -> Any:  # noqa: ANN401
        return self._pairs(said.items())

    def _relation(self, relation: Relation, spans: Mapping[str, object]) -> Any:  # noqa: ANN401
        return self._new(
            RELATION,
            uid=relation.id,
            kind=relation.type,
            source=spans[relation.source],
            target=spans[relation.target],
            attributes=self._attributes(relation.attributes),
            note=relation.note,
            created=relation.created,
            modified=relation.modified,
        )
