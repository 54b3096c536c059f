"""The tokens of a text: those of one tokenizer of spaCy, untouched.

They are the same when a model runs later, and for every annotator; whatever needs tokens of an
article takes these.
"""

import functools
from collections.abc import Callable, Sequence

import spacy
from spacy.tokens import Doc

from workbench.domain.span import Span

TOKENIZER = "spacy.blank('en')"


@functools.cache
def tokenizer() -> Callable[[str], Doc]:
    """The tokenizer that goes by the name of `TOKENIZER`."""
    return spacy.blank("en").tokenizer


def tokenize(text: str) -> Sequence[Span]:
    """Where the tokens of a text stand, without those that are nothing but blanks."""
    return [
        Span(token.idx, token.idx + len(token)) for token in tokenizer()(text) if not token.is_space
    ]
