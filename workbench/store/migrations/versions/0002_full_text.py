"""An index of the articles' words, which holds no text itself: see `store.full_text`."""

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
