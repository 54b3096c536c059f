"""WebAnno TSV 3: a token a line with its marks in columns, as WebAnno and INCEpTION export it.

Offsets count UTF-16 units. A mark's label is the feature `value` of its type, or else the first;
other features are attributes. Relations, chains, and slots with what fills them are relations.
"""

from workbench.formats.webanno.reading import read

__all__ = ["read"]
