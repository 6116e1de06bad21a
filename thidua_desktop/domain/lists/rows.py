"""The rows of a list under its headings: data, rows that name the unit of those below, sums and signatures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..roman import roman_value
from ..sheets.cells import Raw, letters, plain
from ..sheets.returned import Grid
from ..vietnamese import one_line
from .headings import Headings
from .meanings import FAMILY, FEMALE, GIVEN, MALE, SKIP, TO_NOTE, ListKind

_SUMS = re.compile(
    r"(?:tong|tong cong|tong so|cong|tong cong la)(?: \d.*| gom.*| danh sach.*)?|an dinh danh sach.*|"
    r"danh sach (?:nay |tren )?(?:co|gom) .*"
)
_SIGNED = re.compile(
    r"(?:tm|kt|tl|tuq) .*|nguoi lap(?: bieu| danh sach)?|(?:pho )?chu tich|thu truong(?: don vi| co quan)?|noi nhan.*|"
    r".*ngay(?: \d{1,2})? thang(?: \d{1,2})? nam(?: \d{4})?|xac nhan.*|(?:ky|ghi ro) .*|hieu truong|truong phong|"
    r"ke toan|cong chuc.*|nguoi tong hop|luu y .*|ghi chu .*"
)
_MOST_SIGNED = 2  # cells of a row below the list: two who sign
_IS_SUM = "Dòng cộng."
_IS_SIGNED = "Chữ ký, nơi nhận … ở cuối danh sách."
_IS_HEADING = "Dòng tiêu đề lặp lại."
_FORMULA = "Ô “{}” là công thức; lấy kết quả đã tính."
_NO_RESULT = "Ô “{}” là công thức chưa có kết quả, coi như để trống."
_IS_SECTION = "Tên của nhóm các dòng bên dưới."


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of the list. ``number`` is that its reader sees, ``cells`` by meaning, ``notes`` what goes to the note.

    ``section`` is the name that stands above a group of rows, "" for none. ``left_out`` is why it is no row of the
    list, then ``text`` is what stands in it. ``worked_out`` are sentences about cells that the file works out.
    """

    number: int
    cells: Mapping[str, Raw] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    section: str = ""
    worked_out: tuple[str, ...] = ()
    left_out: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class MappedList:
    """A list in a sheet of the file of that name; ``keys`` are the meanings of its columns."""

    kind: ListKind
    file_name: str
    grid: Grid
    headings: Headings
    keys: tuple[str, ...]


def list_rows(mapped: MappedList, is_organisation: Callable[[str], bool]) -> Iterator[ListRow]:
    """Every row below the headings that says something."""
    reader = _Reader(mapped.grid, mapped.headings, mapped.keys, is_organisation)
    return filter(None, map(reader.row, range(mapped.headings.first, len(mapped.grid.rows))))


class _Reader:
    def __init__(
        self, grid: Grid, headings: Headings, keys: Sequence[str], is_organisation: Callable[[str], bool]
    ) -> None:
        self._grid, self._headings, self._keys = grid, headings, tuple(keys)
        self._is_organisation = is_organisation
        self._places = [(at, key) for at, key in enumerate(keys) if key not in (SKIP, TO_NOTE)]
        self._has_home = bool({"organisation_id", "position_and_organisation"} & set(keys))
        self._names = {"full_name", FAMILY, GIVEN, "name"}
        self._heads = {letters(text) for text in filter(None, headings.texts)}
        self._counted = any(self._number([plain(cell) for cell in row]) for row in grid.rows[headings.first :])
        """Whether rows are numbered 1, 2, 3, so that I, II, A and B are those of groups."""
        self._section, self._ended = "", False

    def row(self, place: int) -> ListRow | None:
        """The row there, None for one that says nothing of the list."""
        cells = self._grid.rows[place]
        texts = [plain(cell) for cell in cells]
        number = place + self._grid.first
        said = [text for text in texts if text]
        if not said:
            return None
        reason = self._no_row(texts, said)
        if reason:
            return ListRow(number, left_out=reason, text=" ".join(said))
        found = {key: cells[at] for at, key in self._places if at < len(cells) and texts[at]}
        if self._is_section(texts, found):
            self._section = self._named(texts)
            return ListRow(number, left_out=_IS_SECTION, text=" ".join(said))
        if not found:
            return None
        notes = [
            f"{self._headings.texts[at] or 'Cột không tên'}: {texts[at]}"
            for at, key in enumerate(self._keys)
            if key == TO_NOTE and at < len(texts) and texts[at]
        ]
        return ListRow(number, found, tuple(notes), self._section, tuple(self._worked_out(place, texts)))

    def _worked_out(self, place: int, texts: Sequence[str]) -> Iterator[str]:
        for at, _ in self._places:
            if (place, at) in self._grid.formulas:
                text = _FORMULA if at < len(texts) and texts[at] else _NO_RESULT
                yield text.format(self._headings.texts[at] or "không tên")

    def _no_row(self, texts: Sequence[str], said: Sequence[str]) -> str:
        """Why it is no row of the list, "" for one that is."""
        words = letters(next((text for text in said if not _is_number(text)), ""))
        if _SUMS.fullmatch(words) and not self._number(texts):
            return _IS_SUM
        if self._number(texts) or len(said) > _MOST_SIGNED:
            self._ended = False
        elif self._ended or all(_SIGNED.fullmatch(letters(text)) for text in said):
            self._ended = True
            return _IS_SIGNED
        if len(said) > 1 and all(letters(text) in self._heads for text in said):
            return _IS_HEADING
        return ""

    def _number(self, texts: Sequence[str]) -> str:
        """The number of the row in a column before the names, "" for none."""
        first = next((at for at, key in enumerate(self._keys) if key in self._names), 0)
        found = [text for at, text in enumerate(texts[:first]) if self._keys[at] == SKIP and _is_number(text)]
        return found[0] if found else ""

    def _is_section(self, texts: Sequence[str], found: Mapping[str, Raw]) -> bool:
        """Whether the row only names those below it: "I | Hội Nông dân | | |", "Thôn Đông (12 người) | | |"."""
        if len(self._places) < 2 or ("name" in self._keys and not self._counted):
            return False
        filled = [at for at, text in enumerate(texts) if text]
        marks = [at for at in filled if _is_ordinal(texts[at])]
        rest = [at for at in filled if at not in marks]
        if len(rest) != 1 or len(set(found) - {MALE, FEMALE}) > 1:
            return False
        return bool(marks) or ("name" not in self._keys and self._is_organisation(_bare_section(texts[rest[0]])))

    @staticmethod
    def _named(texts: Sequence[str]) -> str:
        return next((_bare_section(text) for text in texts if text and not _is_ordinal(text)), "")


def _bare_section(text: str) -> str:
    """ "II. Thôn Đông (12 người):" → "Thôn Đông"."""
    text = re.sub(r"^(?:[IVX]+|[A-Z])\s*[.)/-]\s+", "", one_line(text))
    return re.sub(r"\s*\([^()]*\)?\s*$", "", text).strip(" :.-–")


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\d{1,5}[.)]?", text))


def _is_ordinal(text: str) -> bool:
    """ "I", "IV.", "A", "B)" before the name of a group."""
    bare = text.strip(" .)/")
    return bool(re.fullmatch(r"[A-Z]", bare)) or (bare.isupper() and roman_value(bare) > 0)
