"""Label Studio: an array of tasks, and beside it the XML that describes the scheme to it.

A task is an article, and what one person marked in it is one annotation of the task. Offsets count
code points; files from before 2022 count UTF-16 units. A label is called LAYER/LABEL; attributes
are choices and texts of a region, under LAYER-ATTRIBUTE.
"""

from workbench.formats.label_studio.reading import read
from workbench.formats.label_studio.writing import LabelStudioWriter as writer  # noqa: N813 - as in every format

__all__ = ["read", "writer"]
