"""Keeps Python 3.11 alive under PySide6 6.12.

WORKAROUND for PySide6 6.12.0: every Qt method that returns nothing takes one reference away from None, and some that
return True or False one from those. Since Python 3.12 they cannot be freed and nobody notices; on 3.11 the interpreter
aborts after ten thousand calls ("Fatal Python error: none_dealloc", "bool_dealloc"). Seen by ``sys.getrefcount(None)``
around ``QWidget.update()``. It goes when a release counts rightly (``tests/ui/test_none_guard.py`` tells) or when 3.12
is the oldest Python.
"""

from __future__ import annotations

import sys

_PLENTY = 1 << 40  # more calls than a program makes in years


def keep_none_alive() -> None:
    """Give None, True and False, where references are counted, so many that they never run out."""
    if sys.version_info >= (3, 12):
        return
    import ctypes

    for single in (None, True, False):
        if sys.getrefcount(single) < _PLENTY:
            ctypes.c_ssize_t.from_address(id(single)).value += _PLENTY  # the count is an object's first field
