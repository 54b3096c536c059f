"""brat standoff: a text and beside it the marks, one a line, in a folder for each annotator.

Offsets count code points. A type is the layer and the label, joined by a hyphen; an event is a span
as any other, and what it involves are relations. `annotation.conf` describes the scheme to brat.
"""

from workbench.formats.brat.reading import read
from workbench.formats.brat.writing import BratWriter as writer  # noqa: N813 - as in every format

__all__ = ["read", "writer"]
