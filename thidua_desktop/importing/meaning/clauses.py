"""One item of a list of targets cut into clauses that hold one target each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from ...domain.vietnamese import CAPITAL
from ..patterns import enclosed, masked, sentences, split_outside
from .figures import ASSIGNED, PLANNED_BY, Figure, figures
from .indicators import GOES_ON, SAYS, is_count

_LONGEST_LEAD = 120
_LONGEST_ITEM = 4000
_OWN_LEVEL = (
    r"(?:(?:UBND\s+)?(?:xã|phường|thị trấn|đặc khu|đơn vị|địa phương)\s+)?"
    r"(?:phấn đấu|thực hiện)(?=[\s:]*(?:đạt\s+)?(?:trên\s+|từ\s+)?\d)"
    r"|(?:kế hoạch|phấn đấu|mục tiêu)\s+(?:đến\s+)?năm\s+20\d\d(?=[\s:]*(?:đạt|là|còn)?\s*\d)"
)
_ASSIGNS = re.compile(rf"\s*(?:và\s+|riêng\s+)?(?:(?:{ASSIGNED})(?!\w)|{PLANNED_BY}|{_OWN_LEVEL})", re.IGNORECASE)
_ALSO_SET_BY = re.compile(  # "chỉ tiêu Nghị quyết Đảng ủy; HĐND xã đề ra" is one statement
    r"\s*(?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân|Đảng ủy|Đảng bộ)(?!\w)[^;:,\d]{0,50}\bđề ra(?!\w)",
    re.IGNORECASE,
)
_SET_ABOVE = re.compile(r"\b(?:chỉ tiêu|nghị quyết|mục tiêu)\b[^;:\d]{0,60}$", re.IGNORECASE)
_OWN_COLON = re.compile(r"[^:\d;]{3,60}:\s*[^:;]*\d")
_WITHIN = re.compile(r"\s*trong đó(?:\s*,)?(?:\s+(?:có\s+)?|(?P<list>\s*:)\s*)(?=\S)", re.IGNORECASE)
_ONLY_SIGNS = re.compile(r"\s*(?:(?:có|từ|ít nhất|tối thiểu|trên|hơn|khoảng)\s+)*", re.IGNORECASE)
_OWN_WORDS = re.compile(r"(?:(?!,\s)[^;])*")  # up to the next comma or semicolon
_TO_FIGURE = re.compile(r"[^;\d]*[\d.,]*[^;,]*")  # … or to the first figure: "trong đó có bằng cấp, chứng chỉ 27%"
_ACTS = (
    r"phát triển|nâng|xây dựng|thành lập|kết nạp|giới thiệu|hỗ trợ|trồng|kiên cố|cứng hóa|sửa chữa|duy trì|giữ|tạo"
    r"|giải quyết|vận động|huy động|giúp|đào tạo|công nhận|hoàn thành|thu hút|tổ chức|mở|tặng|xóa|làm|cải tạo|bê tông"
    r"|lắp|nhân rộng|giảm|tăng|phấn đấu|tỷ lệ|tỉ lệ|số|tổng"
)
_PIECE = re.compile(
    rf",\s+|\s+(?=trong đó\s)|\s+và\s+(?=(?:trên\s+|từ\s+|ít nhất\s+)?\d)|\s+và\s+(?=(?:{_ACTS})\s)"
    r"|\s+và\s+(?=[^,;\d]{3,40}\s(?:là|đạt|còn)\s+(?:trên\s+|dưới\s+|từ\s+)?\d)",
    re.IGNORECASE,
)
_DONE_WITHOUT_FIGURE = re.compile(
    r"\s*(?:thực hiện|xây dựng|hoàn thành|giữ vững|không (?:để|có|xảy ra|phát sinh))\b", re.IGNORECASE
)
_OPENS_LIST = re.compile(
    r"(?:kết quả|chất lượng|xếp loại|loại)\s+[^\W\d_]+(?=,)"  # "kết quả khá, giỏi 80%"
    r"|(?:tổng đàn|đàn|diện tích|sản lượng|năng suất|t[ỷỉ] lệ|giá trị|tổng số|thu từ)\s+[^,;\d]{1,40}(?=,)",
    re.IGNORECASE,
)
_STRIVES = re.compile(r"\s*phấn đấu\s+(?:(?:đạt|có)\s+)?", re.IGNORECASE)
_SAYS_WHAT = re.compile(r"\bgiao\b[^\d:]{25,}|:[^\d]{25,}")  # "Tỉnh giao tỷ lệ hộ nghèo giảm 2%" names its own
_NEAR = 6  # letters before the figure of a clause that begins with it: "Có ", "Trên "
_ITEM_IN_LINE = re.compile(rf"(?<=[.;])\s+(?:\d{{1,2}}\s?[/.)]|[-+])\s+(?=[{CAPITAL}])")  # "1/ Lúa 5 ha. 2/ Ngô 3 ha."
_PARTS_IN_BRACKETS = re.compile(r"\s*\(\s*(?P<parts>[^()]*)\)\W*$")
_WHOLE_AGAIN = re.compile(r"\s*(?:t[ỷỉ] lệ|tổng|tốc độ)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the item with its figures (places counted in ``text``); ``part`` that "trong đó" leads to it,
    ``joined`` that only a comma or "và" stands between it and the clause before."""

    text: str
    figures: tuple[Figure, ...]
    part: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Parted:
    """An item as clauses; ``lead`` is the words before ":" that name what all of them are part of, else ""."""

    lead: str
    clauses: tuple[Clause, ...]


def parted(text: str, year: int | None) -> Parted:
    """The clauses of an item, in order; one far longer than any item of a plan stays whole."""
    if len(text) > _LONGEST_ITEM:
        return Parted("", (Clause(text, tuple(figures(text, year))),))
    lead, rest = _lead(text, year)
    clauses: list[Clause] = []
    for parts in _sentence_parts(rest):
        clauses += _of_sentence(parts, year)
    return Parted(lead, tuple(clauses))


def is_assigned(text: str) -> bool:
    """Whether a line only says who assigns a figure and how much: "Tỉnh giao: 95%"; what it is of stands above it."""
    return bool(_ASSIGNS.match(text)) and bool(figures(text)) and not _SAYS_WHAT.search(text)


def shared_predicates(clauses: tuple[Clause, ...]) -> list[str]:
    """For each clause what is said once of all it is joined with, and "" for the others."""
    out: list[str] = []
    start = 0
    for place in range(1, len(clauses) + 1):
        if place == len(clauses) or not clauses[place].joined:
            out += [shared_predicate(clauses[start:place])] * (place - start)
            start = place
    return out


def shared_predicate(clauses: tuple[Clause, ...]) -> str:
    """What is said once for several counts: "Có 96% gia đình và 100% tổ dân phố đạt chuẩn" → "đạt chuẩn"; else ""."""
    if len(clauses) < 2 or not all(c.figures and c.figures[0].start <= _NEAR and not c.part for c in clauses):
        return ""
    if not all(clause.joined for clause in clauses[1:]):
        return ""
    tails = [clause.text[clause.figures[0].end :] for clause in clauses]
    verb = SAYS.search(tails[-1])
    if verb is None or any(SAYS.search(tail) for tail in tails[:-1]):
        return ""
    return tails[-1][verb.start() :].strip(" .;,")


def _sentence_parts(text: str) -> list[list[str]]:
    """The sentences of a text, each as its parts between semicolons; "HĐND xã giao 90%" goes with the part before it,
    which names what both levels assign."""
    out: list[list[str]] = []
    end = 0
    for sentence in (part for one in sentences(text) for part in _ITEM_IN_LINE.split(one)):
        group: list[str] = []
        for part in split_outside(sentence, ";"):
            start = text.find(part, end)
            above = group or (out[-1] if out else group)
            if above and (_ASSIGNS.match(part) or (_SET_ABOVE.search(above[-1]) and _ALSO_SET_BY.match(part))):
                above[-1] += text[end:start] + part
            else:
                group.append(part)
            end = start + len(part)
        out += [group] if group else []
    return out


def _of_sentence(parts: list[str], year: int | None) -> list[Clause]:
    """The clauses of a sentence. "Trong đó" holds for its clause and those after it in the same unit, up to the next
    semicolon; "trong đó:" up to the end of the sentence."""
    out: list[Clause] = []
    listed = False
    for part in (opened for whole in parts for opened in _opened(whole, year)):
        within = listed
        for number, piece in enumerate(_pieces(part, year)):
            lead = _WITHIN.match(piece)
            words = piece[lead.end() :] if lead else piece
            found = tuple(figures(words, year))
            within = bool(lead) or (
                within and bool(out) and _same_unit(found, out[-1]) and not _WHOLE_AGAIN.match(words)
            )
            listed = within and (listed or bool(lead and lead["list"]))
            out.append(Clause(words, found, within, number > 0))
    return out


def _opened(part: str, year: int | None) -> list[str]:
    """A part with its bracketed parts taken out: "80 ha (trong đó: rừng trồng 70 ha; rừng giống 10 ha)"; without
    "trong đó" they are parts when there are several in the unit of the whole."""
    found = _PARTS_IN_BRACKETS.search(part)
    said = _WITHIN.match(found["parts"]) if found else None
    inside = split_outside(found["parts"][said.end() if said else 0 :], r"[;,]\s") if found else []
    if found is None or not inside or not all(_names_figure(one, year) for one in inside):
        return [part]
    if not said and not _are_parts(part[: found.start()], inside, year):
        return [part]
    return [part[: found.start()], *(f"trong đó {one}" for one in inside)]


def _are_parts(whole: str, inside: list[str], year: int | None) -> bool:
    units = {figure.value.unit for one in (whole, *inside) for figure in figures(one, year)[-1:]}
    return len(inside) > 1 and len(units) == 1 and bool(figures(whole, year))


def _same_unit(found: tuple[Figure, ...], before: Clause) -> bool:
    return bool(found and before.figures) and found[0].value.unit == before.figures[0].value.unit


def _lead(text: str, year: int | None) -> tuple[str, str]:
    """ "Chăn nuôi: Đàn lợn: 4.900 con; Đàn gia cầm: 43.500 con" has a lead, "Hộ nghèo: 4 hộ" has none."""
    head, sign, rest = text.partition(":")
    parts = split_outside(rest, ";")
    parts = parts if len(parts) > 1 or _OWN_COLON.match(parts[0] if parts else "") else split_outside(rest, r",\s")
    names = [part for part in parts if _names_figure(part, year)]
    if (
        not sign
        or len(head) > _LONGEST_LEAD
        or not names
        or (len(names) < 2 and not _OWN_COLON.match(names[0]))
        or not _names_figure(parts[0], year)
        or figures(head, year)
        or re.search(r"\btrong đó\s*$", head, re.IGNORECASE)
    ):
        return "", text
    return head.strip(), rest.strip()


def _names_figure(part: str, year: int | None) -> bool:
    """Whether the part says what its own figure is of."""
    found = figures(part, year)
    return (
        bool(found)
        and not GOES_ON.match(part)
        and not _ASSIGNS.match(part)
        and bool(re.search(r"[^\W\d_]{2}", part[: found[0].start]))
    )


def _pieces(part: str, year: int | None) -> list[str]:
    """A part cut where after a figure a new clause begins with words or a figure of its own."""
    hidden = masked(part, enclosed(part))
    all_known = figures(part, year)
    starts = [figure.start for figure in all_known]
    pieces, start, held = [], 0, -1
    for gap in _PIECE.finditer(hidden):
        own = (_TO_FIGURE if _WITHIN.match(part, gap.end()) else _OWN_WORDS).match(part, gap.end())
        held = gap.start() if held < start and _OPENS_LIST.match(part, gap.end()) else held
        known = all_known[bisect_left(starts, start) : bisect_left(starts, gap.start())]
        goes_on = not known or "trong đó" in part[known[-1].end : gap.start()].lower()
        if not goes_on and own and _begins_own(own[0], gap[0], known[-1], year):
            cut_at = held if held > max(start, known[-1].end - 1) else gap.start()
            pieces.append(part[start:cut_at])
            start = gap.end() if cut_at == gap.start() else cut_at + 1
    pieces.append(part[start:])
    return [piece.strip() for piece in pieces if piece.strip()]


def _begins_own(right: str, gap: str, last: Figure, year: int | None) -> bool:
    """Whether the words right of a comma or "và" are a target of their own; ``last`` is the figure before them."""
    within = _WITHIN.match(right)
    if within:
        return _names_part(right[within.end() :], year)
    strives = _STRIVES.match(right)
    if strives:
        aim = right[strives.end() :]
        return _names_figure(aim, year) or _counts_something(aim, year)
    found = figures(right, year)
    if not found:
        return "," in gap and bool(_DONE_WITHOUT_FIGURE.match(right))
    words = right[found[0].end :].strip(" .,")
    if _counts_another(found[0], last) and _ONLY_SIGNS.fullmatch(right[: found[0].start]):
        return len(words.split()) >= 2
    if found[0].start <= 2:
        return len(words.split()) >= 2 and not GOES_ON.match(words) and found[0].value.assigned_by is None
    return not GOES_ON.match(right)


def _names_part(words: str, year: int | None) -> bool:
    """Whether the words after "trong đó" are a target: "nữ 12 người", "20% đạt loại tốt"; "tỉnh giao 5" is none."""
    found = figures(words, year)
    if not found or _ASSIGNS.match(words):
        return False
    return _names_figure(words, year) or len(words[found[0].end :].split()) >= 2


def _counts_something(words: str, year: int | None) -> bool:
    """ "15/19 tiêu chí nông thôn mới nâng cao" names what it counts, "97% trở lên" and "12 tỷ đồng" do not."""
    found = figures(words, year)
    return (
        bool(found)
        and found[0].start <= 2
        and is_count(found[0].value.unit)
        and len(words[found[0].end :].split()) >= 3
    )


def _counts_another(figure: Figure, last: Figure) -> bool:
    """Whether two figures count different things: "02 hợp tác xã và từ 08 doanh nghiệp trở lên"."""
    new, old = figure.value, last.value
    return new.assigned_by is None and is_count(new.unit) and new.unit != old.unit
