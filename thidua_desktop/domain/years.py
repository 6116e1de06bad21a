"""The years that can stand in a paper or a list; slips like 26 and 20226 are none."""

from __future__ import annotations

FIRST_YEAR, LAST_YEAR = 1945, 2200
