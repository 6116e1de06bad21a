"""How a nomination is completed on its way into a round, and why one is refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ...domain.bad_input import BadInput
from ...domain.registers.cells import CellValue
from ...domain.vietnamese import fold
from ...storage import records
from ...storage.keys import Value
from ...storage.records import Row
from ..registers.refusals import InUse
from ..wording import shortened
from ..workspace import Workspace
from .rule_corrections import law
from .subjects import HOUSEHOLD, Subjects, is_household, same_subject

KIND = "nominations"
NAMING = ("subject", "subject_kind", "organisation_id", "person_id", "award")
"""The columns that say who is nominated for what."""


def refuse_decided(workspace: Workspace, rows: Sequence[Row]) -> None:
    """Raises :class:`InUse` when one of the nominations has its decision."""
    names = {row["id"]: str(row["subject"]) for row in rows}
    for award in records.among(workspace.file, "awards", "nomination_id", names)[:1]:
        by = f" theo Quyết định số {award['decision_number']}" if award["decision_number"] else ""
        raise InUse(
            f"“{shortened(names[award['nomination_id']])}” đã được tặng {award['award']}{by} nên không sửa, không xóa "
            "được ở đây; dữ liệu không thay đổi.",
            "Nếu quyết định ghi sai, gỡ quyết định đó trước rồi sửa.",
        )


def refuse_chosen_twice(workspace: Workspace, round_id: int, rows: Sequence[Row]) -> None:
    """Raises :class:`BadInput` when another round of the year has chosen the title for one of the subjects."""
    fitting = NominationFitting(workspace, round_id)
    for one in rows:
        fitting.refuse_double(one)


def as_row(values: Mapping[str, CellValue]) -> Row:
    """The values as columns of the data file."""
    return {key: value for key, value in values.items() if isinstance(value, str | int | float | None)}


class NominationFitting:
    """What goes with the values of a nomination on their way into a round."""

    def __init__(self, workspace: Workspace, round_id: int) -> None:
        self._workspace = workspace
        self._round_id = round_id
        self._subjects = Subjects(workspace)
        held = records.find(workspace.file, "rounds", round_id)
        self._year = int(held["year"] or 0) if held else None
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
        named = self._named(dict.fromkeys(("person_id", "organisation_id")) | values)
        whole = self._subjects.linked(named, self._year)
        row = {"id": None, "round_id": self._round_id, "state": "đề nghị", **as_row(whole)}
        self.refuse_double(row)
        self._remember(row)
        return whole

    def changed(self, stored: Row, values: dict[str, CellValue]) -> dict[str, CellValue]:
        """The new value of a stored row's cell with what changes along with it; "Hộ ông …" becomes a household."""
        now: dict[str, CellValue] = {key: stored[key] for key in NAMING} | values
        if is_household(str(values.get("subject", ""))):
            now["subject_kind"] = HOUSEHOLD
        if values.keys() & {"subject", "subject_kind"}:
            now["person_id"] = None
            if stored["subject_kind"] == "tập thể":
                now["organisation_id"] = None
        named = self._named(now)
        fitted = named if "person_id" in values else self._subjects.linked(named, self._year)
        changed = {key: value for key, value in fitted.items() if key in values or value != stored[key]}
        self.refuse_double(stored | as_row(changed))
        return changed

    def _named(self, values: dict[str, CellValue]) -> dict[str, CellValue]:
        return values | {"award": self._subjects.award(str(values["award"]))}

    def _remember(self, row: Row) -> None:
        for key in _keys(row):
            self._standing[key].append(row)

    def refuse_double(self, row: Row) -> None:
        """Raises :class:`BadInput` when the row would stand there twice."""
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
