"""The functions of ``services.registers`` over the lists of a plan that is not stored yet.

They take an :class:`ImportDraft` where those take a workspace, so that one table serves both. ``scope`` has no meaning
here: the draft is the only plan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.domain.plan.drafts import with_ids
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.domain.registers.catalogue import REGISTERS
from thidua_desktop.domain.registers.cells import parse_cell
from thidua_desktop.domain.vietnamese import fold, in_sentence, name_key, sort_key
from thidua_desktop.services.registers.registers import Emptied, PasteResult, Row
from thidua_desktop.services.wording import shortened
from thidua_desktop.ui.tabs.plans.import_draft import ImportDraft


def count(draft: ImportDraft, kind: str, *, scope: int | None = None, search: str = "") -> int:
    """How many rows hold every word of ``search``."""
    return len(_found(draft.plan, kind, search))


def page(
    draft: ImportDraft,
    kind: str,
    *,
    scope: int | None = None,
    search: str = "",
    order: str = "",
    descending: bool = False,
    limit: int = 200,
    offset: int = 0,
) -> list[Row]:
    """Some rows in the order of column ``order``; "" and "position" are the plan's own."""
    rows = _found(draft.plan, kind, search)
    if order not in ("", "position"):
        rows.sort(key=_sorted_by(kind, order), reverse=descending)
    return rows[offset : None if limit < 0 else offset + limit]


def choices(draft: ImportDraft, kind: str, key: str, *, scope: int | None = None) -> tuple[str, ...]:
    """What a cell may be chosen from besides its own choices: nothing, while the plan is not the office's."""
    return ()


def set_cell(draft: ImportDraft, kind: str, row_id: int, key: str, text: str, *, editing: str = "") -> Changes:
    """Put a text into one cell; raises :class:`BadInput` when it does not fit."""
    row = place(draft.plan, kind, row_id)
    register = REGISTERS[kind]
    column = in_sentence(register.column(key).heading)
    of = "" if column == register.one else f"{column} của "
    plan = plan_rows.with_cell(draft.plan, kind, row, key, text)
    return _edit(draft, kind, f"Sửa {of}{_named(draft.plan, kind, row)}", plan)


def empty_cells(draft: ImportDraft, kind: str, cells: Sequence[tuple[int, str]]) -> Emptied:
    """Empty several cells as one edit; those that may not be empty stay as they are."""
    plan, refused = draft.plan, []
    for row_id, key in cells:
        try:
            plan = plan_rows.with_cell(plan, kind, place(plan, kind, row_id), key, "")
        except BadInput as error:
            refused.append((row_id, key, error))
    return Emptied(_edit(draft, kind, f"Xóa chữ trong {len(cells) - len(refused)} ô", plan), tuple(refused))


def add_row(
    draft: ImportDraft, kind: str, cells: Mapping[str, str], *, scope: int | None = None, position: int | None = None
) -> tuple[Changes, int]:
    """Add a row at the end; raises :class:`BadInput`."""
    plan = with_ids(plan_rows.with_row(draft.plan, kind, dict(cells)))
    changes = _edit(draft, kind, f"Thêm {_named(plan, kind, -1)}", plan)
    return changes, plan_rows.items(plan, kind)[-1].id


def paste_rows(
    draft: ImportDraft, kind: str, columns: Sequence[str], rows: Sequence[Sequence[str]], *, scope: int | None = None
) -> PasteResult:
    """Add a block of rows as one edit; those that do not fit are left out and named."""
    plan, refused = draft.plan, []
    for number, cells in enumerate(rows, start=1):
        try:
            plan = plan_rows.with_row(plan, kind, dict(zip(columns, cells, strict=True)))
        except BadInput as error:
            refused.append((number, error.happened))
    changes = _edit(draft, kind, f"Dán các dòng vào {REGISTERS[kind].title}", with_ids(plan))
    return PasteResult(changes, len(rows) - len(refused), tuple(refused))


def remove_rows(draft: ImportDraft, kind: str, ids: Sequence[int]) -> Changes:
    """Take rows away."""
    rows = {place(draft.plan, kind, row_id) for row_id in ids}
    what = _named(draft.plan, kind, min(rows)) if len(rows) == 1 else f"{len(rows)} dòng trong {REGISTERS[kind].title}"
    return _edit(draft, kind, f"Xóa {what}", plan_rows.without_rows(draft.plan, kind, rows))


def move_row(draft: ImportDraft, kind: str, row_id: int, position: int) -> Changes:
    """Put a row at another place, counted from 0."""
    row = place(draft.plan, kind, row_id)
    plan = plan_rows.with_row_moved(draft.plan, kind, row, position)
    return _edit(draft, kind, f"Chuyển chỗ {_named(draft.plan, kind, row)}", plan)


def place(plan: Plan, kind: str, row_id: int) -> int:
    """The number of the row with that id; ``ValueError`` when there is none."""
    return [item.id for item in plan_rows.items(plan, kind)].index(row_id)


def _found(plan: Plan, kind: str, search: str) -> list[Row]:
    items = plan_rows.items(plan, kind)
    rows = [Row(item.id, plan_rows.cells(plan, kind, number)) for number, item in enumerate(items)]
    words = fold(search).split()
    return [row for row in rows if all(word in _searched(kind, row) for word in words)] if words else rows


def _searched(kind: str, row: Row) -> str:
    register = REGISTERS[kind]
    return fold(" ".join(row.cells[register.keys.index(key)] for key in register.search))


def _sorted_by(kind: str, key: str) -> Callable[[Row], str]:
    """Days stand in the order of the calendar, the rest in that of the alphabet."""
    register = REGISTERS[kind]
    column, number = register.column(key), register.keys.index(key)

    def sort_text(row: Row) -> str:
        text = row.cells[number]
        if column.type == "date":
            return str(parse_cell(column, text) or "")
        return name_key(text) if column.sort == "name" else sort_key(text)

    return sort_text


def _named(plan: Plan, kind: str, row: int) -> str:
    register = REGISTERS[kind]
    title = shortened(str(getattr(plan_rows.items(plan, kind)[row], register.title_key) or ""))
    return f"{register.one} “{title}”" if title else register.one


def _edit(draft: ImportDraft, kind: str, text: str, plan: Plan) -> Changes:
    return draft.edit(text, plan, frozenset({kind}))
