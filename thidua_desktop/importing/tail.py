"""The foot of a paper: recipients (Nơi nhận) and the signature block, in two columns or one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..domain.plans import PlanSigner, Recipient
from ..domain.vietnamese import fold
from .lines import Line
from .marks import is_upper
from .patterns import CAPITAL, SMALL

_LABEL = re.compile(r"\s*nơi\s+nhận\s*(?:[:.\-]|$)\s*", re.IGNORECASE)
_POST = re.compile(
    r"\b(chu tich|pho|truong|giam doc|bi thu|hieu truong|chi huy|thu ky|uy ban nhan dan|ubnd|hoi dong|ban chap hanh"
    r"|dang uy"
    r"|uy vien|thu truong|chanh van phong|to truong)\b"
)
_AUTHORITY = re.compile(r"\s*(TM|KT|TL|TUQ|T/M|K/T|Q|QUYỀN)\s*\.?\s", re.IGNORECASE)
_SIGNED = re.compile(r"\W*(đã ký|ký tên|ký)((,| và|, và) (đóng dấu|ghi rõ họ tên|ghi rõ họ và tên))*\W*", re.IGNORECASE)
_GLUED = re.compile(
    rf"(?<=\w)\s*(?=(?:KT|TM|TL|TUQ)\.)|(?<=[{CAPITAL}])(?=PHÓ CHỦ TỊCH|CHỦ TỊCH)|(?<=\))\s*(?=\w)|\s*(?=\(Đã ký)"
    rf"|(?<=[{CAPITAL}]{{2}})\s*(?=[{CAPITAL}][{SMALL}])|(?<=[{CAPITAL}])(?<!PHÓ)\s+(?=(?:PHÓ )?CHỦ TỊCH\b(?!,))"
)
_NAME = re.compile(r"(?:[A-ZĐ][\w.]*\.\s*)?[^\W\d_]+(?:[\s.]+[^\W\d_]+){1,5}")
_LONGEST_RECIPIENT = 160
_LONGEST_SIGN = 120
_PIECES = re.compile(r";\s*|,\s*(?=[Ll]ưu\b)|(?<=[.)])\s*(?=[-–]\s)|(?<=\w)(?=-\s?Lưu)")
_NAME_BEGINS = re.compile(
    rf"\s*(?:[-–+•]|\d|[Ll]ưu\b|[{CAPITAL}][{SMALL}]*[\s,]+\w+|[{CAPITAL}]{{2,}}(?=[\s\-.,(]|$))"
    rf"|\s*[{SMALL}]{{3,}}"
)
_SUFFIX = re.compile(r"\s*\(([^()]{1,30})\)$")


@dataclass(frozen=True, slots=True)
class Tail:
    """``left`` are the words in the lines used that are neither recipient nor signer; ``signs`` those that only say
    that the paper was signed ("(Đã ký)"), which a new paper must not repeat."""

    recipients: tuple[Recipient, ...] = ()
    signer: PlanSigner = field(default_factory=PlanSigner)
    recipient_lines: frozenset[int] = frozenset()
    signer_lines: frozenset[int] = frozenset()
    left: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


def says_signed(text: str) -> bool:
    """Whether a line only says that the paper was signed and stamped."""
    return bool(_SIGNED.fullmatch(text))


def find_tail(lines: list[Line], start: int) -> Tail:
    """The first "Nơi nhận" at or after ``start`` with the signature beside, above or below it."""
    label = next((i for i in range(start, len(lines)) if _label_piece(lines[i])), None)
    if label is None:
        signed = _signature_above(lines, len(lines), start)
        return _built([], signed, [], _texts(lines, signed))
    table = lines[label].table
    if table:
        return _from_table(lines, label, table, start)
    return _from_lines(lines, label, start)


def recipients_of(texts: list[str]) -> tuple[list[Recipient], list[str]]:
    """The recipients in lines of text (several in one line are parted by ";"), and what in them is no recipient."""
    found: list[Recipient] = []
    left: list[str] = []
    for text in texts:
        pieces = _PIECES.split(_LABEL.sub("", text, count=1))
        for index, piece in enumerate(pieces):
            name = re.sub(r"^[\s\-–—+•*.,_]+|[\s.,;]+$", "", piece)
            if not re.search(r"\w", name):
                continue
            if index and not _NAME_BEGINS.match(piece):
                left.append(piece.strip())
            else:
                found.append(_recipient(name))
    return found, left


def _recipient(name: str) -> Recipient:
    suffix = None if fold(name).startswith("luu") else _SUFFIX.search(name)
    bare = name[: suffix.start()].rstrip(" .,;") if suffix else name
    return Recipient(bare or name, suffix[1].strip() if suffix and bare else None)


def signer_of(texts: list[str]) -> tuple[PlanSigner, list[str]]:
    """The signature block in lines of text, also glued ones, and what in them is none of it."""
    authority: list[str] = []
    post, name = "", ""
    left: list[str] = []
    for piece in _unglued(texts):
        if _SIGNED.fullmatch(piece) or not re.search(r"\w", piece):
            left += [piece] if re.search(r"\w", piece) else []
        elif is_upper(piece) and (_AUTHORITY.match(piece) or _POST.search(fold(piece))) and not name:
            authority += [post] if post else []
            post = piece
        elif not name and (post or len(texts) == 1) and _NAME.fullmatch(piece):
            name = piece
        else:
            left.append(piece)
    if post and _AUTHORITY.match(post) and not _POST.search(fold(post[3:])):
        authority, post = [*authority, post], ""
    return PlanSigner("\n".join(authority) or None, post or None, name or None), left


def _unglued(texts: list[str]) -> list[str]:
    """The lines cut where two were glued: before KT., before a post, between capitals and a name."""
    out = []
    for text in texts:
        text = _GLUED.sub("\n", text.replace("\t", "\n"))
        out += [piece.strip(" ;") for piece in text.split("\n")]
    return [piece for piece in out if piece]


def _label_piece(line: Line) -> bool:
    return any(_LABEL.match(piece) for piece in line.text.split("\t"))


def _from_table(lines: list[Line], label: int, table: int, start: int) -> Tail:
    column = lines[label].column
    inside = [i for i, line in enumerate(lines) if line.table == table and i >= start]
    receiving = [i for i in inside if lines[i].column == column and i >= label]
    signing = [i for i in inside if i not in receiving]
    if not signing:
        end = max(inside) + 1
        signing = _signature_below(lines, end) or _signature_above(lines, label, start)
    return _built(receiving, signing, _texts(lines, receiving), _texts(lines, signing))


def _from_lines(lines: list[Line], label: int, start: int) -> Tail:
    receiving: list[int] = []
    names: list[str] = []
    signing = _signature_above(lines, label, start)
    above = bool(signing)
    signs = _texts(lines, signing)
    index = label
    while index < len(lines):
        pieces = [piece.strip() for piece in lines[index].text.split("\t") if piece.strip()]
        kinds = [_kind(piece, lines[index], bool(names), bool(signs)) for piece in pieces]
        if (above and "sign" in kinds) or "other" in kinds:
            break
        for piece, kind in zip(pieces, kinds, strict=True):
            names += _split_glued_post(piece)[:1] if kind == "name" else []
            signs += [piece] if kind == "sign" else _split_glued_post(piece)[1:]
        (receiving if "name" in kinds else signing).append(index)
        index += 1
        if signs and not above and signer_of(signs)[0].name and not _more_names(lines, index):
            break
    return _built(receiving, signing, names, signs)


def _more_names(lines: list[Line], index: int) -> bool:
    return index < len(lines) and bool(re.match(r"\s*[-–+•]", lines[index].text) or lines[index].label in ("-", "+"))


def _split_glued_post(piece: str) -> list[str]:
    """ "Nơi nhận: HIỆU TRƯỞNG" holds the post beside the label."""
    found = re.match(r"(\s*nơi\s+nhận\s*:?)\s*(\S.*)", piece, re.IGNORECASE)
    if found and is_upper(found[2]) and _POST.search(fold(found[2])):
        return [found[1], found[2]]
    return [piece]


def _kind(piece: str, line: Line, after_names: bool, after_signs: bool) -> str:
    if _LABEL.match(piece):
        return "name"
    if _SIGNED.fullmatch(piece):
        return "sign"
    if _begins_post(piece):
        return "sign"
    if re.match(r"[-–+•*]", piece) or line.label in ("-", "+"):
        return "name" if len(piece) <= _LONGEST_RECIPIENT * 4 else "other"
    if after_signs and _NAME.fullmatch(piece) and piece[:1].isupper():
        return "sign"
    if len(piece) <= _LONGEST_RECIPIENT and (piece.endswith((";", ".")) or fold(piece).startswith("luu")):
        return "name" if not after_signs else "other"
    return "name" if not after_names and len(piece) <= _LONGEST_RECIPIENT else "other"


def _begins_post(piece: str) -> bool:
    """Whether a line, or the first of lines glued together, is an authority or a post in capitals."""
    first = next(iter(_unglued([piece])), "")
    return is_upper(first) and bool(_AUTHORITY.match(first) or _POST.search(fold(first)))


def _signature_above(lines: list[Line], end: int, start: int) -> list[int]:
    """The lines just above ``end`` from the first authority or post line on, when they end in a name."""
    reach = range(max(start, end - 10), end)
    first = next((i for i in reach if _is_post(lines[i])), None)
    if first is None or any(len(lines[i].text) > 80 for i in range(first, end)):
        return []
    return list(range(first, end)) if signer_of(_texts(lines, list(range(first, end))))[0].name else []


def _signature_below(lines: list[Line], start: int) -> list[int]:
    taken: list[int] = []
    for index in range(start, min(start + 10, len(lines))):
        taken.append(index)
        if not _is_post(lines[taken[0]]):
            return []
        if signer_of(_texts(lines, taken))[0].name:
            return taken
    return []


def _is_post(line: Line) -> bool:
    text = line.text.strip()
    return len(text) <= _LONGEST_SIGN and not line.label and _begins_post(text)


def _texts(lines: list[Line], places: list[int]) -> list[str]:
    return [lines[index].text for index in places]


def _built(receiving: list[int], signing: list[int], names: list[str], signs: list[str]) -> Tail:
    recipients, no_names = recipients_of(names)
    signer, left = signer_of(signs)
    kept = (*no_names, *(words for words in left if not says_signed(words)))
    marks = tuple(words for words in left if says_signed(words))
    return Tail(tuple(recipients), signer, frozenset(receiving), frozenset(signing), kept, marks)
