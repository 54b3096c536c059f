"""What a project of a hundred thousand articles needs to be listed and searched at once.

Articles are read in their order from an index, a part at a time, and the index of words finds
beginnings of one and two letters by themselves: all words that begin so had to be joined before.
Old entries of the journal are packed, see `store.packs`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the index of words anew, empty; the texts are read into it afterwards, as ever.

    So are the packs made, in quiet moments.
    """
    op.create_index(op.f("ix_article_created"), "article", ["created", "id"])
    op.execute("DROP TABLE full_text")
    op.execute(sa.delete(sa.table("indexed_text")))
    op.execute(
        "CREATE VIRTUAL TABLE full_text USING fts5("
        "text, content='', columnsize=0, tokenize='ascii', prefix='1 2')"
    )
    op.create_table(
        "journal_pack",
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("last", name=op.f("pk_journal_pack")),
    )
