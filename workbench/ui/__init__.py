"""Everything you see: the only room that knows Qt."""

# PySide puts an `__import__` of its own in place of Python's, so that a module may choose other
# names for what is Qt's. To find out which do, it reads the source of every module that is imported
# from then on: a sixth of a start, and of each dialog that is opened for the first time. None does
# here, nor `import *` from Qt, which goes the same way; so Python's own is put back.

import builtins

_own = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401  (between the two)

builtins.__import__ = _own
