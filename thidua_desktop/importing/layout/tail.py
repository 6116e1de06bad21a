"""The foot of a paper: recipients (Nơi nhận) and the signature block, in two columns or one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...domain.plan.plans import PlanSigner, Recipient
from ...domain.vietnamese import CAPITAL, SMALL, fold
from ..lines import Line
from ..meaning.organisations import owner_at
from .header import is_date_line
from .marks import find_mark, is_upper
from .recipients import LABEL, recipients_of

_POST = re.compile(
    r"\b(chu tich|pho (?:ban|phong|chanh|truong|bi thu|giam doc)|giam doc|bi thu|chi huy|thu ky|uy ban nhan dan|ubnd"
    r"|hdnd|hoi dong|ban chap hanh|ban thuong vu|dang uy|uy vien|chanh van phong)\b"
)
_LEADS = re.compile(r"\btrưởng\b", re.IGNORECASE)  # with its mark: Trương and Trường are names
_SMALL_POST = re.compile(
    r"(?:Quyền |Q\. ?)?(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Trưởng ban)(?: (?:UBND|HĐND|Hội đồng|thường trực|xã|phường"
    r"|thị trấn|đặc khu)\b.{0,40})?"
)
_AUTHORITY = re.compile(
    r"\s*(?:(?:TM|KT|TL|TUQ|T/M|K/T|T\.M|K\.T)(?:\s*[.:/]\s*|\s+)|(?:QUYỀN|THAY MẶT)\s|Q\s*\.)", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\W*(?:đã )?(?:ký số|ký tên|ký|chữ ký số|chữ ký)((,| và|, và) (đóng dấu|ghi rõ họ tên|ghi rõ họ và tên))*\W*",
    re.IGNORECASE,
)
_GLUED = re.compile(
    rf"(?<=[{CAPITAL}])(?<!TU)\s*(?=Q\.\s?CHỦ TỊCH|QUYỀN CHỦ TỊCH)|"
    rf"(?<=\w)\s*(?=(?:KT|TM|TL|TUQ)\.)|(?<=[{CAPITAL}])(?=PHÓ CHỦ TỊCH|CHỦ TỊCH)|(?<=\))\s*(?=\w)|\s*(?=\(Đã ký)"
    rf"|(?<=[{CAPITAL}]{{2}})\s*(?=[{CAPITAL}][{SMALL}])|(?<=[{CAPITAL}])"
    r"(?<!PHÓ)(?<!QUYỀN)\s+(?=(?:PHÓ )?CHỦ TỊCH\b(?!,))"
)
_SIGNS_AFTER = re.compile(rf"(?<=[.;)])\s*(?=(?:TM|KT|TUQ)\s*\.\s*[{CAPITAL}])")  # recipients and signature in one line
_NAME = re.compile(
    rf"(?:[A-ZĐ][\w.]*\.\s*)?(?:[HKY]\s?[’'‘]\s?)?[{CAPITAL}][^\W\d_]*(?:[\s.’'\-]+[{CAPITAL}][^\W\d_]*){{1,5}}"
)
_STANDS_FOR = re.compile(
    r"(?:TM|T/M|T\.M|THAY MẶT)\b", re.IGNORECASE
)  # "TM. HỘI ĐỒNG" is no post, "Q. CHỦ TỊCH" is one
_LONGEST_RECIPIENT = 160
_LONGEST_BARE_RECIPIENT = 100
_MOST_SIGNATURE_LINES = 9
_FAR_ABOVE = 3
_LONGEST_SIGN = 120


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
        signed = _signature(lines, start, len(lines))
        return _built([], signed, [], _texts(lines, signed))
    table = lines[label].table
    columns = {line.column for line in lines[start:] if line.table == table}
    if table and (len(columns) > 1 or lines[label - 1].table != table):  # else the whole paper stands in one cell
        return _from_table(lines, label, table, start)
    return _from_lines(lines, label, start)


def signer_of(texts: list[str]) -> tuple[PlanSigner, list[str]]:
    """The signature block in lines of text, also glued ones, and what in them is none of it."""
    authority: list[str] = []
    post, name = "", ""
    left: list[str] = []
    for piece in _unglued(texts):
        if _SIGNED.fullmatch(piece) or not re.search(r"\w", piece):
            left += [piece] if re.search(r"\w", piece) else []
        elif _is_post_text(piece) and not name:
            authority += [post] if post else []
            post = piece
        elif not name and (post or len(texts) == 1) and _NAME.fullmatch(piece):
            name = piece
        else:
            left.append(piece)
    if post and _AUTHORITY.match(post) and (not _names_post(post[3:]) or _STANDS_FOR.match(post)):
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
    return any(LABEL.match(piece) for piece in line.text.split("\t"))


def _from_table(lines: list[Line], label: int, table: int, start: int) -> Tail:
    column = lines[label].column
    inside = [i for i, line in enumerate(lines) if line.table == table and i >= start]
    receiving = [i for i in inside if lines[i].column == column and i >= label]
    signing = [i for i in inside if i not in receiving]
    if not signing:
        end = max(inside) + 1
        below = _signature(lines, end, min(end + _MOST_SIGNATURE_LINES + 1, len(lines)))
        signing = below if below and below[0] <= end + 1 else _signature_above(lines, label, start)
    return _built(receiving, signing, _texts(lines, receiving), _texts(lines, signing))


def _from_lines(lines: list[Line], label: int, start: int) -> Tail:
    receiving: list[int] = []
    names: list[str] = []
    signing = _signature_above(lines, label, start)
    above = bool(signing)
    signs = _texts(lines, signing)
    index = label
    while index < len(lines):
        parts = [part for piece in lines[index].text.split("\t") for part in _SIGNS_AFTER.split(piece)]
        pieces = [piece.strip() for piece in parts if piece.strip()]
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
    found = re.match(r"(\s*nơi\s+(?:nhận|gửi|gởi)\s*:?)\s*(\S.*)", piece, re.IGNORECASE)
    return [found[1], found[2]] if found and _is_post_text(found[2]) else [piece]


def _kind(piece: str, line: Line, after_names: bool, after_signs: bool) -> str:
    if LABEL.match(piece):
        return "name"
    if _signs(piece) or (after_signs and _NAME.fullmatch(piece)):
        return "sign"
    if re.match(r"[-–+•*]", piece) or line.label in ("-", "+"):
        return "name" if len(piece) <= _LONGEST_RECIPIENT * 4 else "other"
    if len(piece) <= _LONGEST_RECIPIENT and (piece.endswith((";", ".")) or fold(piece).startswith("luu")):
        return "name" if not after_signs else "other"
    if not after_signs and len(piece) <= _LONGEST_BARE_RECIPIENT and owner_at(piece):
        return "name"
    return "name" if not after_names and len(piece) <= _LONGEST_RECIPIENT else "other"


def _signs(piece: str) -> bool:
    """Whether a text stands in a signature block, its name left aside."""
    return bool(_SIGNED.fullmatch(piece)) or _begins_post(piece) or is_date_line(piece)


def _begins_post(piece: str) -> bool:
    """Whether a line, or the first of lines glued together, is an authority or a post."""
    return _is_post_text(next(iter(_unglued([piece])), ""))


def _is_post_text(text: str) -> bool:
    if is_upper(text):
        return bool(_AUTHORITY.match(text)) or _names_post(text)
    return bool(_SMALL_POST.fullmatch(text))


def _names_post(text: str) -> bool:
    return bool(_POST.search(fold(text)) or _LEADS.search(text))


def _signature_above(lines: list[Line], end: int, start: int) -> list[int]:
    """The signature that ends just above ``end``."""
    found = _signature(lines, start, end)
    return found if found and found[-1] >= end - _FAR_ABOVE else []


def _signature(lines: list[Line], start: int, end: int) -> list[int]:
    """The last lines between ``start`` and ``end`` that are an authority or a post with all down to a name."""
    for last in reversed(range(start, end)):
        if not _ends_signature(lines[last].text.strip()):
            continue
        first = last
        while first > start and last - first < _MOST_SIGNATURE_LINES and _signs(lines[first - 1].text.strip()):
            first -= 1
        while first < last and not _is_post(lines[first]):
            first += 1
        found = list(range(first, last + 1))
        stands = _is_post(lines[first]) and bool(_AUTHORITY.match(lines[first].text))
        if stands or (_is_post(lines[first]) and signer_of(_texts(lines, found))[0].name):
            return found
    return []


def _ends_signature(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) or (_begins_post(text) and len(text) <= _LONGEST_SIGN)


def _is_post(line: Line) -> bool:
    text = line.text.strip()
    if len(text) > _LONGEST_SIGN or line.label:
        return False
    return bool(_AUTHORITY.match(text) and is_upper(text)) or (not find_mark(text) and _begins_post(text))


def _texts(lines: list[Line], places: list[int]) -> list[str]:
    return [lines[index].text for index in places]


def _built(receiving: list[int], signing: list[int], names: list[str], signs: list[str]) -> Tail:
    recipients, no_names = recipients_of(names)
    signer, left = signer_of(signs)
    kept = (*no_names, *(words for words in left if not says_signed(words)))
    marks = tuple(words for words in left if says_signed(words))
    return Tail(tuple(recipients), signer, frozenset(receiving), frozenset(signing), kept, marks)
