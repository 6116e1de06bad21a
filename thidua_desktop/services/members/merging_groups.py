"""The organisations of former communes that were put together: those of one kind become one, all kinds in one act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.members.merging import Merger
from ...domain.registers.directory import STAY_APART
from ...domain.registration.member_names import bare_name
from ...domain.vietnamese import folded_line
from ..office.offices import office
from ..plan.organisation_names import own_commune
from ..registers import register_rows as rows_of
from ..registration.registration_rows import in_printing_order
from ..workspace import Workspace
from .doubles import PeoplePair, doubles_between, organisation_doubles
from .meeting import Meeting
from .merging import put_into_one, refuse
from .merging_people import chained


@dataclass(frozen=True, slots=True)
class Group:
    """Organisations that are called alike but for the commune: ids and names, the one that would stay first.

    ``name`` is what the one is called by our own commune, "" when that is not known. ``shared`` is how many things
    several of them have, ``people`` are those who were surely entered twice.
    """

    ids: tuple[int, ...]
    names: tuple[str, ...]
    name: str
    shared: int
    people: tuple[PeoplePair, ...]

    def merger(self, day: str, *, named: bool, with_people: bool) -> Merger:
        """What puts them together from that day on; ``named``: under the new name."""
        people = tuple((pair.first, pair.second) for pair in self.people) if with_people else ()
        return Merger(self.ids[0], self.ids[1:], day, self.name if named else "", people)


def groups(workspace: Workspace, day: str) -> tuple[Group, ...]:
    """The groups in printing order, with what putting them together from that ISO day on would meet."""
    pairs = [(pair.first, pair.second) for pair in organisation_doubles(workspace)]
    together: dict[int, set[int]] = defaultdict(set)
    for stays, goes in chained(pairs):
        together[stays] |= {stays, goes} | together.pop(goes, set())
    kind_of = workspace.definitions.member_names.kind
    rows = {
        rows_of.row_id(row): str(row["name"])
        for row in in_printing_order(workspace.file)
        if (str(row["kind"]) or kind_of(str(row["name"]))) not in STAY_APART
    }
    places = {one: place for place, one in enumerate(rows)}
    found = (sorted(ids & places.keys(), key=places.__getitem__) for ids in together.values())
    ordered = sorted((ids for ids in found if len(ids) > 1), key=lambda ids: places[ids[0]])
    return tuple(_group(workspace, [(one, rows[one]) for one in ids], day) for ids in ordered)


def _group(workspace: Workspace, listed: Sequence[tuple[int, str]], day: str) -> Group:
    name = _new_name(workspace, listed[0][1])
    listed = sorted(listed, key=lambda one: folded_line(one[1]) != folded_line(name))  # who is called so already stays
    ids, names = zip(*listed, strict=True)
    shared = Meeting(workspace, Merger(ids[0], ids[1:], day)).conflicts
    people = tuple(pair for pair in doubles_between(workspace, ids) if pair.same)
    return Group(ids, names, name, len(shared), people)


def _new_name(workspace: Workspace, name: str) -> str:
    own = office(workspace)
    return f"{bare_name(name)} {own.name}" if own and own_commune(workspace) else ""


def merge_groups(workspace: Workspace, mergers: Sequence[Merger]) -> Changes:
    """Puts all of them together, in one act; where several say something the one that stays is right, the rest goes
    into the note. Raises as :func:`.merging.merge` does.
    """
    if not mergers:
        raise BadInput("Chưa chọn nhóm nào để gộp.", "Đánh dấu các nhóm rồi gộp.")
    with workspace.file.act(f"Gộp {len(mergers)} nhóm tổ chức của các xã cũ") as act:
        for merger in mergers:
            refuse(workspace, merger)
            put_into_one(workspace, Meeting(workspace, merger), {})
    return act.changes
