"""Gold spans come out with the decision behind each."""

from tests.store.conftest import TEXT, add_article
from workbench.domain.gold import Decision, Gold
from workbench.domain.span import fragments_of, quote_of
from workbench.store import golds, schema
from workbench.store.project import Project


def made(id: str, article: str, *ranges: tuple[int, int]) -> Gold:
    fragments = fragments_of(ranges)
    decision = Decision("rev", ("ann", "Bo “Ö”"), "boundary", f"why {id}")
    return Gold(
        id,
        article,
        "claim",
        "factual",
        fragments,
        quote_of(TEXT, fragments),
        decision,
        {"stance": "denies"},
    )


def test_gold_comes_out_as_it_went_in_by_place(project: Project) -> None:
    article, other = add_article(project), add_article(project, TEXT + "2")
    late, parted = made("g1", article, (8, 14)), made("g2", article, (0, 3), (5, 7))
    elsewhere = made("g3", other, (0, 7))
    with project.transaction("adjudicate", person="") as transaction:
        golds.insert_many(transaction, [late, parted, elsewhere])
    assert golds.of_articles(project, [article]) == [parted, late]
    assert golds.of_articles(project, [other]) == [elsewhere]


def test_a_decision_keeps_the_place_and_the_time_it_was_made(project: Project) -> None:
    article = add_article(project)
    with project.transaction("adjudicate", person="") as transaction:
        golds.insert_many(transaction, [made("g1", article, (0, 3), (5, 7))])
    (row,) = project.images(schema.gold_decision)
    assert (row["start"], row["end"], row["time"]) == (0, 7, transaction.time)
