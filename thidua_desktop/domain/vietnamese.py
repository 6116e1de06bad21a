"""Vietnamese letters, order, dates and figures.

Text enters the program as NFC (:func:`nfc`). SQLite folds neither đ nor capitals with marks, so searching and sorting
go over keys made here: :func:`fold` (no marks, đ→d, lower case) and :func:`sort_key` / :func:`name_key`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
"""The small letters, for use inside [ ] of a pattern; a range such as à-ỹ holds capitals too."""
CAPITAL = "A-Z" + SMALL[3:].upper()
"""The capital letters, for use inside [ ]."""
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""By :meth:`datetime.date.weekday`."""
WEEKDAY = r"[Tt]hứ[^\S\n]+(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ[^\S\n]+[Nn]hật"
"""A pattern for one as offices write it: "thứ Hai", "Thứ 2", "Chủ Nhật"."""
NUMBER_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
"""1 to 10 in words."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}  # huyền hỏi ngã sắc nặng
_LEVEL_TONE = "1"
_DIGITS = 9  # of a number in a sort key
_MOST_DIGITS = sys.float_info.dig  # of a whole number that is typed
_MOST_DECIMALS = 10  # that a figure shows
_ORDER = {letter: chr(ord("A") + index) for index, letter in enumerate(_ALPHABET)}


def nfc(text: str) -> str:
    """The text in composed form, with non-breaking spaces as plain ones and zero-width characters gone.

    Gone too is what no file can hold: NUL, and half of a character that a clipboard cut in two.
    """
    composed = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub("[\u200b\u200c\u200d\u2060\ufeff\u00ad\0\ud800-\udfff]", "", composed)


def fold(text: str) -> str:
    """Lower case without marks, đ as d: "Đặng" and "dang" become the same; hoà and hòa too."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def one_line(text: str) -> str:
    """NFC in one line: spaces and line breaks in a row are one space, none at the ends."""
    return " ".join(nfc(text).split())


def folded_line(text: str) -> str:
    """As :func:`fold`, in one line as :func:`one_line`: what two ways to write the same words have in common."""
    return " ".join(fold(text).split())


@lru_cache(maxsize=8192)  # the language has some seven thousand syllables
def _syllable_key(word: str) -> str:
    tone = _LEVEL_TONE
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tone = _TONES[char]
        elif letters and unicodedata.combining(char):
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters.append(char)
    return "".join(_ORDER.get(letter, letter) for letter in letters) + tone


def sort_key(text: str) -> str:
    """A key that sorts as a Vietnamese dictionary does: letters first (a ă â … d đ …), then tone, word by word.

    Numbers stand by their value: Thôn 2 before Thôn 10.
    """
    text = re.sub("[0-9]+", lambda number: number[0].zfill(_DIGITS), unicodedata.normalize("NFC", text))
    return " ".join(_syllable_key(word) for word in re.findall(r"\w+", text))


def name_key(full_name: str) -> str:
    """A key for a person: given name, then family name, then what stands between."""
    words = full_name.split()
    return sort_key(" ".join(words[-1:] + words[:-1]))


def format_number(value: float | None, decimals: int | None = None) -> str:
    """A figure in Vietnamese form: 44762.5 → "44.762,5"; None → "". ``decimals`` fixes the digits after the comma;
    else there are those that a float knows, so that a sum shows no digit nobody typed.
    """
    if value is None:
        return ""
    if decimals is None:
        known = max(0, min(_MOST_DECIMALS, _MOST_DIGITS - len(f"{abs(value):.0f}")))
        text = f"{value:,.{known}f}"
        text = text.rstrip("0").rstrip(".") if known else text
    else:
        text = f"{value:,.{decimals}f}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def parse_number(text: str) -> float | None:
    """A figure as an office writes it: "44.762,5", "4.900", "0.78", "60". None when it is no figure.

    Dots in groups of three separate thousands; a single dot followed by anything else is a decimal point.
    """
    digits = text.strip().replace(" ", "")
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"[+-]?\d+,\d+", digits):
        digits = digits.replace(",", ".")
    elif not re.fullmatch(r"[+-]?\d+(\.\d+)?", digits):
        return None
    return float(digits)


def parse_whole(text: str) -> int | None:
    """A whole number typed in digits, "2026" or "05"; None for anything else and for what no data file keeps."""
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None


def in_sentence(heading: str) -> str:
    """A heading as it stands in the middle of a sentence; an abbreviation keeps its capitals."""
    return heading if heading[:2].isupper() else heading[:1].lower() + heading[1:]


def enumerated(parts: Sequence[str]) -> str:
    """The parts as a sentence lists them: "a, b và c"; "" for none."""
    return " và ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def format_date(iso: str | None) -> str:
    """An ISO date as dd/MM/yyyy; None → ""."""
    if not iso:
        return ""
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def parse_date(text: str) -> str | None:
    """dd/MM/yyyy (also d/M/yyyy, with - or . between) as an ISO date; "" → None; ``ValueError`` for no such day."""
    if not text.strip():
        return None
    found = re.fullmatch(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*", text)
    if not found:
        raise ValueError(f"not a date: {text!r}")
    day, month, year = map(int, found.groups())
    return date(year, month, day).isoformat()


def date_in_words(day: int | None, month: int | None, year: int | None) -> str:
    """The date line of a paper, "ngày 05 tháng 02 năm 2026": days below 10 and months 1 and 2 carry a zero.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II. Parts that are None are left blank for the pen.
    """
    day_text = f"{day:02d}" if day else "    "
    month_text = "    " if not month else f"{month:02d}" if month < 3 else str(month)
    return f"ngày {day_text} tháng {month_text} năm {year or '      '}"
