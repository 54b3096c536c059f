"""The shape in which articles go out: whole or in pieces, under which labels, on which tokens."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from workbench.domain.corpus import CorpusArticle, Lose, Loss, OnLoss, Order
from workbench.domain.errors import UserError
from workbench.domain.piecing import Unit, pieces
from workbench.domain.relabelling import OWN, Relabelling
from workbench.domain.scheme import Scheme
from workbench.formats.registry import Format
from workbench.formats.views import finished_layers, goes_out, views

Tokens = Literal["whole", "cut"]


@dataclass(frozen=True, slots=True)
class Shaping:
    """What is one document, what labels are called, and whether tokens are cut at span borders.

    `label_as` are LAYER=TEMPLATE, and `names` those of another scheme, as `Relabelling` has them.
    """

    unit: Unit = "article"
    label_as: tuple[str, ...] = ()
    names: str = OWN
    tokens: Tokens = "whole"

    def chosen(self) -> dict[str, str]:
        """What was chosen, where that is not as everything is."""
        said = {
            "one document is": "" if self.unit == "article" else f"a {self.unit}",
            "labels": ", ".join(self.label_as),
            "names of labels": "" if self.names == OWN else self.names,
            "tokens": "cut at the borders of spans" if self.tokens == "cut" else "",
        }
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Shaper:
    """Gives articles their shape; `scheme` has the labels as they are called then."""

    shaping: Shaping
    relabelling: Relabelling
    any_status: bool

    @classmethod
    def of(cls, shaping: Shaping, scheme: Scheme, format: Format, *, any_status: bool) -> "Shaper":
        """What shapes articles for a format; raises `UserError` where it cannot be asked for that.

        A format that carries everything carries it as it is.
        """
        if format.whole and shaping != Shaping():
            raise UserError("operations.carried_as_it_is", format=format.name)
        if shaping.tokens == "cut" and not format.cuts:
            raise UserError("operations.no_tokens_to_cut", format=format.name)
        made = Relabelling.of(scheme, names=shaping.names, label_as=shaping.label_as)
        return cls(shaping, made, any_status)

    @property
    def scheme(self) -> Scheme:
        """The scheme of what goes out."""
        return self.relabelling.scheme

    def order(self, on_loss: OnLoss) -> Order:
        """What is asked of the writers, whatever their files are called."""
        cut = self.shaping.tokens == "cut"
        return Order("", self.scheme, self.any_status, on_loss, cut)

    def renamed(self, article: CorpusArticle, lose: Lose) -> CorpusArticle:
        """An article under the labels that were asked for, without what has none there."""
        if self.scheme is self.relabelling.before:
            return article
        found = [(a, self.relabelling.named(a)) for a in article.annotations]
        for annotation, now in found:
            if now is None:
                lose(Loss.of("no_name_elsewhere", annotation, annotation.label))
        return replace(article, annotations=tuple(now for _, now in found if now is not None))

    def pieces(self, article: CorpusArticle, lose: Lose) -> Iterator[CorpusArticle]:
        """An article, or the pieces of it; one that does not go out is in one."""
        if self.shaping.unit == "article" or not goes_out(article, any_status=self.any_status):
            yield article
        else:
            settled = self._settled(article, lose)
            yield from pieces(settled, self.shaping.unit, lose)

    def _settled(self, article: CorpusArticle, lose: Lose) -> CorpusArticle:
        """An article with what goes out alone, so that what does not is told of once."""
        if self.any_status:
            return article
        found = list(views(article, any_status=False, lose=lose))
        return replace(
            article,
            annotations=tuple(a for view in found for a in view.annotations),
            relations=tuple(r for view in found for r in view.relations),
            assignments=tuple(
                a
                for a in article.assignments or ()
                if a.layer in finished_layers(article, a.annotator)
            ),
        )
