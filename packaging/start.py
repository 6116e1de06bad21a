"""Where the frozen program begins: PyInstaller wants a script, and the package's own start is a module."""

from __future__ import annotations

import sys

from thidua_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
