"""Tokens are spaCy's own, as far as there is a word in them."""

import spacy

from workbench.suggest.tokens import tokenize

TEXT = "  Ilse Varn’s  so-called “deal”\n\n🚢\u00a0ends in Holm, e.g. U.S.\t"


def test_tokens_are_where_spacy_has_them() -> None:
    tokens = spacy.blank("en")(TEXT)
    assert [token.of(TEXT) for token in tokenize(TEXT)] == [
        token.text for token in tokens if token.text.strip()
    ]
