"""What Excel holds a typed cell against (number, day, choice), with a Vietnamese sentence for what does not fit."""

from __future__ import annotations

from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ...domain.figures.values import LARGEST
from ...domain.sheets.forms import Column
from ...domain.sheets.stamps import LISTS

_LONGEST_LIST = 255
"""Characters of a list that a cell can hold itself: Excel's limit."""
_EPOCH = date(1899, 12, 30)
_TITLE = "Chưa nhận được"
_LONGEST_HINT = 250

_Kind = tuple[str, tuple[str, ...], str, bool]


class Checks:
    """Gathers the cells of one page by what they are held against; ``lists`` are the choices for the hidden page."""

    def __init__(self, year: int) -> None:
        self._year = year
        self.lists: list[tuple[str, ...]] = []
        self._cells: dict[_Kind, list[tuple[int, int]]] = {}

    def check(self, column: Column, at: tuple[int, int], choices: tuple[str, ...] | None = None) -> None:
        """Hold the cell at row and column against what its column takes; ``choices`` are this cell's own."""
        offered = choices or (column.choices if column.type == "choice" else ())
        kind = "list" if offered else column.type
        if kind in ("text", "choice") and not column.hint:
            return
        self._cells.setdefault((kind, offered, column.hint, column.open_choice), []).append(at)

    def put_on(self, page: Worksheet) -> None:
        """Put the checks of the cells gathered so far on their page and begin the next one."""
        for (kind, choices, hint, is_open), cells in self._cells.items():
            made = self._made(kind, choices, is_open)
            if hint:
                made.showInputMessage, made.prompt = True, hint[:_LONGEST_HINT]
            made.sqref = _ranges(cells)
            page.add_data_validation(made)
        self._cells = {}

    def _made(self, kind: str, choices: tuple[str, ...], is_open: bool) -> DataValidation:
        if kind == "list":
            made = DataValidation("list", formula1=self._list(choices), allow_blank=True)
            return made if is_open else _refusing(made, "Hãy chọn một dòng trong danh sách thả xuống.")
        if kind == "number":
            made = DataValidation("decimal", operator="between", formula1=str(-LARGEST), formula2=str(LARGEST))
            return _refusing(made, "Ô này chỉ nhận con số. Đơn vị tính và lời giải thích ghi ở ô khác.")
        if kind == "date":
            first, last = date(self._year - 1, 1, 1), date(self._year + 1, 12, 31)
            made = DataValidation("date", operator="between", formula1=_serial(first), formula2=_serial(last))
            return _refusing(made, f"Hãy gõ ngày dạng ngày/tháng/năm, ví dụ 30/06/{self._year}.")
        return DataValidation()

    def _list(self, choices: tuple[str, ...]) -> str:
        joined = ",".join(choices)
        if len(joined) <= _LONGEST_LIST and joined.count(",") == len(choices) - 1 and '"' not in joined:
            return f'"{joined}"'
        if choices not in self.lists:
            self.lists.append(choices)
        letter = get_column_letter(self.lists.index(choices) + 1)
        return f"'{LISTS}'!${letter}$1:${letter}${len(choices)}"


def _refusing(made: DataValidation, sentence: str) -> DataValidation:
    made.allow_blank = True
    made.showErrorMessage, made.errorTitle, made.error = True, _TITLE, sentence
    return made


def _serial(day: date) -> str:
    return str((day - _EPOCH).days)


def _ranges(cells: list[tuple[int, int]]) -> str:
    """The cells as ranges, those below each other joined."""
    ranges: list[tuple[int, int, int]] = []
    for column, row in sorted((column, row) for row, column in cells):
        if ranges and ranges[-1][0] == column and ranges[-1][2] == row - 1:
            ranges[-1] = (column, ranges[-1][1], row)
        else:
            ranges.append((column, row, row))
    return " ".join(
        f"{get_column_letter(column)}{first}" + (f":{get_column_letter(column)}{last}" if last > first else "")
        for column, first, last in ranges
    )
