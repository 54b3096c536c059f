"""CoNLL columns: a token a line with its tag, in a file for each annotator and layer.

Written are the four columns of CoNLL-2003 with tags of the scheme IOB2. There are no offsets: a
text read from such a file has one blank between tokens and a line for each sentence.
"""

from workbench.formats.conll.reading import read
from workbench.formats.conll.writing import ConllWriter as writer  # noqa: N813 - as in every format

__all__ = ["read", "writer"]
