"""Names with one right way of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher

from ...legal_acts import CHECKED_MARK
from ...vietnamese import fold
from ..findings import Finding
from ..paper import Paper
from ..rules import FixedName

_QUOTED = re.compile(r"[“\"]([^“”\"\n]{8,200})[”\"]")
_LEAST_WORDS = 4  # of a quoted name that is compared word by word
_COUNTRY = ("viet", "nam")  # may be left out: "Doanh nghiệp hội nhập và phát triển"
_LEAST_END = 8  # words of a long name's end that cannot be another name


def case_inconsistent(paper: Paper) -> Iterator[Finding]:
    """Fixed names have their capitals (Nghị định 30/2020, Phụ lục II); names all in capitals are left alone.

    Each wrong way of writing is told once and repaired everywhere.
    """
    for name in paper.rules.fixed_names:
        if name.since and paper.earliest < date.fromisoformat(name.since):
            continue
        written: dict[str, list[re.Match[str]]] = {}
        for found in _pattern(name).finditer(paper.text):
            words = " ".join(found.group().split())
            if not _is_right(words, name) and not _excused(paper, found, name):
                written.setdefault(words, []).append(found)
        for words, places in written.items():
            more = f" Còn {len(places) - 1} chỗ nữa." if len(places) > 1 else ""
            yield paper.finding(
                "CASE_INCONSISTENT",
                "warning" if name.mark == CHECKED_MARK else "hint",
                places[0].span(),
                f"“{words}” viết {'chưa đúng' if name.loose else 'hoa chưa đúng'}.{more}",
                f"Viết “{name.right}”.",
                fixes=[(place.span(), _in_sentence(paper, place, name.right)) for place in places],
            )


def _pattern(name: FixedName) -> re.Pattern[str]:
    between = r"[ \t,–-]+" if name.loose else r"[ \t]+"
    words = re.findall(r"\w+", name.right) if name.loose else name.right.split()
    return re.compile(rf"(?<!\w){between.join(map(re.escape, words))}(?!\w)", re.IGNORECASE)


def _is_right(words: str, name: FixedName) -> bool:
    if name.loose:  # a dash or a hyphen is one sign
        words = words.replace("–", "-")
    return words in (name.right, name.right[0].upper() + name.right[1:]) or words == words.upper()


def _in_sentence(paper: Paper, found: re.Match[str], right: str) -> str:
    """The right words, with the capital that the beginning of a sentence has."""
    first = found.group()[0]
    return first + right[1:] if first.isupper() and right[0].islower() else right


def _excused(paper: Paper, found: re.Match[str], name: FixedName) -> bool:
    before = paper.text[max(0, found.start() - 40) : found.start()].lower().rstrip(" \t,")
    after = paper.text[found.end() : found.end() + 40].lower().lstrip()
    return any(before.endswith(word) for word in name.unless_after) or any(map(after.startswith, name.unless_before))


def name_wrong(paper: Paper) -> Iterator[Finding]:
    """Names of movements, programmes and bodies that are often misquoted."""
    for slip in paper.rules.slips:
        written = r"[ \t]+".join(map(re.escape, slip.wrong.split()))
        for found in re.finditer(rf"(?<!\w){written}(?!\w)", paper.text):
            yield paper.finding(
                "NAME_WRONG",
                "warning",
                found.span(),
                f"“{slip.wrong}” ghi chưa đúng. {slip.why}".strip(),
                f"Viết “{slip.right}”.",
                fix=slip.right,
            )


def quoted_name_wrong(paper: Paper) -> Iterator[Finding]:
    """A name in quotation marks that is a known one but for a word; what others call the same is only hinted at."""
    known = {name: _words(name) for name in paper.rules.quoted_names}
    told: set[str] = set()
    for found in _QUOTED.finditer(paper.text):
        words = _words(found[1])
        if len(words) < _LEAST_WORDS or words in known.values() or found[1] in told:
            continue
        name = next((name for name, right in known.items() if _is_slip(words, right)), None)
        if name is None or any(slip.wrong in found[1] for slip in paper.rules.slips):
            continue
        told.add(found[1])
        yield paper.finding(
            "NAME_WRONG",
            "hint",
            found.span(),
            f"Tên phong trào, cuộc vận động “{found[1].strip()}” có lẽ ghi thiếu, thừa hoặc sai chữ.",
            f"Tên hay dùng là “{name}”; đối chiếu với văn bản phát động.",
        )


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", fold(name)))


def _is_slip(words: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one word is missing, too much or another one, or of a long name a word of two syllables or its beginning
    is missing."""
    if len(words) >= _LEAST_END and len(words) < len(right) and right[-len(words) :] == words:
        return True
    most = 2 if len(right) >= _LEAST_END and len(words) == len(right) - 2 else 1
    if abs(len(words) - len(right)) > most or len(right) <= _LEAST_WORDS:
        return False
    steps = [step for step in SequenceMatcher(None, words, right, False).get_opcodes() if step[0] != "equal"]
    if most == 2:
        return len(steps) == 1 and steps[0][0] == "insert" and right[steps[0][3] : steps[0][4]] != _COUNTRY
    return len(steps) == 1 and max(steps[0][2] - steps[0][1], steps[0][4] - steps[0][3]) == 1
