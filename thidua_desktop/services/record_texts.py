"""How stored records are called and shown in histories and in the bin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from ..domain import richtext
from ..domain.chasing.sent_papers import DAYS, FIELDS, TITLES
from ..domain.registers.catalogue import REGISTERS
from ..domain.scoring.typed import grades_text, late_of_text, late_text
from ..domain.vietnamese import format_date, format_number
from ..storage import records
from ..storage.datafile import DataFile
from ..storage.history import RecordChange
from ..storage.keys import Value
from ..storage.records import Row
from .plan.plan_fields import LABELS
from .registers import register_rows as rows_of
from .scoring.sets import read_kept_grades, read_kept_late, read_kept_late_of

KIND_TITLES = {kind: register.title for kind, register in REGISTERS.items()} | {
    "plans": "Kế hoạch",
    "plan_sections": "Mục của kế hoạch",
    "office": "Cơ quan",
    "sent_papers": "Giấy tờ của đơn vị",
    "criteria_sets": "Bộ tiêu chí chấm điểm",
    "scores": "Điểm chấm",
    "culture_years": "Số hộ Gia đình văn hóa",
}
BINNED = (*REGISTERS, "plans", "plan_sections", "criteria_sets")
"""The kinds the clerk finds in the bin."""

_HEADINGS = {
    "plans": {field: label[:1].upper() + label[1:] for field, label in LABELS.items()}
    | {"state": "Bước", "preamble": "Phần mở đầu", "closing": "Phần kết"},
    "plan_sections": {"marker": "Số mục", "heading": "Tên mục", "body": "Nội dung"},
    "office": {
        "name": "Tên cơ quan",
        "kind": "Loại",
        "province": "Tỉnh, thành phố",
        "superior_line": "Cơ quan cấp trên",
        "place_name": "Địa danh",
    },
    "culture_years": {
        "households": "Số hộ",
        "registered": "Hộ đăng ký",
        "recognised": "Hộ đạt",
        "posted_on": "Niêm yết từ",
    },
    "sent_papers": {key: words[:1].upper() + words[1:] for key, words in FIELDS.items()},
    "criteria_sets": {
        "name": "Tên bộ tiêu chí",
        "bonus_rate": "Thưởng cho mỗi 1% vượt",
        "criterion_cap": "Thưởng nhiều nhất, mỗi tiêu chí",
        "bonus_cap": "Thưởng nhiều nhất, tất cả tiêu chí",
        "grades": "Các mức chất lượng",
        "lowest": "Tổng điểm thấp nhất",
        "late": "Nộp chậm trừ điểm",
        "late_counts": "Nhiều lần chậm",
        "late_of": "Việc tính nộp chậm",
        "block_id": "Khối áp dụng",
        "mark": "Đối chiếu",
        "source": "Nguồn",
    },
    "scores": {
        "planned": "Kế hoạch",
        "achieved": "Thực hiện",
        "self_points": "Điểm tự chấm",
        "self_grade": "Mức tự chấm",
        "council_points": "Điểm Hội đồng chấm",
        "council_grade": "Mức Hội đồng chấm",
        "reason": "Lý do đổi điểm",
    },
}
_OF_SET: Mapping[str, Callable[[Value], str]] = {
    "grades": lambda value: grades_text(read_kept_grades(value)),
    "late": lambda value: late_text(read_kept_late(value)),
    "late_of": lambda value: late_of_text(read_kept_late_of(value)),
}
_RICH = ("preamble", "closing", "body")
_GONE = "(đã xóa)"


class RecordTexts:
    """The headings of a kind's columns and the texts of their cells, for the records in ``changes``."""

    def __init__(self, file: DataFile, kind: str, changes: Sequence[RecordChange]) -> None:
        self.kind = kind
        self._file = file
        self._register = REGISTERS.get(kind)
        if self._register is None:
            self.headings = _HEADINGS[kind]
            return
        self.headings = {one.key: one.heading for one in self._register.columns if one.type not in ("values", "part")}
        image: Row = next((change.after or change.before or {} for change in changes), {})
        scope = rows_of.scope_of(self._register, image) if image else None
        self._names = rows_of.link_names(file, self._register, scope) if image else {}

    def cell(self, key: str, value: Value) -> str:
        """The text of a column's value."""
        if self._register is None:
            if key in DAYS or key == "posted_on":
                return format_date(cast("str | None", value))
            if self.kind == "criteria_sets" and key in _OF_SET:
                return _OF_SET[key](value)
            if key == "block_id":
                return self._block(value)
            if isinstance(value, float):
                return format_number(value)
            return _rich(str(value)) if key in _RICH else "" if value is None else str(value)
        column = self._register.column(key)
        if column.links_to and value is not None and value not in self._names[column.links_to]:
            return _GONE
        return rows_of.shown(column, value, self._names)

    def _block(self, value: Value) -> str:
        if value is None:
            return ""
        found = records.find(self._file, "blocks", int(value))
        return str(found["name"]) if found else _GONE

    def title(self, row: Row) -> str:
        """What the record is called."""
        return record_title(self.kind, row)


def record_title(kind: str, row: Row) -> str:
    """What a record is called by its row; a paragraph without a name by its first words."""
    if kind in REGISTERS:
        register = REGISTERS[kind]
        return rows_of.title(register, row) or register.one
    if kind == "sent_papers":
        return TITLES[str(row["paper"])]
    if kind == "plan_sections":
        heading = str(row["heading"] or "") or _rich(str(row["body"]))
        return f"{row['marker']} {heading}".strip()
    return str(row.get("title") or row.get("name") or KIND_TITLES[kind])


def _rich(text: str) -> str:
    return "\n".join(f"{paragraph.bullet} {paragraph.text}".strip() for paragraph in richtext.from_json(text))
