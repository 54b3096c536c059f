"""One kill after another: of somebody at work in the window, and of each verb that takes long."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, cycle, islice, repeat
from pathlib import Path

from tests.crash import window
from tests.crash.judging import prove_sound, steps_in
from tests.crash.killing import Ended, kill_after, kill_at_work, let_run
from tests.crash.scenes import SCENES, Scene, State, kept_in, make_templates, state_of

LONGEST = 0.6  # seconds that somebody works in the window before the kill


@dataclass(slots=True)
class Figures:
    """How many kills there were of what, and what outlived them."""

    kills: Counter[str] = field(default_factory=Counter)  # that met the program at work
    too_late: int = 0  # it was done before
    acts: int = 0  # shown as done in the window, and found
    half_way: int = 0  # imports and the like that were found between two steps

    @property
    def total(self) -> int:
        return self.kills.total() + self.too_late


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a scene comes to without a kill, and how long that takes."""

    before: State
    after: State
    seconds: float


class Rounds:
    """Kills the program over and over, each time in files that are judged afterwards."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.figures = Figures()
        self._folder = folder
        self._chance = random.Random(seed)  # noqa: S311  (reproducible, not secret)
        self._whole: dict[str, _Whole] = {}
        self._templates = folder / "templates"
        self._templates.mkdir()
        make_templates(self._templates)
        self._desk = folder / "desk"
        self._desk.mkdir()
        shutil.copy(self._templates / "p.workbench", self._desk)
        self._steps = steps_in(self._desk / "p.workbench")

    def run(self, kills: int) -> Iterator[str]:
        """Kill so many times; what was killed each time."""
        commands = chain.from_iterable(repeat(SCENES))
        for number, in_window in islice(enumerate(cycle((True, False))), kills):
            scene = None if in_window else next(commands)
            if scene is None:
                self._kill_window()
            else:
                self._kill_verb(scene, self._folder / f"round-{number}")
            yield scene.name if scene else "window"

    # --- the window

    def _kill_window(self) -> None:
        """Kill somebody at work; what was shown is there, and at most the act in hand besides."""
        path = self._desk / "p.workbench"
        person = window.at_work(path, self._chance.getrandbits(32))
        ended = kill_at_work(person, self._desk, longest=LONGEST, chance=self._chance)
        assert ended.killed, f"the window ended by itself: {ended.said}"
        (self._desk / "said").unlink()
        shown = {line.split()[1] for line in ended.lines() if line.startswith("done ")}
        prove_sound(path)
        found = steps_in(path)
        assert shown <= found, f"acts that were shown are lost: {shown - found}"
        unshown = found - self._steps - shown
        assert len(unshown) <= 1, f"acts that were never shown: {unshown}"
        self._steps = found
        self.figures.kills["window"] += 1
        self.figures.acts += len(shown)

    # --- what takes long, on the command line and in the window

    def _kill_verb(self, scene: Scene, folder: Path) -> None:
        """Kill what does something, look at what it left, and let it be done again."""
        whole = self._whole.get(scene.name) or self._run_whole(scene)
        scene.set_up(self._templates, folder)
        program = scene.program(folder)
        ended = kill_after(program, folder, seconds=self._chance.random() * whole.seconds)
        (folder / "said").unlink()
        self._judge(scene, folder, whole, told=_has_told(scene, ended))
        again = let_run(program, folder)
        (folder / "said").unlink()
        for path in (folder / "p.workbench", *kept_in(folder)):
            prove_sound(path)
        ends = [whole.after.of_work(), *([whole.before.of_work()] if scene.swaps else [])]
        assert state_of(folder).of_work() in ends, (
            f"{scene.name}: another end: {state_of(folder)} instead of {whole.after}: {again.said}"
        )
        shutil.rmtree(folder)
        if ended.killed:
            self.figures.kills[scene.name] += 1
        else:
            self.figures.too_late += 1

    def _run_whole(self, scene: Scene) -> _Whole:
        """Let a command run to its end, which tells when it can be killed and what it comes to."""
        folder = self._folder / scene.name
        scene.set_up(self._templates, folder)
        before = state_of(folder)
        ended = let_run(scene.program(folder), folder)
        (folder / "said").unlink()
        whole = self._whole[scene.name] = _Whole(before, state_of(folder), ended.seconds)
        assert whole.after != before, f"{scene.name} did nothing: {ended.said}"
        shutil.rmtree(folder)
        return whole

    def _judge(self, scene: Scene, folder: Path, whole: _Whole, *, told: bool) -> None:
        """What a killed command left is what was there before, or all that it makes."""
        found = state_of(folder)
        if told:
            assert (found.rows, found.files) == (whole.after.rows, whole.after.files), (
                f"{scene.name}: told, and not done: {found}"
            )
            assert found.kept == whole.after.kept or scene.in_window, f"{scene.name}: {found.kept}"
        elif scene.steps:
            _lies_between(scene, found, whole)
            self.figures.half_way += found not in (whole.before, whole.after)
        else:
            assert found.rows in (whole.before.rows, whole.after.rows), (
                f"{scene.name} was half done: {found.rows}"
            )
        prove_sound(folder / "p.workbench")


def _has_told(scene: Scene, ended: Ended) -> bool:
    """Whether it had said that all is done; Qt says other things as well."""
    return window.TOLD in ended.lines() if scene.in_window else bool(ended.lines())


def _lies_between(scene: Scene, found: State, whole: _Whole) -> None:
    """Everything that was there is there, and no more than comes at the end."""
    for name, number in found.rows.items():
        low, high = whole.before.rows[name], whole.after.rows[name]
        assert low <= number <= high, f"{scene.name}: {number} rows in {name}: {low} to {high}"
