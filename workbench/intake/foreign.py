"""The border to other people's parsers, which may raise anything at all on a hostile file."""

import logging
from collections.abc import Callable
from typing import TypeVar

from workbench.domain.errors import UserError

_LOG = logging.getLogger(__name__)
_Result = TypeVar("_Result")


def parsed(parse: Callable[[], _Result], *, kind: str) -> _Result:
    """What a foreign parser returns; what it raises becomes "damaged" and is logged in full.

    Only calls into foreign code belong in here: our own mistakes must stay visible.
    """
    try:
        return parse()
    except UserError:
        raise
    except Exception as error:
        _LOG.info("a %s file could not be parsed", kind, exc_info=True)
        raise UserError("intake.damaged", kind=kind, reason=_reason(error)) from error


def _reason(error: Exception) -> str:
    """What an error says, on one line and not too long."""
    return (" ".join(str(error).split()) or type(error).__name__)[:200]
