"""Who carries a command out: the first of those on duty who has a method of its name.

The table of commands knows names only. The window's own verbs are always on duty; the acts of a
project come and go with it.
"""

from collections.abc import Callable, Collection

Act = Callable[[], object]


class Dispatch:
    """Finds the method that a command names, among those who are on duty now."""

    def __init__(self) -> None:
        self._on_duty: list[object] = []
        self._withheld: Collection[str] = ()
        self._because: Act = lambda: None

    def enlist(self, *actors: object) -> None:
        """Let these carry commands out from now on."""
        self._on_duty += actors

    def dismiss(self, *actors: object) -> None:
        """Let these carry out nothing more."""
        self._on_duty = [actor for actor in self._on_duty if actor not in actors]

    def withhold(self, commands: Collection[str], because: Act) -> None:
        """Let nobody carry these out from now on; `because` says why where one is wanted."""
        self._withheld, self._because = commands, because

    def find(self, command: str) -> Act | None:
        """Who carries a command out now, or None where nobody can."""
        for actor in self._on_duty if command not in self._withheld else ():
            act: Act | None = getattr(actor, command, None)
            if act is not None:
                return act
        return None

    def say(self, command: str) -> bool:
        """Carry a command out; False where nobody can now."""
        if command in self._withheld:
            self._because()
        act = self.find(command)
        if act is not None:
            act()
        return act is not None
