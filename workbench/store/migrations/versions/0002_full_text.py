"""An index of the articles' words, which holds no text itself: see `store.full_text`.

Annotations are found by their place as well: among ten thousand in one article, looking for one at
the place that somebody marks took as long as all the rest of the act.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make an empty index; the texts are read into it afterwards, a few at a time."""
    op.create_table(
        "indexed_text",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_indexed_text")),
        sa.UniqueConstraint("text_hash", name=op.f("uq_indexed_text_text_hash")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE full_text USING fts5("
        "text, content='', columnsize=0, tokenize='ascii')"
    )
    op.drop_index(op.f("ix_annotation_article_annotator"), "annotation")
    columns = ["article", "annotator", "start"]
    op.create_index(op.f("ix_annotation_article_annotator_start"), "annotation", columns)
