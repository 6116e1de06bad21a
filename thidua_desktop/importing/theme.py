"""The theme (chủ đề) of the year: in quotation marks after the word, or in a section of its own."""

from __future__ import annotations

import re

from ..domain.plans import Section
from ..domain.vietnamese import fold
from .patterns import quotes, simple

_WORD = re.compile(r"\b(chu de|khau hieu hanh dong)\b")
_OTHERS = re.compile(r"\b(huong ung|trien khai|theo|thuc hien|cung) $")  # "hưởng ứng chủ đề …" is somebody else's
_OWN = re.compile(r"\s*(?:thi dua|nam|phong trao|xuyen suot|:)")
_FAR = 120


def find_theme(texts: list[str], sections: tuple[Section, ...]) -> str | None:
    """The words of the theme without quotation marks; None when the plan has none."""
    for text in texts:
        folded = simple(text)
        quoted = quotes(text) if _WORD.search(folded) else []
        for found in _WORD.finditer(folded):
            if _OTHERS.search(folded[: found.start()]) and not _OWN.match(folded, found.end()):
                continue
            for start, _, words in quoted:
                if (
                    0 <= start - found.end() <= _FAR
                    and len(words.split()) >= 3
                    and "." not in text[found.end() : start]
                ):
                    return words.strip(" .;")
    return _section_theme(sections)


def _section_theme(sections: tuple[Section, ...]) -> str | None:
    for section in sections:
        for part in section.walk():
            if part.heading and _WORD.search(fold(part.heading)) and len(part.heading) <= 80:
                first = next((p.text.strip() for p in part.body if re.search(r"\w", p.text)), "")
                first = re.sub(r"^[^:]{0,60}:\s*", "", first) if ":" in first[:60] else first
                inside = [words for _, _, words in quotes(first)]
                words = inside[0] if inside else first
                if 3 <= len(words.split()) <= 80:
                    return words.strip(' .;“”"')
    return None
