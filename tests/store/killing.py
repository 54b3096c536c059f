"""A program that is killed at random moments, over and over, and proves each time what it kept.

`python -m tests.store.killing FOLDER ROUNDS [SEED]` forks a child that marks, deletes, takes acts
back and moves the log into the file, and that says of each act when it begins and when it is done;
kills it with SIGKILL; and opens the file again. Every act that was said to be done is there, the
one in hand is there whole or not at all, and the file is sound.
"""

import os
import random
import signal
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from tests.store.conftest import TEXT, add_articles, add_person, small_scheme
from workbench.domain.annotation import Annotation
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.store import annotations, articles, people, schema
from workbench.store.checking import check
from workbench.store.opening import create_project, open_project
from workbench.store.project import Project

LONGEST = 0.2  # seconds that a child lives after it has begun
WHERE = (Span(0, 7),)


def main(folder: Path, rounds: int, seed: int) -> None:
    """Kill a child so many times, and say what came of it."""
    chance = random.Random(seed)  # noqa: S311  (reproducible, not secret)
    path = folder / "killed.workbench"
    with closing(create_project(path, small_scheme())) as project:
        add_articles(project, 20)
        add_person(project, "ann")
    marked: set[str] = set()
    acts = sum(outlive(path, marked, chance) for _ in range(rounds))
    with closing(open_project(path, backups=folder)) as project:
        assert check(project) == []
    print(f"{acts} acts outlived {rounds} kills")  # noqa: T201  (it is a program)


# --- the child


@dataclass
class Worker:
    """A person at work who says what she does; `acts` are hers that can be taken back."""

    project: Project
    say: TextIO
    chance: random.Random
    acts: list[tuple[str, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        (self.ann,) = people.annotators(self.project)
        self.articles = [article.id for article in articles.list_articles(self.project)]

    def act(self) -> None:
        """Do one thing or another."""
        verb = self.chance.choice(["mark", "mark", "delete", "undo", "checkpoint"])
        if verb == "checkpoint":
            self.project.checkpoint()
        elif verb == "mark" or not self.acts:
            self.mark()
        elif verb == "undo":
            self.undo()
        else:
            self.delete()

    def mark(self) -> None:
        """Mark up to eight places of several articles as one act."""
        marks = [
            Annotation(new_id(), article, self.ann.id, "entity", "person", WHERE, TEXT[:7])
            for article in self.chance.choices(self.articles, k=self.chance.randint(1, 8))
        ]
        ids = [mark.id for mark in marks]
        self.announce("mark", ids)
        with self.project.transaction("mark", person=self.ann.id) as transaction:
            annotations.insert_many(transaction, marks)
        self.announce("done", [])
        self.acts.append(("mark", ids))

    def delete(self) -> None:
        """Delete what the last act marked, if it did."""
        verb, ids = self.acts[-1]
        if verb == "mark":
            self.announce("delete", ids)
            with self.project.transaction("delete", person=self.ann.id) as transaction:
                for id in ids:
                    annotations.delete(transaction, id)
            self.announce("done", [])
            self.acts.append(("delete", ids))

    def undo(self) -> None:
        """Take the last act back."""
        verb, ids = self.acts.pop()
        self.announce("delete" if verb == "mark" else "mark", ids)
        self.project.turn(self.ann.id, "undo")
        self.announce("done", [])

    def announce(self, what: str, ids: list[str]) -> None:
        """Say what is about to happen to some marks, or that it has."""
        print(what, *ids, file=self.say, flush=True)


def work(path: Path, say: TextIO, seed: int) -> None:
    """Act until the end comes."""
    chance = random.Random(seed)  # noqa: S311  (reproducible, not secret)
    worker = Worker(open_project(path, backups=path.parent), say, chance)
    worker.announce("begun", [])
    while True:
        worker.act()


# --- the one who kills


def outlive(path: Path, marked: set[str], chance: random.Random) -> int:
    """Kill a child in the middle of its work; how many acts outlived it.

    `marked` are the marks that stand before, and becomes those that stand after.
    """
    said = kill(path, chance)
    done, in_hand = followed(said, marked)
    with closing(open_project(path, backups=path.parent)) as project:
        found = {row["id"] for row in project.images(schema.annotation)}
    assert found in (marked, in_hand), "an act was lost, or half done"
    marked.clear()
    marked |= found
    return done


def kill(path: Path, chance: random.Random) -> list[list[str]]:
    """Let a child work for a while and kill it; the whole lines that it said, as words."""
    reading, writing = os.pipe()
    seed = chance.getrandbits(32)
    child = os.fork()
    if child == 0:
        os.close(reading)
        work(path, os.fdopen(writing, "w"), seed)
    os.close(writing)
    with os.fdopen(reading) as file:
        assert file.readline() == "begun\n"
        time.sleep(chance.random() * LONGEST)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [line.split() for line in file if line.endswith("\n")]


def followed(said: list[list[str]], marked: set[str]) -> tuple[int, set[str]]:
    """How many acts were said to be done, and the marks if the one in hand was done as well.

    `marked` becomes those that must stand after what was done.
    """
    done, after = 0, set(marked)
    for what, *ids in said:
        if what == "done":
            done += 1
            marked.clear()
            marked |= after
        else:
            after = marked | set(ids) if what == "mark" else marked - set(ids)
    return done, after


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if sys.argv[3:] else 0)
