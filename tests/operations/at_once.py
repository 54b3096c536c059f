"""Somebody at work in a project that others have open: `python -m tests.operations.at_once`.

PROJECT NAME ACTS are its arguments. Every fourth act is taken back at once, and done again.
"""

import sys
from contextlib import closing
from pathlib import Path

from workbench.domain.span import Span
from workbench.operations import annotating, people, projects, undoing
from workbench.store import articles


def main(path: Path, name: str, acts: int) -> None:
    """Mark so many places, each a different one."""
    with closing(projects.open_(path)) as project:
        who = people.annotator_named(project, name)
        (article,) = articles.list_articles(project)
        for number in range(acts):
            span = Span(5 * number, 5 * number + 4)
            annotating.annotate(
                project,
                annotator=who,
                article=article.id,
                span=span,
                layer="entity",
                label="person",
            )
            if number % 4 == 3:
                undoing.undo(project, annotator=who)
                undoing.redo(project, annotator=who)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
