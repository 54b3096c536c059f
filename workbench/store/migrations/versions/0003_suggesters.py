"""The suggesters that a project knows beside those that travel with the program."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make an empty table: projects had the program's own suggester alone."""
    op.create_table(
        "suggester",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("spec", sa.Text(), server_default="{}", nullable=False),
        sa.Column("layers", sa.Text(), server_default="[]", nullable=False),
        sa.Column("annotator", sa.Text(), nullable=True),
        sa.Column("created", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["annotator"],
            ["annotator.id"],
            name=op.f("fk_suggester_annotator"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggester")),
        sa.UniqueConstraint("name", name=op.f("uq_suggester_name")),
    )
