"""Doubled words and phrases, doubled stops."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..findings import Finding
from ..paper import Paper

_WORD = r"[^\W\d_]+"
_DOUBLE_WORD = re.compile(rf"(?<![\w-])(?P<first>{_WORD})[ \t]+(?P<second>{_WORD})(?![\w-])")
_DOUBLE_PHRASE = re.compile(
    rf"(?<![\w-])(?P<phrase>{_WORD}(?:[ \t]+{_WORD}){{1,5}})[ \t]+(?P=phrase)(?![\w-])", re.IGNORECASE
)
_LISTED_TWICE = re.compile(
    rf"(?<![\w-])(?P<phrase>{_WORD}(?:[ \t]+{_WORD}){{1,11}}(?:,[ \t]*{_WORD}(?:[ \t]+{_WORD}){{0,5}}){{0,2}})"
    r",[ \t]*(?P=phrase)(?=[ \t]*[.;\n]|[ \t]*\Z)"
)
_NEXT_WORD = re.compile(rf"[ \t]+({_WORD})")
_WORD_BEFORE = re.compile(rf"({_WORD})[ \t]+\Z")
_LONGEST_WORD = 12
_DOUBLE_STOP = re.compile(
    r"(?<=[\w)”’\"'%‰])(?:(?<!\.)\.\.(?![.…])|,[ \t]*,|;[ \t]*;|,\.(?!\.)|;\.(?!\.)|\.;(?=\s)|:[ \t]*:)"
)
# What is meant where two stops stand: the one that ends more.
_ONE_STOP = {"..": ".", ",,": ",", ";;": ";", "::": ":", ",.": ".", ";.": ".", ".;": ";"}
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# What is left blank for the pen is no doubled stop.
_BLANK = re.compile(r"(?:ngày|tháng|năm|số|v\.v|v\.V)\Z", re.IGNORECASE)


def _same(word: str) -> tuple[str, str]:
    """The letters of a word and, apart from them, its tone: wherever the tone is placed, "uỷ" and "ủy" are one."""
    marked = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in marked if char not in _TONES), "".join(char for char in marked if char in _TONES)


def dup_word(paper: Paper) -> Iterator[Finding]:
    """No word stands twice in a row, but for words that Vietnamese doubles and compounds that meet."""
    place = 0
    while found := _DOUBLE_WORD.search(paper.text, place):
        place = found.start("second")
        if _same(found["first"]) == _same(found["second"]) and _is_slip(paper, found):
            yield paper.finding(
                "DUP_WORD",
                "error",
                found.span(),
                f"Chữ “{found['second']}” viết lặp hai lần.",
                "Xóa một chữ.",
                fix=_usual(paper, found["first"], found["second"]),
            )


def _usual(paper: Paper, first: str, second: str) -> str:
    """Of a word in two spellings ("uỷ ủy") the one that the paper has more often, else the first."""
    if first == second or not first.islower():
        return first
    return max(first, second, key=lambda word: len(re.findall(rf"(?<!\w){word}(?!\w)", paper.lowered)))


def _is_slip(paper: Paper, found: re.Match[str]) -> bool:
    second = found["second"].lower()
    if found["second"] != second:  # "Đảng ủy Ủy ban": a capital begins something new
        return found["first"] == found["second"] and found["first"].lower() in paper.rules.doubled
    follower = _NEXT_WORD.match(paper.text, found.end())
    after = follower.group(1).lower() if follower else ""
    if second in paper.rules.doubled:
        return after not in paper.rules.doubled[second]
    if second in paper.rules.doubled_after:
        return not _ends_a_word(paper, found)
    if second in paper.rules.reduplications or not paper.rules.closing_words:
        return False
    return not after or after in paper.rules.closing_words


def _ends_a_word(paper: Paper, found: re.Match[str]) -> bool:
    """Whether the first of the two belongs to the word before it: "đạt được | được biểu dương"."""
    before = _WORD_BEFORE.search(paper.text[max(0, found.start() - _LONGEST_WORD) : found.start()])
    if before is None:
        return False
    first, word = found["first"].lower(), before.group(1).lower()
    return word in paper.rules.doubled_after[first] or paper.rules.compounds.knows(word, first)


def dup_phrase(paper: Paper) -> Iterator[Finding]:
    """No phrase of two words or more stands twice in a row, nor at the end of a sentence after a comma."""
    for found in (*_DOUBLE_PHRASE.finditer(paper.text), *_LISTED_TWICE.finditer(paper.text)):
        words = found["phrase"].split()
        if len({_same(word) for word in words}) > 1 and words[0].lower() not in paper.rules.phrase_openers:
            yield paper.finding(
                "DUP_PHRASE",
                "error",
                found.span(),
                f"Cụm từ “{found['phrase']}” viết lặp.",
                "Xóa một lần viết.",
                fix=found["phrase"],
            )


def double_period(paper: Paper) -> Iterator[Finding]:
    """No stop stands twice; three dots and the dots of a blank are meant."""
    for found in _DOUBLE_STOP.finditer(paper.text):
        if _BLANK.search(paper.text[max(0, found.start() - 6) : found.start()]):
            continue
        word = re.search(r"\S{0,30}(?:[ \t]\S{1,30})?\Z", paper.text[: found.start()])
        start = found.start() - len(word.group() if word else "")
        yield paper.finding(
            "DOUBLE_PERIOD",
            "warning",
            (start, found.end()),
            f"Thừa dấu câu: “{found.group()}”.",
            "Giữ lại một dấu; muốn bỏ lửng thì viết ba chấm (…).",
            fixes=[(found.span(), _ONE_STOP[re.sub(r"[ \t]", "", found.group())])],
        )
