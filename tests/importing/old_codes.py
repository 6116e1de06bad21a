"""Texts typed in the codes of before Unicode."""

from __future__ import annotations

import tomllib

from thidua_desktop.importing.old_text.fonts import Code
from thidua_desktop.shipped import resource


def written(text: str, code: Code) -> str:
    """The text (NFC) as it is typed in the old code."""
    name = code.split()[0]
    table = tomllib.loads(resource("old_fonts.toml").read_text(encoding="utf-8"))[name]
    signs = {letter: chr(sign) if isinstance(sign, int) else sign for letter, sign in table.items()}
    if name == "vni":
        signs |= {letter.upper(): sign.upper() for letter, sign in signs.items()}
    return "".join(signs.get(char, char) for char in (text.lower() if code == "tcvn3 capitals" else text))
