"""How doubtful the open suggestions of each article are: summed by the database, not row by row."""

from dataclasses import dataclass

from sqlalchemy import case, func, select

from workbench.store import schema
from workbench.store.reader import Reader

_SUGGESTION = schema.suggestion
_STATE = schema.suggestion_state
_ANNOTATION = schema.annotation


@dataclass(frozen=True, slots=True)
class Doubt:
    """The open suggestions of one suggester in one layer of an article.

    `doubtful` sums score·(1 − score); of the `places` with different words, `new` are about words
    that the person has marked nowhere.
    """

    article: str
    suggester: str
    layer: str
    doubtful: float
    places: int
    new: int


def of_all(reader: Reader, *, annotator: str) -> list[Doubt]:
    """The doubt about every article that has suggestions on which a person has not decided."""
    s, words = _SUGGESTION.c, func.lower(_SUGGESTION.c.quote)
    decided = select(_STATE.c.suggestion).where(_STATE.c.annotator == annotator)
    marked = select(func.lower(_ANNOTATION.c.quote)).where(_ANNOTATION.c.annotator == annotator)
    query = (
        select(
            s.article,
            s.suggester,
            s.layer,
            func.sum(s.score * (1 - s.score)).label("doubtful"),
            func.count(words.distinct()).label("places"),
            func.count(case((words.not_in(marked), words)).distinct()).label("new"),
        )
        .where(s.id.not_in(decided))
        .group_by(s.article, s.suggester, s.layer)
    )
    return [
        Doubt(row.article, row.suggester, row.layer, row.doubtful, row.places, row.new)
        for row in reader.rows(query)
    ]
