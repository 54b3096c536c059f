"""Where the suggestions for an article begin, for a long text that is read part by part.

A megabyte may have fifty thousand suggestions, and to put them all in order before the first of
them was shown stopped the window for a third of a second.
"""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Let the index of suggestions by article say where they begin too."""
    op.drop_index(op.f("ix_suggestion_article"), "suggestion")
    op.create_index(op.f("ix_suggestion_article_start"), "suggestion", ["article", "start"])
