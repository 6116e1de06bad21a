"""The recipients (Nơi nhận) in lines of text: one on a line, or all of them on one."""

from __future__ import annotations

import re
from dataclasses import replace

from ...domain.plan.plans import Recipient
from ...domain.vietnamese import CAPITAL, SMALL, fold
from ..meaning.organisations import owner_at
from ..patterns import loosely

LABEL = re.compile(rf"[\s*•+\-–]*(?:{'|'.join(map(loosely, ('nơi nhận', 'nơi gửi', 'nơi gởi')))})\s*(?:[:.\-]|$)\s*")
_PIECES = re.compile(r";\s*|,\s*(?=[Ll]ưu\b)|(?<=[.)])\s*(?=[-–]\s)|(?<=\w)(?=-\s?Lưu)")
_PIECES_OF_ITEM = re.compile(r";\s*(?=[-–+•(]|[Ll]ưu\b)|(?<=[.)])\s*(?=[-–]\s)|(?<=\w)(?=-\s?Lưu)")
_NAME_BEGINS = re.compile(
    rf"\s*(?:[-–+•]|\d|[Ll]ưu\b|[{CAPITAL}][{SMALL}]*[\s,]+\w+|[{CAPITAL}]{{2,}}(?=[\s\-.,(]|$))"
    rf"|\s*[{SMALL}]{{3,}}"
)
_ITEM = re.compile(r"\s*[-–+•*]")
_BETWEEN = re.compile(r"(?<=[\w)])(?=\s*[-–]\s?\w)")
_MANY_COMMAS = 3
_OFFICE_SHORT = re.compile(
    r"(?:luu|nhu (?:tren|dieu|muc|kinh)|tt|ttdu|ct|pct|uv|bch|btv|ub|mttq|so|phong|ban|cong an|truong|doan|hoi|vp"
    r"|kho bac|dai|don|cong ttdt|trang|cong thong tin)\b"
)
_REMARK = re.compile(r"\(([^()]{1,30})\)")
_SUFFIX = re.compile(r"\s*\(([^()]{1,30})\)$")
_COMMA = re.compile(r"(?<=,)\s+")


def label_of(text: str) -> str:
    """The label a line of recipients begins with when it is another than "Nơi nhận", which every paper has; else ""."""
    found = LABEL.match(text)
    return "" if found is None or "nhan" in fold(found[0]) else found[0].strip(" :.-")


def recipients_of(texts: list[str]) -> tuple[list[Recipient], list[str]]:
    """The recipients in lines of text (several in one line are parted by ";"), and what in them is no recipient."""
    found: list[Recipient] = []
    left: list[str] = []
    lines = [LABEL.sub("", text, count=1) for text in _whole(texts)]
    listed = sum(bool(_ITEM.match(line)) for line in lines) > 1
    for names in lines:
        alone = len(texts) == 1 and names.count(",") >= _MANY_COMMAS and not re.search(r"[;\-–]", names)
        for index, piece in enumerate(_together(_COMMA.split(names)) if alone else _names_in(names, listed=listed)):
            name = re.sub(r"^[\s\-–—+•*.,_]+|[\s.,;]+$", "", piece)
            remark = _REMARK.fullmatch(name)
            if not re.search(r"\w", name):
                continue
            if index and remark and found and not found[-1].suffix:
                found[-1] = replace(found[-1], suffix=remark[1].strip())
            elif index and not _NAME_BEGINS.match(piece):
                left.append(piece.strip())
            else:
                found.append(_recipient(name))
    return found, left


def _whole(texts: list[str]) -> list[str]:
    """The lines, one that goes on with an unended item above it put to that."""
    out: list[str] = []
    for text in texts:
        goes_on = bool(out) and _ITEM.match(out[-1]) and not re.search(r"[;.,:)]\s*$", out[-1])
        if goes_on and not _ITEM.match(text) and not fold(text.strip()).startswith("luu"):
            out[-1] = f"{out[-1].rstrip()} {text.strip()}"
        else:
            out.append(text)
    return out


def _names_in(text: str, *, listed: bool) -> list[str]:
    """The names on a line: between semicolons, else between dashes where each begins as an office does.

    Where each line is an item of a list (``listed``), its dash tells one name from the next: "- TT HĐND; TT UBND xã;".
    """
    if listed and _ITEM.match(text) and ";" in text:
        return _PIECES_OF_ITEM.split(text)
    pieces = _PIECES.split(text)
    if ";" in text:
        return pieces
    return [part for piece in pieces for part in _together(_BETWEEN.split(piece))]


def _together(parts: list[str]) -> list[str]:
    """The parts, one that begins no name put back to the one before: "Hội đồng Thi đua", "Khen thưởng huyện"."""
    out: list[str] = []
    for part in parts:
        if out and not _begins_recipient(part):
            out[-1] += part
        else:
            out.append(part)
    return out


def _begins_recipient(text: str) -> bool:
    bare = re.sub(r"^[\s\-–+]+", "", text)
    return bool(owner_at(bare) or _OFFICE_SHORT.match(fold(bare)))


def _recipient(name: str) -> Recipient:
    suffix = None if fold(name).startswith("luu") else _SUFFIX.search(name)
    bare = name[: suffix.start()].rstrip(" .,;") if suffix else name
    return Recipient(bare or name, suffix[1].strip() if suffix and bare else None)
