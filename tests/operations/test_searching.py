"""A search finds every place in context, reads what came in first, and stops where asked."""

from itertools import islice

from tests.store.conftest import add_article
from workbench.operations.progress import Progress, finish
from workbench.operations.searching import count_articles, index_pending, search
from workbench.store import full_text
from workbench.store.project import Project


def test_hits_stand_in_context_in_the_order_of_the_texts(project: Project, article: str) -> None:
    other = add_article(project, "The harbours are full. A HARBOUR!\n")
    finish(index_pending(project))
    hits = list(search(project, "harbour"))
    assert [(hit.article, hit.span.start) for hit in hits] == [
        (article, 0),
        (article, 37),
        (other, 25),
    ]
    assert [hit.context.match for hit in hits] == ["Harbour", "harbour", "HARBOUR"]
    assert hits[1].context.left == "Harbour closed The mayor said: “The "
    assert hits[1].context.right == " is closed.” Nobody 🙂 disagreed. "
    assert count_articles(project, "harbour") == 2


def test_every_term_must_be_there_and_each_is_shown(project: Project, article: str) -> None:
    add_article(project, "A harbour without anyone.\n")
    finish(index_pending(project))
    hits = list(search(project, 'harbour "nobody 🙂 disagreed"'))
    assert {hit.article for hit in hits} == {article}
    assert [hit.context.match for hit in hits] == ["Harbour", "harbour", "Nobody 🙂 disagreed"]


def test_no_more_texts_are_read_than_are_asked_for(project: Project) -> None:
    for number in range(210):
        add_article(project, f"harbour {number}\n")
    finish(index_pending(project))
    hits = search(project, "harbour")
    assert len(list(islice(hits, 15))) == 15
    later = add_article(project, "harbour, the last\n")
    finish(index_pending(project))
    assert list(hits)[-1].article == later


def test_indexing_tells_how_far_it_is_and_keeps_what_it_has(project: Project) -> None:
    for number in range(25):
        add_article(project, f"harbour {number}\n")
    verb = index_pending(project)
    assert [next(verb), next(verb)] == [Progress(10, 25), Progress(20, 25)]
    verb.close()
    assert len(full_text.pending(project)) == 5
    assert finish(index_pending(project)) == 5
    assert finish(index_pending(project)) == 0
