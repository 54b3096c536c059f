"""Articles come out as they went in and in that order, and of texts only what is asked for."""

from hypothesis import example, given
from hypothesis import strategies as st

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.article import Appearance, Article, ArticleLabel, ArticleText
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.domain.text import text_hash
from workbench.store import articles, schema
from workbench.store.project import Project
from workbench.store.rows import value_in, value_text

HARD = "e\u0301a 👨‍👩‍👧 שלום\u2028\u00a0\U00020000\ufeff end.\n"


def appear(project: Project, article: str, *appearances: Appearance) -> None:
    with project.transaction("import", person="", kind="record") as transaction:
        articles.add_appearances(transaction, article, appearances)


def test_an_article_comes_out_as_it_went_in(project: Project) -> None:
    made = Article(
        new_id(),
        "Ein “Titel” 🙂",
        len(HARD),
        text_hash(HARD),
        "de",
        "a.txt",
        "f" * 64,
        {"desk": "Küste"},
        "2024-01-19T00:00:00+00:00",
    )
    structure = structure_of(HARD)
    with project.transaction("import", person="", kind="record") as transaction:
        articles.insert(transaction, made, ArticleText(made.id, HARD, structure))
    assert articles.list_articles(project) == [made]
    assert articles.text_of(project, made.id) == ArticleText(made.id, HARD, structure)
    assert articles.by_hash(project, text_hash(HARD)) == made.id
    assert articles.hashes(project) == {text_hash(HARD): made.id}


def test_articles_are_listed_in_the_order_in_which_they_came(project: Project) -> None:
    ids = [add_article(project, f"{TEXT}{number}") for number in range(5)]
    assert [article.id for article in articles.list_articles(project)] == ids
    wanted = [ids[3], "nobody's", ids[0]]
    assert [article.id for article in articles.by_ids(project, wanted)] == [ids[0], ids[3]]


def test_a_text_that_is_not_there_has_no_article(project: Project) -> None:
    assert articles.by_hash(project, text_hash("nowhere")) is None


def test_slices_count_code_points_as_python_does(project: Project) -> None:
    article = add_article(project, HARD)
    for start in range(len(HARD)):
        for end in range(start + 1, len(HARD) + 1):
            found = articles.slices_of(project, article, (Span(start, end),))
            assert found == (len(HARD), [HARD[start:end]])


def test_several_fragments_are_sliced_at_once(project: Project) -> None:
    article = add_article(project, HARD)
    fragments = (Span(0, 2), Span(4, 9))
    assert articles.slices_of(project, article, fragments)[1] == [HARD[0:2], HARD[4:9]]


# --- appearances


def test_an_appearance_is_noted_once_and_the_first_stays_the_first(project: Project) -> None:
    article = add_article(project)
    paper = Appearance("The Harbour Post", "https://post.example/1", "M. Olsen", "2024-01-19", "a")
    wire = Appearance("Wire", published="2024-01-18")
    appear(project, article, paper, paper)
    appear(project, article, wire, paper)
    assert articles.appearances_of(project, [article]) == {article: [paper, wire]}


def test_appearances_of_one_outlet_on_two_days_are_two(project: Project) -> None:
    article = add_article(project)
    days = [Appearance("Wire", published=f"2024-01-{day}") for day in (18, 19)]
    appear(project, article, *days)
    assert articles.appearances_of(project, [article])[article] == days


def test_an_article_that_appeared_nowhere_is_missing(project: Project) -> None:
    article = add_article(project)
    assert articles.appearances_of(project, [article]) == {}


# --- labels of whole articles


def test_a_label_is_changed_in_its_place(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    with project.transaction("planted", person="", kind="record") as transaction:
        kinds = [{"id": name, "name": name} for name in ("genre", "frames")]
        transaction.insert_many(schema.article_label_type, kinds)
    label = ArticleLabel("l1", article, ann.id, "genre", "report")
    frames = ArticleLabel("l2", article, ann.id, "frames", ("policy", "[sic]"))
    with project.transaction("label_article", person=ann.id) as transaction:
        for each in (label, frames, ArticleLabel("l1", article, ann.id, "genre", "[satire]")):
            articles.put_label(transaction, each)
    assert articles.labels_of(project, [article]) == [
        ArticleLabel("l1", article, ann.id, "genre", "[satire]"),
        frames,
    ]


@given(st.text() | st.lists(st.text()).map(tuple))
@example("[sic] a quotation")
@example("[1, 2]")
@example("\\[")
@example(("[", "]"))
def test_any_value_of_a_label_is_read_back_as_it_was(value: str | tuple[str, ...]) -> None:
    assert value_in(value_text(value)) == value
