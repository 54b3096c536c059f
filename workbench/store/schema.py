"""The tables of a project file.

Every table that people's work lives in has a text primary key `id` that stays unique when copies of
a project are joined, so that the journal can name any row as (table, id). Rows that belong to an
article carry its id. Small structured values (fragments beyond the first, attributes, origin) are
JSON in the row they belong to: a span is then one row, one insert and one comparison when an act is
taken back. Long texts stand apart from the articles, so that listing 100,000 articles reads few
pages. Foreign keys are checked when a transaction commits, so that undo may restore rows in any
order. Types are those that SQLite and PostgreSQL share.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _text(name: str, default: str = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


def _ref(name: str, target: str, *, null: bool = False) -> Column[str]:
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column(name, Text, key, nullable=null)


def _number(name: str, default: int = 0) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=str(default))


def _label_key() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["layer", "label"], ["label.layer", "label.label"], deferrable=True, initially="DEFERRED"
    )


# --- the file itself

project = Table("project", metadata, _id(), _text("created"))

# One row for each place that this file has lived in; the newest one is this copy.
copy = Table("copy", metadata, _id(), _text("place"), _text("created"), _number("number"))

# --- the scheme: `spec` is JSON of everything but the id and the name

# `edition` is new with every edit, so that a reader knows whether what it holds is still true.
scheme = Table(
    "scheme", metadata, _id(), _number("version", 1), _text("edition"), _text("spec", "{}")
)
layer = Table("layer", metadata, _id(), _number("position"), _text("name"), _text("spec", "{}"))
label = Table(
    "label",
    metadata,
    _id(),
    _ref("layer", "layer.id"),
    _text("label"),
    _number("position"),
    _text("name"),
    _text("spec", "{}"),
    UniqueConstraint("layer", "label"),
)
attribute = Table(
    "attribute",
    metadata,
    _id(),
    _ref("layer", "layer.id"),
    _text("attribute"),
    _number("position"),
    _text("name"),
    _text("spec", "{}"),
)
relation_type = Table(
    "relation_type", metadata, _id(), _number("position"), _text("name"), _text("spec", "{}")
)
article_label_type = Table(
    "article_label_type", metadata, _id(), _number("position"), _text("name"), _text("spec", "{}")
)

# --- articles

article = Table(
    "article",
    metadata,
    _id(),
    _text("title"),
    _number("length"),
    Column("text_hash", Text, nullable=False, unique=True),
    _text("language"),
    _text("file"),
    _text("file_hash"),
    _text("meta", "{}"),
    _text("created"),
    Index(None, "created", "id"),
)
article_text = Table(
    "article_text",
    metadata,
    Column(
        "id",
        Text,
        ForeignKey("article.id", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    _number("structure_version"),
    _text("zones", "[]"),
    _text("sentences", "[]"),
    _text("text"),
)
appearance = Table(
    "appearance",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _text("source"),
    _text("url"),
    _text("author"),
    _text("published"),
    _text("file"),
    Index(None, "article"),
    Index(None, "source"),
)

# --- people and their work

annotator = Table(
    "annotator",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    _text("role", "annotator"),
    _text("created"),
)
assignment = Table(
    "assignment",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _ref("annotator", "annotator.id"),
    _ref("layer", "layer.id"),
    _number("round", 1),
    _text("help", "on"),
    _text("status", "new"),
    _text("reason"),
    _text("modified"),
    UniqueConstraint("article", "annotator", "layer", "round"),
    Index(None, "annotator", "status"),
)
# The state of a layer at the moment it was first marked done: what agreement compares.
frozen_layer = Table(
    "frozen_layer",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _ref("assignment", "assignment.id"),
    _text("time"),
    _text("annotations", "[]"),
    _text("relations", "[]"),
    Index(None, "article"),
    Index(None, "assignment"),
)
article_label = Table(
    "article_label",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _ref("annotator", "annotator.id"),
    _ref("name", "article_label_type.id"),
    _text("value"),
    _text("modified"),
    UniqueConstraint("article", "annotator", "name"),
)
annotation = Table(
    "annotation",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _ref("annotator", "annotator.id"),
    _text("layer"),
    _text("label"),
    _number("start"),
    _number("end"),
    Column("fragments", Text),
    _text("quote"),
    _text("attributes", "{}"),
    _text("note"),
    _text("unsure"),
    _text("answer"),
    _text("created"),
    _text("modified"),
    _number("scheme_version", 1),
    _text("origin", "{}"),
    _label_key(),
    Index(None, "article", "annotator", "start"),
    Index(None, "layer", "label"),
)
relation = Table(
    "relation",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _ref("annotator", "annotator.id"),
    _ref("type", "relation_type.id"),
    _ref("source", "annotation.id"),
    _ref("target", "annotation.id"),
    _text("attributes", "{}"),
    _text("note"),
    _text("created"),
    _text("modified"),
    Index(None, "article", "annotator"),
    Index(None, "source"),
    Index(None, "target"),
)

# --- suggestions

# That a suggester has seen an article, also where it found nothing there.
suggestion_run = Table(
    "suggestion_run",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _text("suggester"),
    _text("model"),
    _text("time"),
    UniqueConstraint("article", "suggester", "model"),
)
suggestion = Table(
    "suggestion",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _text("layer"),
    _text("label"),
    _number("start"),
    _number("end"),
    Column("fragments", Text),
    _text("quote"),
    _text("suggester"),
    _text("model"),
    Column("score", Float, nullable=False),
    _text("attributes", "{}"),
    _text("reason"),
    _label_key(),
    Index(None, "article", "start"),
    Index(None, "layer", "label"),
)
suggestion_state = Table(
    "suggestion_state",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _ref("suggestion", "suggestion.id"),
    _ref("annotator", "annotator.id"),
    _text("state"),
    _ref("annotation", "annotation.id", null=True),
    _text("modified"),
    UniqueConstraint("suggestion", "annotator"),
    Index(None, "article", "annotator"),
    Index(None, "annotation"),
)
# The target is a suggestion or an annotation, so no single foreign key can hold it.
suggestion_relation = Table(
    "suggestion_relation",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _ref("source", "suggestion.id"),
    _ref("type", "relation_type.id"),
    _text("target"),
    Index(None, "article"),
    Index(None, "source"),
)

# What makes suggestions, beside what travels with the program.
suggester = Table(
    "suggester",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    _text("kind"),
    _text("spec", "{}"),
    _text("layers", "[]"),
    _ref("annotator", "annotator.id", null=True),
    _text("created"),
)

# --- gold

gold = Table(
    "gold",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _text("layer"),
    _text("label"),
    _number("start"),
    _number("end"),
    Column("fragments", Text),
    _text("quote"),
    _text("attributes", "{}"),
    _text("note"),
    _text("created"),
    _text("modified"),
    _label_key(),
    Index(None, "article"),
)
# What was decided about a place, with or without a gold span as the outcome.
gold_decision = Table(
    "gold_decision",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _ref("gold", "gold.id", null=True),
    _text("layer"),
    _number("start"),
    _number("end"),
    _text("by"),
    _text("source", "[]"),
    _text("change"),
    _text("reason"),
    _text("time"),
    Index(None, "article"),
    Index(None, "gold"),
)
gold_relation = Table(
    "gold_relation",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _ref("type", "relation_type.id"),
    _ref("source", "gold.id"),
    _ref("target", "gold.id"),
    _text("attributes", "{}"),
    Index(None, "article"),
    Index(None, "source"),
    Index(None, "target"),
)

# --- corpora

# Which part of a split an article belongs to, from the first export that placed it on.
split = Table(
    "split",
    metadata,
    _id(),
    _ref("article", "article.id"),
    _text("part"),
    UniqueConstraint("article"),
)
# What goes out and how, saved under a name.
recipe = Table(
    "recipe",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    _text("spec", "{}"),
    _text("created"),
)

# --- the journal

# `seq` counts arrivals in this file, for noticing what is new; it is never an identity or an order.
journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    _text("copy"),
    _number("counter"),
    _text("time"),
    _text("person"),
    _text("verb"),
    _text("params", "{}"),
    _text("kind"),
    _text("step"),
    _text("target"),
    _text("article"),
    _text("rows", "[]"),
    _text("arrived"),
    UniqueConstraint("copy", "counter"),
    Index(None, "step"),
    Index(None, "article", "seq"),
    sqlite_autoincrement=True,
)
# The rows of old entries up to the last one that is not in the pack before, see `store.packs`.
journal_pack = Table(
    "journal_pack",
    metadata,
    Column("last", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
# Whether each act stands or is undone: derived from the journal, so that undo is one look-up.
act = Table(
    "act",
    metadata,
    Column("step", Text, primary_key=True),
    _text("person"),
    _number("seq"),
    _number("undone"),
    Index(None, "person", "undone", "seq"),
)

JOURNALLED: dict[str, Table] = {
    table.name: table
    for table in metadata.sorted_tables
    if table.name not in {"project", "copy", "journal", "journal_pack", "act"}
}
