"""Where a split has placed each article, and what goes out, saved under a name.

And what texts are like, so that near-duplicates are found without reading all again: see
`store.twins`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make empty tables: nothing was split, saved or compared before."""
    op.create_table(
        "split",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["article.id"],
            name=op.f("fk_split_article"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_split")),
        sa.UniqueConstraint("article", name=op.f("uq_split_article")),
    )
    op.create_table(
        "recipe",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("spec", sa.Text(), server_default="{}", nullable=False),
        sa.Column("created", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recipe")),
        sa.UniqueConstraint("name", name=op.f("uq_recipe_name")),
    )
    op.create_table(
        "text_likeness",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("runs", sa.Integer(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("head", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_text_likeness")),
        sa.UniqueConstraint("text_hash", name=op.f("uq_text_likeness_text_hash")),
    )
    op.create_index(op.f("ix_text_likeness_head"), "text_likeness", ["head"])
