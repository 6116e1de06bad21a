"""Acts on what an organisation registers besides titles: movements joined, initiatives recognised, culture figures.

Rows are typed and pasted through :mod:`~..registers.registers`; here is what is more than a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, cast

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.vietnamese import one_line
from ...storage import records
from ...storage.records import Row
from ...storage.registration import rows_of_year
from ..awards.subjects import Subjects
from ..registers import register_rows as rows_of
from ..wording import shortened
from ..workspace import Workspace, told
from .households import AWARD, HOUSEHOLD
from .registration_rows import organisation_of

CultureFigure = Literal["households", "registered", "recognised"]

_MOVEMENTS, _INITIATIVES, _CULTURE = "registered_movements", "registered_initiatives", "culture_years"
_CALLED: dict[CultureFigure, str] = {
    "households": "số hộ",
    "registered": "số hộ đăng ký",
    "recognised": "số hộ đạt",
}
_MOST = 1_000_000


# Movements


def movements_to_join(workspace: Workspace, registration_id: int) -> tuple[tuple[int, str, str, bool], ...]:
    """The movements of the year's plans: id, name, who launched it, and whether the organisation joins it already."""
    file = workspace.file
    year = cast(int, records.get(file, "registrations", registration_id)["year"])
    joined = {row["movement_id"] for row in records.page(file, _MOVEMENTS, where={"registration_id": registration_id})}
    return tuple(
        (rows_of.row_id(row), str(row["name"]), str(row["launcher"] or ""), row["id"] in joined)
        for row in rows_of_year(file, "plan_movements", year)
    )


def join_movements(workspace: Workspace, registration_id: int, movement_ids: Sequence[int]) -> Changes:
    """Says that the organisation joins these movements of the plan, in one act; those it joins already are passed."""
    file = workspace.file
    wanted = [one for one in movements_to_join(workspace, registration_id) if one[0] in movement_ids and not one[3]]
    if not wanted:
        return Changes()
    with file.act(f"Thêm {len(wanted)} phong trào tham gia của {_organisation(workspace, registration_id)}") as act:
        for movement_id, name, _, _ in wanted:
            row: Row = {"registration_id": registration_id, "name": name, "movement_id": movement_id}
            records.insert(file, _MOVEMENTS, row)
    return told(act.changes)


# Initiatives


def recognise(workspace: Workspace, registered_id: int, decision: str = "") -> Changes:
    """Makes a registered initiative one that its authors had recognised in its year, in one act.

    An author who is in no directory is entered there, with the organisation. Raises :class:`BadInput` for one that is
    recognised already, has no author, or whose author may be several people of the directory.
    """
    file = workspace.file
    row = records.get(file, _INITIATIVES, registered_id)
    name = shortened(str(row["name"]))
    if row["initiative_id"] is not None:
        raise BadInput(
            f"Sáng kiến “{name}” đã được ghi là công nhận; dữ liệu không thay đổi.",
            "Sửa quyết định công nhận ở trang của tác giả trong thẻ Khen thưởng.",
        )
    registration = records.get(file, "registrations", cast(int, row["registration_id"]))
    people = _authors(workspace, row, cast(int, registration["organisation_id"]))
    with file.act(f"Ghi sáng kiến “{name}” được công nhận") as act:
        made = [
            records.insert(
                file,
                "initiatives",
                {
                    "person_id": _person(workspace, author, registration["organisation_id"]),
                    "year": registration["year"],
                    "name": row["name"],
                    "scope": row["scope"],
                    "decision": one_line(decision),
                },
            )
            for author in people
        ]
        person_id = records.get(file, "initiatives", made[0])["person_id"]
        records.update(file, _INITIATIVES, registered_id, {"initiative_id": made[0], "person_id": person_id})
    return told(act.changes)


def _authors(workspace: Workspace, row: Row, organisation_id: int) -> list[int | str]:
    """Each author: the id of the person, or the name of one who is in no directory."""
    if row["person_id"] is not None:
        return [cast(int, row["person_id"])]
    names = [one_line(name) for name in re.split(r"[;,]", str(row["author"])) if name.strip()]
    if not names:
        raise BadInput(
            f"Sáng kiến “{shortened(str(row['name']))}” chưa có tác giả nên chưa ghi được là công nhận.",
            "Gõ họ và tên tác giả ở cột Tác giả trước.",
        )
    subjects = Subjects(workspace)
    found: list[int | str] = []
    for name in names:
        link = subjects.link("cá nhân", name, organisation_id)
        if link.is_doubtful:
            raise BadInput(
                f"Danh mục Cá nhân có nhiều người tên “{shortened(name)}” nên chưa biết ai là tác giả.",
                "Ghi đơn vị công tác của từng người trong danh mục Cá nhân, rồi ghi công nhận lại.",
            )
        found.append(link.person_id or name)
    return found


def _person(workspace: Workspace, author: int | str, organisation_id: object) -> int:
    if isinstance(author, int):
        return author
    person: Row = {"full_name": author, "organisation_id": cast("int | None", organisation_id)}
    return records.insert(workspace.file, "people", person)


# Gia đình văn hóa


def set_culture_figure(
    workspace: Workspace, registration_id: int, figure: CultureFigure, value: int | None, *, editing: str = ""
) -> Changes:
    """Stores how many households there are, registered or are recognised, None for not known.

    Raises :class:`BadInput` for a number below 0 or a part that is more than all households.
    """
    if value is not None and not 0 <= value <= _MOST:
        raise BadInput("Số hộ phải là số nguyên từ 0 trở lên.", "Gõ lại số hộ.")
    row = _culture(workspace, registration_id) | {figure: value}
    whole, parts = row["households"], [row["registered"], row["recognised"]]
    if whole is not None and any(part is not None and int(part) > int(whole) for part in parts):
        raise BadInput(
            f"{_CALLED[figure][:1].upper()}{_CALLED[figure][1:]} không khớp: thôn có {whole} hộ, "
            "số đăng ký và số đạt không thể nhiều hơn.",
            "Xem lại các số hộ rồi gõ lại.",
        )
    what = f"Sửa {_CALLED[figure]} của {_organisation(workspace, registration_id)}"
    return _put_culture(workspace, registration_id, {figure: value}, what, editing and f"{figure}/{editing}")


def set_posted(workspace: Workspace, registration_id: int, day: str | None) -> Changes:
    """Stores the ISO day on which the list of households was put up for comment (niêm yết), None for not yet."""
    what = f"Sửa ngày niêm yết danh sách hộ của {_organisation(workspace, registration_id)}"
    return _put_culture(workspace, registration_id, {"posted_on": day}, what)


def listed_households(workspace: Workspace, registration_id: int) -> int:
    """How many households are in the list of those that register “Gia đình văn hóa”."""
    where: Row = {"registration_id": registration_id, "subject_kind": HOUSEHOLD, "award": AWARD}
    return records.count(workspace.file, "registered_titles", where=where)


def _culture(workspace: Workspace, registration_id: int) -> Row:
    found = records.page(workspace.file, _CULTURE, where={"registration_id": registration_id})
    return found[0] if found else {"households": None, "registered": None, "recognised": None, "posted_on": None}


def _put_culture(workspace: Workspace, registration_id: int, values: Row, what: str, editing: str = "") -> Changes:
    file = workspace.file
    stored = _culture(workspace, registration_id)
    with file.act(what, f"{_CULTURE}/{registration_id}/{editing}" if editing else None) as act:
        if "id" in stored:
            records.update(file, _CULTURE, rows_of.row_id(stored), values)
        else:
            records.insert(file, _CULTURE, {"registration_id": registration_id, **values})
    return told(act.changes)


def _organisation(workspace: Workspace, registration_id: int) -> str:
    return shortened(organisation_of(workspace.file, registration_id))
