"""Cells of a list as a register keeps them; what was put right and what is doubtful is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ..bad_input import BadInput
from ..members.identity import IdentityNumber, doubt_of
from ..registers.cells import CellValue, parse_cell
from ..registers.parts import Column
from ..sheets.cells import Raw, letters, plain, read_day
from ..vietnamese import nfc, one_line
from ..years import FIRST_YEAR, LAST_YEAR

_EPOCH = date(1899, 12, 30)
_DAYS = range(3_654, 80_000)  # a day from 1910 on as Excel counts them
_YEARS = range(1900, 2101)
_YOUNGEST, _OLDEST = 6, 120  # years of age that a person of a list may have
_MOST_DROPPED = 2  # zeros at the beginning of an identity number that Excel drops
_PHONE = re.compile(r"[35789]\d{8}|2\d{9}")  # mobile and fixed numbers without their zero
_MARKS = ("x", "v", "✓", "✔", "1", "có", "co", "+")
_MEN, _WOMEN = ("nam", "m", "trai", "ong", "male"), ("nu", "f", "gai", "ba", "female", "co")
_YES = ("co", "x", "v", "1", "dang vien", "dung", "chinh thuc", "du bi", "yes", "true")
_NO = ("khong", "o", "0", "chua", "quan chung", "no", "false")


@dataclass(frozen=True, slots=True)
class Read:
    """A cell's value; ``corrected`` says what was put right, ``doubt`` what is wrong, ``note`` goes to the note."""

    value: CellValue = None
    corrected: str = ""
    doubt: str = ""
    note: str = ""


def is_mark(raw: Raw) -> bool:
    """Whether the cell is a cross."""
    return raw is True or plain(raw).lower() in _MARKS


def read_date(column: Column, raw: Raw) -> Read:
    """A day; what is none stays out and goes to the note."""
    day, corrected = _day(raw)
    if day is not None:
        return Read(day.isoformat(), corrected)
    text = plain(raw)
    if _only_year(raw) or re.fullmatch(r"\d{1,2}[/.-]\d{4}", text):
        said = f"“{text}” không đủ ngày, tháng: “{column.heading}” để trống, chép vào ghi chú."
        return Read(None, said, note=f"{column.heading}: {text}")
    return Read(
        None,
        doubt=f"“{text}” ở cột “{column.heading}” không phải là ngày; nếu lấy thì để trống, chép vào ghi chú.",
        note=f"{column.heading}: {text}",
    )


def read_birth(column: Column, raw: Raw, today: date) -> Read:
    """A day of birth. Of a year alone the day stays empty and the year goes to the note: no day is made up."""
    if year := _only_year(raw):
        return _only(str(year), _age_doubt(date(year, 1, 1), today))
    text = plain(raw)
    month = re.fullmatch(r"(?:tháng\s*)?(\d{1,2})\s*[/.-]\s*(\d{4})", text, re.IGNORECASE)
    if month and 1 <= int(month[1]) <= 12 and int(month[2]) in _YEARS:
        return _only(f"{int(month[1]):02d}/{month[2]}", "")
    day, corrected = _day(raw)
    doubt = ""
    short = re.fullmatch(r"(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})", text)
    if short and day is not None:
        day, corrected, doubt = _century(text, day, today)
    if day is None:
        reason = f"Ngày sinh “{text}” không phải là ngày có thật; nếu lấy thì để trống, chép vào ghi chú."
        return Read(None, doubt=reason, note=f"Ngày sinh ghi “{text}”")
    return Read(day.isoformat(), corrected, doubt or _age_doubt(day, today))


def _only(text: str, doubt: str) -> Read:
    said = f"Chỉ biết năm sinh “{text}”: ngày sinh để trống, năm chép vào ghi chú."
    return Read(None, "" if doubt else said, doubt, note=born_note(text))


def born_note(text: str) -> str:
    """What the note says of a birth whose day is not known."""
    return f"Sinh năm {text}" if "/" not in text else f"Sinh tháng {text}"


def year_of_note(note: str) -> str:
    """The year of birth that a note tells, "" for none."""
    found = re.search(r"Sinh (?:năm |tháng \d{2}/)(\d{4})", note)
    return found[1] if found else ""


def _century(text: str, day: date, today: date) -> tuple[date, str, str]:
    older = day.replace(year=day.year - 100) if (day.month, day.day) != (2, 29) or day.year != 2000 else day
    if day > today:
        return older, f"“{text}” đọc là ngày {plain(older)}.", ""
    likely = older if today.year - day.year < _YOUNGEST + 10 else day
    return likely, "", f"Ngày sinh “{text}” viết năm hai chữ số, đọc là {plain(likely)}: kiểm tra lại."


def _age_doubt(day: date, today: date) -> str:
    age = today.year - day.year
    return "" if _YOUNGEST <= age <= _OLDEST else f"Năm sinh {day.year} không hợp lý: kiểm tra lại."


def _only_year(raw: Raw) -> int:
    found = re.fullmatch(r"(?:năm\s*)?(\d{4})", plain(raw), re.IGNORECASE)
    return int(found[1]) if found and int(found[1]) in _YEARS else 0


def _day(raw: Raw) -> tuple[date | None, str]:
    if isinstance(raw, datetime):
        return raw.date(), ""
    if isinstance(raw, date):
        return raw, ""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and int(raw) in _DAYS:
        day = _EPOCH + timedelta(days=int(raw))
        return day, f"{int(raw)} là cách Excel đếm ngày, đọc là {plain(day)}."
    return read_day(re.sub(r"\s*([/.-])\s*", r"\1", plain(raw))), ""


def read_sex(raw: Raw) -> Read:
    """Nam or nữ, however it is written."""
    text = plain(raw)
    word = letters(text)
    if word in _MEN or word in _WOMEN:
        return Read("nam" if word in _MEN else "nữ")
    return Read("", doubt=f"Giới tính “{text}” không rõ là nam hay nữ; nếu lấy thì để trống.")


def read_member(column: Column, raw: Raw) -> Read:
    """Whether somebody is a member: a cross, a word, or the day on which it began."""
    if raw is True or raw is False:
        return Read(bool(raw))
    text, word = plain(raw), letters(plain(raw)) or plain(raw)
    if is_mark(raw) or word in _YES:
        return Read(True)
    if word in _NO or text in ("-", "–"):
        return Read(False)
    day, _ = _day(raw)
    if day is not None or _only_year(raw):
        since = "Vào Đảng" if column.key == "party_member" else f"{column.heading} từ"
        return Read(
            True, f"“{column.heading}” ghi “{text}”, hiểu là có; ngày chép vào ghi chú.", note=f"{since} {text}"
        )
    return Read(None, doubt=f"“{text}” ở cột “{column.heading}” không rõ là có hay không; nếu lấy thì để như cũ.")


def read_identity(raw: Raw, kinds: Sequence[IdentityNumber]) -> Read:
    """An identity number as digits. Zeros that Excel dropped from a number at its beginning are put back and told."""
    text = plain(raw)
    digits = re.sub(r"[\s.\-']", "", text)
    if not re.search(r"\d", digits):
        return Read(None, doubt=f"“{text}” ở cột số định danh không phải là số; nếu lấy thì để trống.")
    doubt, longest = doubt_of(digits, kinds), max((kind.digits for kind in kinds), default=0)
    if doubt and isinstance(raw, int | float) and longest - _MOST_DROPPED <= len(digits) < longest:
        return Read(digits.zfill(longest), "Số định danh bị Excel bỏ số 0 ở đầu, đã thêm lại cho đủ.")
    return Read(digits, doubt=doubt)


def read_contact(column: Column, raw: Raw) -> Read:
    """A telephone number or another way to reach somebody. A zero that Excel dropped at its beginning is put back."""
    text = plain(raw)
    if isinstance(raw, int | float) and _PHONE.fullmatch(text):
        return Read(f"0{text}", f"“{column.heading}” bị Excel bỏ số 0 ở đầu, đã thêm lại.")
    return read_column(column, raw)


def read_column(column: Column, raw: Raw) -> Read:
    """Any other cell of a register; one that its column does not take is told."""
    if column.type == "date":
        return read_date(column, raw)
    if column.type == "yes_no":
        return read_member(column, raw)
    text = nfc(str(raw)).strip() if column.type == "long_text" and isinstance(raw, str) else plain(raw)
    if column.type == "choice":
        return _choice(column, text)
    if column.type == "year" and not FIRST_YEAR <= (_only_year(raw) or 0) <= LAST_YEAR:
        return Read(None, doubt=f"“{text}” ở cột “{column.heading}” không phải là năm; nếu lấy thì để trống.")
    try:
        return Read(parse_cell(column, text))
    except BadInput as error:
        return Read(None, doubt=f"{column.heading}: {error.happened}")


def _choice(column: Column, text: str) -> Read:
    wanted = letters(text)
    alike = [one.value for one in column.choices if letters(one.label) == wanted]
    if alike:
        return Read(alike[0])
    begun = [one.value for one in column.choices if wanted and f" {wanted} " in f" {letters(one.label)} "]
    if len(begun) == 1:
        return Read(begun[0], f"“{text}” ở cột “{column.heading}” hiểu là “{begun[0]}”.")
    if column.open_choice:
        return Read(
            text, doubt=f"“{text}” không có trong các lựa chọn của “{column.heading}”; nếu lấy thì ghi như vậy."
        )
    return Read(None, doubt=f"“{text}” không có trong các lựa chọn của “{column.heading}”; nếu lấy thì để trống.")


_TITLE = re.compile(r"^(Ông|Bà|Ô|B|Đ/c|Đồng chí|Anh|Chị|Cô|Thầy)(?:\.|:|\s)\s*(?=\w)", re.IGNORECASE)


def read_name(text: str) -> tuple[str, str, str]:
    """A name as (name, sex, what was put right): "Bà Trần Thị Mẫu" is a woman called Trần Thị Mẫu."""
    name, sex, said = one_line(text), "", ""
    found = _TITLE.match(name)
    if found and len(name[found.end() :].split()) >= 2:
        called = letters(found[1])
        sex = {"ong": "nam", "anh": "nam", "thay": "nam", "ba": "nữ", "chi": "nữ", "co": "nữ"}.get(called, "")
        said = f"Bỏ “{found[0].strip()}” trước họ tên."
        name = name[found.end() :]
    if name.isupper() and len(name.split()) > 1:
        name = " ".join(word.capitalize() for word in name.split())
        said = f"{said} Họ tên viết hoa toàn bộ, ghi là “{name}”.".strip()
    return name, sex, said
