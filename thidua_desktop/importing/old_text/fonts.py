"""The two codes of before Unicode: TCVN3 (ABC, fonts ".VnTime") and VNI ("VNI-Times"), read as what they say.

Both put Vietnamese letters under the signs of Western European ones, so a text in them shows "KÕ ho¹ch" or "Keá hoaïch"
wherever its font is missing. The tables are ``resources/old_fonts.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ...shipped import resource
from .syllables import is_syllable

Code = Literal["", "tcvn3", "tcvn3 capitals", "vni"]
CODES: tuple[Code, ...] = ("tcvn3", "vni")
NAMES = {"tcvn3": "TCVN3 (ABC)", "tcvn3 capitals": "TCVN3 (ABC)", "vni": "VNI"}

_TCVN3 = re.compile(r"\.?vn[a-z]", re.IGNORECASE)
_VNI = re.compile(r"vni[\s\-_]", re.IGNORECASE)
_OWN = re.compile("[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")  # Ơ ơ Ư ư and ạ … ỹ, which no old code has
_SYMBOLS = range(0xF0A1, 0xF100)  # where Word keeps the letters of a font it takes for one of symbols
_LOST_LETTER = re.compile(r"\w*-\w*")  # TCVN3 has ư where some PDFs and fonts show a hyphen

_FEWEST_CAPITALS = 4  # plain letters; "UBND" stands in running text too, but rarely alone in a run with marked letters


@dataclass(frozen=True, slots=True)
class _Table:
    letters: dict[str, str]
    pattern: re.Pattern[str]


def code_of_font(name: str) -> Code:
    """The code that texts in a font of this name are typed in, "" for Unicode."""
    bare = name.strip().partition(",")[0]
    if _VNI.match(bare):
        return "vni"
    if _TCVN3.match(bare) and not bare.lower().startswith("vni"):
        family = re.split(r"-(?:Bold|Italic|Regular)", bare, flags=re.IGNORECASE)[0]
        return "tcvn3 capitals" if family.endswith("H") else "tcvn3"
    return ""


def converted(text: str, code: Code) -> str:
    """A text in an old code as Unicode; one that already is Unicode, and signs outside the code, stay as they are."""
    if not code or _OWN.search(_western(text)):
        return text
    table = _table(code.split()[0])
    western = _western(text)
    out, end = "", 0
    for match in table.pattern.finditer(western):
        out += text[end : match.start()] + _letter(match[0], table)
        end = match.end()
    out += text[end:]
    if code == "vni":
        return out
    out = _LOST_LETTER.sub(lambda match: _with_u(match[0]), out)
    return out.upper() if code == "tcvn3 capitals" or _in_capitals(western) else out


def _with_u(word: str) -> str:
    """ "đ-ợc" as "được"; a hyphen that makes no syllable as a letter is one."""
    tried = word.replace("-", "ư")
    return tried if word != "-" and is_syllable(tried) else word


def _in_capitals(text: str) -> bool:
    """A heading typed in capitals: TCVN3 has only small ones of most marked letters, the H font drew them large."""
    plain = "".join(re.findall("[A-Za-z]", text))
    return len(plain) >= _FEWEST_CAPITALS and plain.isupper()


def _letter(signs: str, table: _Table) -> str:
    """The letter, also where a capital has its mark in small: "Aù" is "Á"."""
    found = table.letters.get(signs) or table.letters.get(signs.lower())
    return found.upper() if found and signs not in table.letters else found or signs


def _western(text: str) -> str:
    """The text with every sign as Western Europe has it, also where Word or Windows kept it as another one."""
    kept = "".join(chr(ord(char) - 0xF000) if ord(char) in _SYMBOLS else char for char in text)
    return kept.translate(_windows_1258())


@cache
def _windows_1258() -> dict[int, str]:
    """What Vietnamese Windows shows for a byte, and some files for a sign, back to what Western Windows shows."""
    shown = {byte: bytes([byte]).decode("cp1258") for byte in range(0xA1, 0x100)}
    table = {ord(char): chr(byte) for byte, char in shown.items() if ord(char) != byte}
    return table | {0x3BC: "\u00b5", 0x2219: "\u00b7", 0x22C5: "\u00b7"}


@cache
def _table(code: str) -> _Table:
    read = tomllib.loads(resource("old_fonts.toml").read_text(encoding="utf-8"))[code]
    signs = {letter: chr(sign) if isinstance(sign, int) else sign for letter, sign in read.items()}
    if code == "vni":
        signs |= {letter.upper(): sign.upper() for letter, sign in signs.items()}
        pairs = {sign for sign in signs.values() if len(sign) == 2}
        mixed = {pair[0].upper() + pair[1] for pair in pairs}
    else:
        mixed = set()
    letters = {sign: letter for letter, sign in signs.items()}
    longest_first = sorted({*letters, *mixed}, key=len, reverse=True)
    return _Table(letters, re.compile("|".join(map(re.escape, longest_first))))
