"""Nominations (đề nghị khen thưởng) of a round, with the functions of :mod:`.registers` so that a table can show them.

What is typed is completed on its way: the award gets its name in law, the subject its kind and its row of the
directory. The same award for the same subject twice is refused, and so is any change of what was decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..domain.bad_input import BadInput
from ..domain.changes import Changes
from ..domain.errors import KnownError
from ..domain.register_cells import CellValue
from ..domain.vietnamese import fold
from ..storage import records
from ..storage.keys import Value
from ..storage.records import Row
from . import fitted_rows, registers
from .refusals import InUse
from .registers import PasteResult, choices, count, empty_cells, move_row, page, register, row
from .rule_corrections import law
from .subjects import Subjects, same_subject
from .wording import shortened
from .workspace import Workspace

__all__ = [
    "Taken",
    "add_row",
    "choices",
    "count",
    "empty_cells",
    "move_row",
    "page",
    "paste_rows",
    "register",
    "remove_rows",
    "row",
    "set_cell",
    "take_registered",
]

KIND = "nominations"
_NAMING = ("subject", "subject_kind", "organisation_id", "person_id", "award")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came into a round from the registrations: how many were added, how many were there already."""

    changes: Changes
    added: int
    skipped: int


def set_cell(workspace: Workspace, kind: str, row_id: int, key: str, text: str, *, editing: str = "") -> Changes:
    """As :func:`.registers.set_cell`; a new name finds its row of the directory. Raises :class:`BadInput`, also for a
    nomination that would stand there twice or that has been decided.
    """
    if key not in _NAMING:
        return registers.set_cell(workspace, kind, row_id, key, text, editing=editing)
    stored = records.get(workspace.file, KIND, row_id)
    _refuse_decided(workspace, [stored])
    fitting = _Fitting(workspace, int(stored["round_id"] or 0))
    return registers.set_cell(workspace, kind, row_id, key, text, editing=editing, fit=fitting.changed)


def add_row(
    workspace: Workspace,
    kind: str,
    cells: Mapping[str, str],
    *,
    scope: int | None = None,
    position: int | None = None,
) -> tuple[Changes, int]:
    """As :func:`.registers.add_row`, completed; raises :class:`BadInput` for one that is there already."""
    fitting = _Fitting(workspace, _round(scope))
    return fitted_rows.add_row(workspace, kind, cells, fitting, scope=scope, position=position)


def paste_rows(
    workspace: Workspace,
    kind: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    scope: int | None = None,
) -> PasteResult:
    """As :func:`.registers.paste_rows`, each row completed; one that is there already is left out and named."""
    return fitted_rows.paste_rows(workspace, kind, columns, rows, _Fitting(workspace, _round(scope)), scope=scope)


def remove_rows(workspace: Workspace, kind: str, ids: Sequence[int]) -> Changes:
    """As :func:`.registers.remove_rows`; raises :class:`InUse` for one that has been decided."""
    _refuse_decided(workspace, records.among(workspace.file, KIND, "id", ids))
    return registers.remove_rows(workspace, kind, ids)


def take_registered(workspace: Workspace, round_id: int) -> Taken:
    """Nominates every title registered for the round's year, in one act; those that are there are passed over.

    Raises :class:`KnownError` when nothing is registered.
    """
    file = workspace.file
    found = records.get(file, "rounds", round_id)
    registered = _registered(workspace, found["year"])
    if not registered:
        raise KnownError(
            f"Năm {found['year']} chưa có danh hiệu nào được đăng ký nên chưa lấy được gì.",
            "Nhập danh hiệu đăng ký của các đơn vị trong thẻ Đăng ký – Giao ước trước.",
        )
    fitting = _Fitting(workspace, round_id)
    added = 0
    with file.act(f"Lấy danh hiệu đăng ký vào {shortened(str(found['name']))}") as act:
        for values in registered:
            try:
                fitted = fitting.new({"round_id": round_id}, values)
            except BadInput:
                continue
            records.insert(file, KIND, {"round_id": round_id, **_as_row(fitted)})
            added += 1
    return Taken(act.changes, added, len(registered) - added)


def _registered(workspace: Workspace, year: Value) -> list[dict[str, CellValue]]:
    """The registered titles of a year as nominations, in the order of the organisations."""
    bodies = {
        row["id"]: row["organisation_id"] for row in records.page(workspace.file, "registrations", where={"year": year})
    }
    rows = records.among(workspace.file, "registered_titles", "registration_id", bodies)
    made: list[dict[str, CellValue]] = []
    for title in sorted(rows, key=lambda row: (int(row["registration_id"] or 0), int(row["position"] or 0))):
        values: dict[str, CellValue] = {key: title[key] for key in ("subject", "subject_kind", "person_id", "award")}
        if title["subject_kind"] != "tập thể":
            values["organisation_id"] = bodies[title["registration_id"]]
        made.append(values)
    return made


def _as_row(values: Mapping[str, CellValue]) -> Row:
    return {key: value for key, value in values.items() if isinstance(value, str | int | float | None)}


def _round(scope: int | None) -> int:
    if scope is None:
        raise ValueError("nominations belong to a round")
    return scope


def _refuse_decided(workspace: Workspace, rows: Sequence[Row]) -> None:
    """Raises :class:`InUse` when one of the nominations has its decision."""
    names = {row["id"]: str(row["subject"]) for row in rows}
    for award in records.among(workspace.file, "awards", "nomination_id", names)[:1]:
        by = f" theo Quyết định số {award['decision_number']}" if award["decision_number"] else ""
        raise InUse(
            f"“{shortened(names[award['nomination_id']])}” đã được tặng {award['award']}{by} nên không sửa, không xóa "
            "được ở đây; dữ liệu không thay đổi.",
            "Nếu quyết định ghi sai, gỡ quyết định đó trước rồi sửa.",
        )


class _Fitting:
    """What goes with the values of a nomination on their way into a round."""

    def __init__(self, workspace: Workspace, round_id: int) -> None:
        self._workspace = workspace
        self._round_id = round_id
        self._subjects = Subjects(workspace)
        self._standing: dict[tuple[str, Value], list[Row]] = defaultdict(list)
        for standing in _standing(workspace, round_id):
            self._remember(standing)

    def completed(self, cells: Mapping[str, str]) -> dict[str, str]:
        """The texts of a new row with its kind, when nobody typed one."""
        if cells.get("subject_kind", "").strip():
            return dict(cells)
        return dict(cells) | {"subject_kind": self._subjects.kind(cells.get("subject", ""), cells.get("award", ""))}

    def new(self, owner: Row, values: dict[str, CellValue]) -> dict[str, CellValue]:
        """The values of a new row with award and links."""
        whole = self._subjects.linked(self._named(dict.fromkeys(("person_id", "organisation_id")) | values))
        row = {"id": None, "round_id": self._round_id, "state": "đề nghị", **_as_row(whole)}
        self._refuse_double(row)
        self._remember(row)
        return whole

    def changed(self, stored: Row, values: dict[str, CellValue]) -> dict[str, CellValue]:
        """The new value of a stored row's cell with what changes along with it."""
        now: dict[str, CellValue] = {key: stored[key] for key in _NAMING} | values
        if values.keys() & {"subject", "subject_kind"}:
            now["person_id"] = None
            if stored["subject_kind"] == "tập thể":
                now["organisation_id"] = None
        fitted = self._named(now) if "person_id" in values else self._subjects.linked(self._named(now))
        changed = {key: value for key, value in fitted.items() if key in values or value != stored[key]}
        self._refuse_double(stored | _as_row(changed))
        return changed

    def _named(self, values: dict[str, CellValue]) -> dict[str, CellValue]:
        return values | {"award": self._subjects.award(str(values["award"]))}

    def _remember(self, row: Row) -> None:
        for key in _keys(row):
            self._standing[key].append(row)

    def _refuse_double(self, row: Row) -> None:
        for other in (other for key in _keys(row) for other in self._standing.get(key, ())):
            if (row["id"] is not None and other["id"] == row["id"]) or not same_subject(row, other):
                continue
            here = other["round_id"] == self._round_id
            where = "trong đợt xét này" if here else "ở đợt xét khác trong năm"
            how = "được đề nghị" if here else "được chọn"
            raise BadInput(
                f"“{shortened(str(row['subject']))}” đã {how} tặng {row['award']} {where}; dữ liệu không thay đổi.",
                "Sửa dòng đang có, hoặc chọn danh hiệu, hình thức khác.",
            )


def _standing(workspace: Workspace, round_id: int) -> list[Row]:
    """What a new nomination may double: the round's own, and titles already chosen in other rounds of its year.

    A hình thức khen thưởng may be given again in the year, for another achievement.
    """
    file = workspace.file
    year = records.get(file, "rounds", round_id)["year"]
    rounds = [row["id"] for row in records.page(file, "rounds", where={"year": year})]
    rows = records.among(file, KIND, "round_id", rounds)
    titles = {fold(award.name) for award in law(workspace).awards if award.kind == "danh hiệu thi đua"}
    return [
        row
        for row in rows
        if row["round_id"] == round_id or (row["state"] == "được chọn" and fold(str(row["award"])) in titles)
    ]


def _keys(row: Mapping[str, Value]) -> list[tuple[str, Value]]:
    """By what the rows about one subject are found: its name and, when it is linked, its row of the directory."""
    award = fold(str(row["award"]))
    keys: list[tuple[str, Value]] = [(award, fold(str(row["subject"])))]
    return [*keys, (award, row["person_id"])] if row["person_id"] else keys
