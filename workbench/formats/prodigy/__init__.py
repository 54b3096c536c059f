"""Prodigy: JSON lines, one for each article and annotator, with tokens, spans and relations.

Offsets count code points. Its own keys begin with a low line; ours stand under `meta`. A line that
its annotator rejected, or passed over, is not taken.
"""

from workbench.formats.prodigy.reading import read
from workbench.formats.prodigy.writing import ProdigyWriter as writer  # noqa: N813 - as in every format

__all__ = ["read", "writer"]
