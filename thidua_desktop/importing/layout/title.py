"""Where the title stands, the type of the document, its subject (trích yếu) and its year."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ...domain.vietnamese import SMALL, fold
from ..lines import Line
from .marks import Rank, find_mark, is_upper

# The 29 types of Nghị định 30/2020/NĐ-CP, Điều 7, and what communes use beside them; the longer before the shorter.
DOC_TYPES = (
    "KẾ HOẠCH",
    "BẢN PHÁT ĐỘNG",
    "LỜI PHÁT ĐỘNG",
    "THƯ PHÁT ĐỘNG",
    "PHÁT ĐỘNG",
    "LỜI KÊU GỌI",
    "THƯ KÊU GỌI",
    "PHƯƠNG HƯỚNG",
    "CHƯƠNG TRÌNH",
    "QUYẾT ĐỊNH",
    "NGHỊ QUYẾT",
    "CHỈ THỊ",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "THÔNG CÁO",
    "THÔNG BÁO",
    "HƯỚNG DẪN",
    "PHƯƠNG ÁN",
    "ĐỀ ÁN",
    "DỰ ÁN",
    "BÁO CÁO",
    "BIÊN BẢN",
    "TỜ TRÌNH",
    "HỢP ĐỒNG",
    "CÔNG ĐIỆN",
    "GIAO ƯỚC",
    "BẢN GIAO ƯỚC",
)
_BY_LETTERS = {fold(doc_type): doc_type for doc_type in DOC_TYPES}  # a scan misreads marks: "KÉ HOẠCH"
_MOTTO = re.compile(r"doc lap\W+tu do")
_LONGEST_HEADER = 400  # of one set on one line
_LAST_LINE = 80
_LONGEST_SUBJECT = 320
_TYPE = re.compile(rf"(?P<type>{'|'.join(DOC_TYPES)})(?P<rest>.*)", re.DOTALL)
_SMALL_TYPE = re.compile(
    rf"(?P<type>{'|'.join(DOC_TYPES)})(?P<rest>(?: (?:phát động|tổ chức|thực hiện|triển khai|công tác"
    r"|phong trào|thi đua)\b.{0,300})?)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(can cu|thuc hien (nghi quyet|quyet dinh|chi thi|ke hoach|huong dan|cong van|luat|ket luan|chuong trinh)|phat huy"
    r"|nham\b|de (tiep tuc|thuc hien|phat huy|thi dua)|nam \d{4} la|uy ban nhan dan|ubnd|hoi dong|tiep tuc"
    r"|trien khai thuc hien"
    r"|kinh (?:gui|thua)|xet de nghi|thi hanh|ap dung|theo de nghi)"
)
_LOWER_START = re.compile(rf"(?:[-–]\s*)?[{SMALL}]")  # "kinh tế | - xã hội" is one word cut by the line break
_MOST_LINES = 5
_SHORT_SUBJECT = 4  # words: "CÔNG TÁC", "PHÁT ĐỘNG" want what the paper is about
_LONGEST_PLAIN_LINE = 120
_ENDED = re.compile(r"[.;:,!?]\W*$")
_ANNEXED = re.compile(r"\((?:ban hành )?kèm theo\b.*\)", re.IGNORECASE | re.DOTALL)
_OFTEN = 2  # a year named once is that of something else
_ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?![\d/])")  # also in a day; the year of a document number is none
_CITED_DAY = re.compile(  # the day of a paper that is cited
    r"(?:số|Luật|Pháp lệnh)\s[^;.\n]{0,150}?ngày\s*\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}"
)
_YEAR = re.compile(r"năm\s+(?:học\s+)?(20\d\d)(?!\s*[-–])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """``start`` and ``end`` are line numbers (end excluded); ``notes`` those between that say what it is annexed to."""

    start: int
    end: int
    doc_type: str
    subject: str
    notes: tuple[int, ...] = ()


def find_title(lines: list[Line]) -> Title | None:
    """The first line that holds a document type in capitals, with the subject in it or below; None for none."""
    found = _type_line(lines)
    if found is None:
        return None
    start, doc_type, rest = found
    subject = [rest] if rest else []
    notes: list[int] = []
    end = start + 1
    block = _block_end(lines, start + 1)
    while end < len(lines):
        line = lines[end]
        if _ANNEXED.fullmatch(line.text.strip()):
            notes.append(end)
        elif _belongs(line, lines[start:end], subject, set_apart=end < block):
            subject.append(line.text)
        else:
            break
        end += 1
    return Title(start, end, doc_type, " ".join(" ".join(subject).split()), tuple(notes))


def is_type(text: str) -> bool:
    """Whether a line is a document type and nothing else."""
    return text.strip(" :.") in DOC_TYPES


def emulation_year(subject: str, header_year: int | None, text: str) -> int | None:
    """The latest year in the subject, else the one the text names most, else that of the date; None when none is."""
    years = [int(year) for year in _YEAR.findall(subject)]
    if years:
        return max(years)
    stretch = [int(year) for year in _ANY_YEAR.findall(subject)]
    if stretch:
        return header_year if header_year and min(stretch) <= header_year <= max(stretch) else max(stretch)
    named = _most(_YEAR.findall(text), least=_OFTEN)
    return named or header_year or _most(_ANY_YEAR.findall(_CITED_DAY.sub("", text)), least=_OFTEN)


def _most(years: list[str], least: int = 1) -> int | None:
    """The year that stands most often, the later of two; None when none stands ``least`` times."""
    counted = Counter(map(int, years))
    best = max(counted, key=lambda year: (counted[year], year), default=None)
    return best if best and counted[best] >= least else None


def _type_line(lines: list[Line]) -> tuple[int, str, str] | None:
    head = lines[:_LAST_LINE]
    motto = max((i for i, line in enumerate(head) if _MOTTO.search(fold(line.text)[:_LONGEST_HEADER])), default=-1)
    candidates: list[tuple[bool, bool, int, str, str]] = []
    for index, line in enumerate(head):
        mark = find_mark(line.text)
        if mark and mark.rank == Rank.ROMAN and candidates:
            break
        if named := _named_type(line.text.strip()):
            candidates.append((index < motto, bool(named[1]), index, *named))
    if candidates:
        _, _, index, doc_type, rest = min(candidates)
        return index, doc_type, rest
    for index, line in enumerate(head):
        found = _SMALL_TYPE.fullmatch(line.text.strip(" :."))
        if found and index >= motto and not find_mark(line.text) and not _ENDED.search(line.text.strip(" :.")):
            return index, found["type"].upper(), found["rest"].strip()
    return None


def _named_type(text: str) -> tuple[str, str] | None:
    """The document type in capitals that a line begins with, and the words after it."""
    found = _TYPE.match(text)
    if found and _splits(found["type"], found["rest"]):
        return found["type"], found["rest"].strip(" :.-–")
    alone = fold(text.strip(" :."))
    return (_BY_LETTERS[alone], "") if is_upper(text) and alone in _BY_LETTERS else None


def _splits(doc_type: str, rest: str) -> bool:
    """The type stands alone, before a space, or glued to a word that begins with a capital."""
    if not rest or not rest[0].isalpha():
        return len(rest) < _LONGEST_SUBJECT
    return is_upper(rest[0]) and rest[1:2].islower()


def _block_end(lines: list[Line], start: int) -> int:
    """Where the blank line after the title stands, ``start`` when no blank line sets a short title apart."""
    for end in range(start + 1, min(start + _MOST_LINES + 1, len(lines))):
        if lines[end].gap:
            return end
    return start


def _belongs(line: Line, title: list[Line], subject: list[str], *, set_apart: bool) -> bool:
    """Whether a line goes on with the title; ``set_apart`` says that a blank line comes only after it."""
    text = line.text.strip()
    mark = find_mark(text)
    if line.label or line.cells or (mark and mark.rank < Rank.DASH) or len(text) > _LONGEST_SUBJECT:
        return False
    if not re.search(r"\w", text):
        return True
    if re.match(r"\W*chu de\b", fold(text)):
        return False
    opening = bool(_OPENING.match(fold(text)))
    if not subject:
        return not fold(text).startswith("can cu") and not (opening and text.endswith((";", ".", ":")))
    before = title[-1]
    if opening and not (line.centered and line.bold):
        return False
    if text.startswith("(") and text.endswith(")"):
        return True
    if _wants_more(text, " ".join(subject)):
        return True
    styled = (line.centered and before.centered) or (line.bold and before.bold)
    follows = set_apart or bool(_LOWER_START.match(text)) or bool(re.match(r"(năm|giai đoạn)\s", text, re.IGNORECASE))
    return (styled or follows) and not text.endswith((".", ";", ":", "!"))


def _wants_more(text: str, subject: str) -> bool:
    """Whether an unended line goes on with the subject: that is too short, or no sentence has begun yet."""
    if _ENDED.search(text) or len(text) > _LONGEST_PLAIN_LINE:
        return False
    return len(subject.split()) < _SHORT_SUBJECT or not is_upper(text)
