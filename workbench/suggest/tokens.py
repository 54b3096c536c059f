"""The tokens of a text: those of one tokenizer of spaCy, untouched.

They are the same when a model runs later, and for every annotator; whatever needs tokens of an
article takes these.
"""

import functools
import itertools
from collections.abc import Callable, Sequence

import spacy
from spacy.tokens import Doc

from workbench.domain.span import Span

TOKENIZER = "spacy.blank('en')"


_RENEWED = 2_000  # texts after which it is made anew
_TEXTS = itertools.count()


def tokenizer() -> Callable[[str], Doc]:
    """The tokenizer that goes by the name of `TOKENIZER`, to be asked for each text.

    It remembers every word that it meets and every id that is given to a span of it, so that it is
    made anew now and then.
    """
    return _made(next(_TEXTS) // _RENEWED)


@functools.lru_cache(maxsize=1)
def _made(_time: int) -> Callable[[str], Doc]:
    return spacy.blank("en").tokenizer


def tokenize(text: str) -> Sequence[Span]:
    """Where the tokens of a text stand, without those that are nothing but blanks."""
    return [
        Span(token.idx, token.idx + len(token)) for token in tokenizer()(text) if not token.is_space
    ]
