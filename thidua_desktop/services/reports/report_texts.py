"""The clerk's own words in the reports of a year: kept in the data file, stored while they are typed."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.reports.year import FIELDS, PARTS, SILENT
from ...domain.vietnamese import format_date, nfc, parse_date, parse_whole
from ...storage import records
from ..workspace import Workspace

TABLE = "settings"
_YEARLY, _MIDYEAR = "report", "midyear-report"
_LARGEST_NUMBER = 99999


def kind(*, midyear: bool) -> str:
    """Which report's words are meant."""
    return _MIDYEAR if midyear else _YEARLY


def texts(workspace: Workspace, kind: str, year: int) -> Mapping[str, str]:
    """What was typed for this report, by the keys of :data:`PARTS` and :data:`FIELDS`; days are ISO."""
    start = f"{kind}/{year}/"
    rows = records.page(workspace.file, TABLE)
    return {str(row["key"])[len(start) :]: str(row["value"]) for row in rows if str(row["key"]).startswith(start)}


def shown(key: str, text: str) -> str:
    """A kept text as it stands in its field."""
    return format_date(text) if key == "date" else text


def set_text(workspace: Workspace, kind: str, year: int, key: str, text: str, *, editing: str = "") -> Changes:
    """Stores what was typed in a part or a field of the report; "" takes it away.

    Acts with the same ``editing`` token are undone as one. Raises :class:`BadInput` for a number or a day that is none.
    """
    named = {**PARTS, **FIELDS}[key]
    value = _parsed(key, nfc(text))
    merge = f"{kind}/{year}/{key}/{editing}" if editing else None
    return _store(workspace, f"{kind}/{year}/{key}", value, f"Sửa “{named}” của báo cáo năm {year}", merge)


def set_silent(workspace: Workspace, kind: str, year: int, part: str, silent: bool) -> Changes:
    """Leaves the program's own sentences out of a part, or puts them back."""
    act = "Bỏ" if silent else "In lại"
    text = f"{act} phần chương trình viết ở “{PARTS[part]}”"
    return _store(workspace, f"{kind}/{year}/{SILENT}{part}", "1" if silent else "", text, None)


def _store(workspace: Workspace, key: str, value: str, text: str, merge: str | None) -> Changes:
    file = workspace.file
    stored = records.page(file, TABLE, where={"key": key})
    with file.act(text, merge) as act:
        if stored and value:
            records.update(file, TABLE, int(stored[0]["id"] or 0), {"value": value})
        elif stored:
            records.delete(file, TABLE, [int(stored[0]["id"] or 0)])
        elif value:
            records.insert(file, TABLE, {"key": key, "value": value})
    return act.changes


def _parsed(key: str, text: str) -> str:
    """What is kept of a typed text; a field of one line as that line."""
    if key not in ("number", "date"):
        return text if text.strip() else ""
    line = " ".join(text.split())
    if not line:
        return ""
    if key == "date":
        return _day(line)
    number = parse_whole(line)
    if number is None or not 1 <= number <= _LARGEST_NUMBER:
        raise BadInput(
            f"“{line}” không dùng được làm số báo cáo; chưa lưu ô này.",
            f"Gõ một số từ 1 đến {_LARGEST_NUMBER}, hoặc để trống.",
        )
    return str(number)


def _day(line: str) -> str:
    try:
        return parse_date(line) or ""
    except ValueError:
        raise BadInput(
            f"“{line}” không phải là một ngày; chưa lưu ô này.", "Gõ ngày/tháng/năm, ví dụ 15/12/2026."
        ) from None
