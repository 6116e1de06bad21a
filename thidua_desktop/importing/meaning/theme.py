"""The theme (chủ đề) of the year: after the word, in quotation marks or after a colon, or in a section of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from ...domain.plan.plans import Section
from ...domain.vietnamese import fold
from ..patterns import quotes, simple

_WORD = re.compile(r"\b(chu de|khau hieu hanh dong)\b")
_OTHERS = re.compile(r"\b(huong ung|trien khai|theo|thuc hien|cung) $")  # "hưởng ứng chủ đề …" is somebody else's
_OWN = re.compile(r"\s*(?:thi dua|nam|phong trao|xuyen suot|:)")
_ANOTHERS = re.compile(r"\b(?:cua|do) (?:tinh|huyen|thanh pho|thi xa|quan|trung uong|ca nuoc|chinh phu|cap tren)\b")
_CONTEST = re.compile(
    r"\b(?:cuoc thi|hoi thi|hoi nghi|hoi thao|toa dam|sinh hoat|dien dan|tuyen truyen|ngay hoi|tuan le|giao luu"
    r"|chuyen de)\b[^.;]{0,80}$"
)
_LAUNCHES = re.compile(r"\b(?:phat dong|thi dua|ke hoach)\b")
_NAMED = re.compile(r"[^.;:“”\"]{0,60}:\s*(?P<words>[^\W\d_].*)", re.DOTALL)
_BREAKS_OFF = re.compile(
    r"\.(?:\s|$)|[,;]\s+(?:cụ thể|với|như sau|gồm|bao gồm|trong đó|nhằm)\b|\s+như sau\b", re.IGNORECASE
)
_CAPTION_END = re.compile(r"[^,.;:]{0,40}:\s*")
_OPEN_QUOTE = re.compile(r"[“\"]([^“”\"]{5,200})$")
_SINGLE = re.compile(r"[‘'](?P<words>[^‘’']{5,200})[’']")
_FAR = 120
_BARELY = 2  # words in quotation marks that no launch speaks of; among the contents they are another's
_FEWEST, _MOST = 3, 80  # words
_LONGEST_CAPTION = 80


def find_theme(texts: list[str], sections: tuple[Section, ...]) -> str | None:
    """The words of the theme without quotation marks; None when the plan has none.

    Where several stand in the plan, the one that a launch (phát động, thi đua) speaks of, in quotation marks, counts.
    """
    inside = {paragraph.text for section in sections for part in section.walk() for paragraph in part.body}
    found = [(likely, words) for text, likely, words in _in_texts(texts) if likely > _BARELY or text not in inside]
    if found:
        return max(found, key=itemgetter(0))[1]
    return _section_theme(sections)


def _in_texts(texts: list[str]) -> Iterator[tuple[str, int, str]]:
    """The text of each theme named, how likely it is the plan's own, and its words."""
    for index, text in enumerate(texts):
        folded = simple(text)
        for word in _WORD.finditer(folded):
            before = folded[: word.start()]
            if _CONTEST.search(before) or (_OTHERS.search(before) and not _is_own(folded, word)):
                continue
            below = texts[index + 1] if index + 1 < len(texts) else ""
            likely, words = _named(text, folded, word.end(), below)
            if words:
                own = _OWN.match(folded, word.end()) or not re.search(r"\w", before)
                launches = own or _LAUNCHES.search(before.rpartition(".")[2])
                yield text, likely + _BARELY * bool(launches), words


def _is_own(folded: str, word: re.Match[str]) -> bool:
    launched = folded[: word.start()].endswith("theo ") and "phat dong" in folded[: word.start()]
    return bool(_OWN.match(folded, word.end())) or launched


def _named(text: str, folded: str, end: int, below: str) -> tuple[int, str]:
    """What stands after the word that ends at ``end``: 2 for words in quotation marks, 1 for those after a colon."""
    for start, _, words in quotes(text):
        between = folded[end:start]
        if 0 <= start - end <= _FAR and "." not in between and not _ANOTHERS.search(between) and _fits(words):
            return 2, words.strip(" .;")
    rest = text[end:]
    if _ANOTHERS.search(folded[end : end + _FAR]):
        return 0, ""
    if (found := _OPEN_QUOTE.search(rest) or _SINGLE.search(rest)) and _fits(found[1]):
        return 2, found[1].strip(" .;”")
    if _CAPTION_END.fullmatch(rest):
        words = (quotes(below)[0][2] if quotes(below) else below).strip(" .;")
        return (1, words) if _fits(words) else (0, "")
    if named := _NAMED.match(rest):
        words = _BREAKS_OFF.split(named["words"])[0].strip(" .,;")
        return (1, words) if _fits(words) else (0, "")
    return 0, ""


def _fits(words: str) -> bool:
    return _FEWEST <= len(words.split()) <= _MOST


def _section_theme(sections: tuple[Section, ...]) -> str | None:
    for section in sections:
        for part in section.walk():
            if part.heading and _WORD.search(fold(part.heading)) and len(part.heading) <= _LONGEST_CAPTION:
                first = next((p.text.strip() for p in part.body if re.search(r"\w", p.text)), "")
                first = re.sub(r"^[^:]{0,60}:\s*", "", first) if ":" in first[:60] else first
                inside = [words for _, _, words in quotes(first)]
                words = inside[0] if inside else first
                if _fits(words):
                    return words.strip(' .;“”"')
    return None
