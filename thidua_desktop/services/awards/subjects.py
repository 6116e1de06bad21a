"""Who is meant by a name that was typed: somebody of the directory, when exactly one fits. Nothing is guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ...domain.registers.cells import CellValue
from ...domain.vietnamese import folded_line, name_key, one_line
from ...storage import records
from ...storage.keys import Value
from ...storage.records import Row
from ..members.posts import homes_in_year
from ..workspace import Workspace
from .rule_corrections import law

HOUSEHOLD = "hộ gia đình"
_HOUSEHOLD = ("hộ ", "gia đình ")
_HOUSEHOLD_WITHOUT_MARKS = ("ho ong ", "ho ba ", "ho gia dinh ", "gia dinh ")  # "ho " alone may be Hồ, a family name
_Held = TypeVar("_Held")


@dataclass(frozen=True, slots=True)
class Link:
    """The row of the directory that a name means; ``said`` tells why there is none, "" when there is or need not be.

    ``is_doubtful``: it could mean several.
    """

    person_id: int | None = None
    organisation_id: int | None = None
    said: str = ""
    is_doubtful: bool = False


class Subjects:
    """The directory by names, read once. Hà and Hạ are two people; a name typed without any mark finds both."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._law = law(workspace)
        self._homes: dict[int, dict[Value, Value]] = {}

    def kind(self, subject: str, award: str) -> str:
        """The kind of a subject that nobody typed: by the award when it has one alone, else by the name; "" if open."""
        entry = self._law.award(award) if award.strip() else None
        if entry and len(entry.subjects) == 1:
            return entry.subjects[0]
        if _named(self._bodies, subject) and not _named(self._people, subject):
            return "tập thể"
        return HOUSEHOLD if is_household(subject) else ""

    def award(self, text: str) -> str:
        """The name of an award as the law writes it, from any way to write it; another text as it is."""
        entry = self._law.award(text)
        return entry.name if entry else text

    def link(self, kind: str, subject: str, organisation_id: CellValue, year: int | None = None) -> Link:
        """Who is meant; of several people with one name those of the organisation, in a ``year`` or now."""
        if kind == "tập thể":
            return self._body(subject)
        if kind != "cá nhân":
            return Link()
        found = _named(self._people, subject)
        homes = {row["id"]: self._home(row, year) for row in found}
        if organisation_id:
            found = [row for row in found if homes[row["id"]] in (organisation_id, None)]
            at_home = [row for row in found if homes[row["id"]] == organisation_id]
            found = at_home or found
        if len(found) == 1:
            home = homes[found[0]["id"]]
            return Link(int(found[0]["id"] or 0), int(home) if home else None)
        if found:
            return Link(said=_several(len(found), subject), is_doubtful=True)
        return Link(said=f"Chưa có “{subject}” trong danh mục Cá nhân.")

    def _home(self, row: Row, year: int | None) -> Value:
        """The organisation of a person at the end of a year, None for the present one."""
        if year is None:
            return row["organisation_id"]
        if year not in self._homes:
            self._homes[year] = homes_in_year(self._workspace.file, year)
        return self._homes[year].get(row["id"])

    def linked(self, values: dict[str, CellValue], year: int | None = None) -> dict[str, CellValue]:
        """The values of a row with the links that its name means in a ``year``; links that stand there stay."""
        if values["person_id"]:
            return values
        kind, home = str(values["subject_kind"]), values["organisation_id"]
        found = self.link(kind, str(values["subject"]), home, year)
        if kind == "tập thể":
            return values | {"organisation_id": found.organisation_id or home}
        return values | {"person_id": found.person_id, "organisation_id": home or found.organisation_id}

    def _body(self, subject: str) -> Link:
        found = set(_named(self._bodies, subject))
        if len(found) == 1:
            return Link(organisation_id=found.pop())
        if found:
            return Link(said=_several(len(found), subject), is_doubtful=True)
        return Link(said=f"Chưa có “{subject}” trong danh mục Tổ chức thành viên.")

    @cached_property
    def _people(self) -> Mapping[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in records.page(self._workspace.file, "people"):
            for key in (str(row["full_name_key"]), folded_line(str(row["full_name"]))):
                found[key].append(row)
        return dict(found)

    @cached_property
    def _bodies(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        file = self._workspace.file
        for row in records.page(file, "organisations"):
            for name in dict.fromkeys(str(row[key]) for key in ("name", "short_name", "printed_name")):
                for key in _ways(name):
                    found[key].append(int(row["id"] or 0))
        today = set(found)
        for row in records.page(file, "former_names"):  # an earlier name counts where nobody has it now
            for key in _ways(str(row["name"])) - today:
                found[key].append(int(row["organisation_id"] or 0))
        return dict(found)


def _ways(name: str) -> set[str]:
    """The keys a name is found by, with its marks and without; none for no name."""
    return {name_key(name), folded_line(name)} if name.strip() else set()


def is_household(subject: str) -> bool:
    """Whether a name clearly is a household's: "Hộ ông Phạm Văn Thử"."""
    line = one_line(subject).lower()
    return line.startswith(_HOUSEHOLD) or line.startswith(_HOUSEHOLD_WITHOUT_MARKS)


def _named(held: Mapping[str, list[_Held]], name: str) -> list[_Held]:
    """Those who are called so; one typed without any mark may be any whose letters are the same."""
    plain = folded_line(name)
    return held.get(name_key(name)) or (held.get(plain, []) if one_line(name).lower() == plain else [])


def same_subject(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """Whether two rows with kind and name are about the same subject, as far as the file knows.

    Two linked people are the same when the link is; else a name in two organisations is two subjects.
    """
    if one["subject_kind"] != other["subject_kind"]:
        return False
    if one["person_id"] and other["person_id"]:
        return one["person_id"] == other["person_id"]
    if name_key(str(one["subject"])) != name_key(str(other["subject"])):
        return False
    homes = {one["organisation_id"], other["organisation_id"]} - {None}
    return len(homes) < 2


def _several(number: int, subject: str) -> str:
    return f"Có {number} dòng cùng tên “{subject}” trong danh mục; hãy chọn đúng người ở cột “Người trong danh mục”."
