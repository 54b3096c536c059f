"""What a user can mend, told apart from bugs.

A `UserError` carries a key and values instead of a sentence, so that the window can translate it
and the command line can print English from the same table (`messages.MESSAGES`). Any other
exception is a bug: rolled back, logged and shown with a report.
"""

from workbench.domain.messages import MESSAGES


class UserError(Exception):
    """Something the user can mend; `key` names its sentence, `values` fill its places."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key)

    def __str__(self) -> str:
        return MESSAGES[self.key].format(**self.values)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel whole through a pipe from a worker process."""
        return (_revive, (self.key, self.values))


def _revive(key: str, values: dict[str, object]) -> UserError:
    """Make a `UserError` again from what travelled through a pipe."""
    return UserError(key, **values)
