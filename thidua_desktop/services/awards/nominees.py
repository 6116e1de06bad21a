"""Who is nominated: the row of the directory whose facts are looked at, and the way into the directory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from ...domain.awards import SubjectKind
from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...storage import records
from ..plan.organisation_names import KnownOrganisations
from ..registration.registration_rows import next_precedence
from ..wording import shortened
from ..workspace import Workspace
from .nomination_fitting import KIND, refuse_decided
from .subjects import Subjects


@dataclass(frozen=True, slots=True)
class Nominee:
    """The subject of a nomination; ``owner_id`` is the person, or the organisation of a collective, in the directory.

    It is None for a household and for one who is in no directory.
    """

    kind: SubjectKind
    name: str
    owner_id: int | None


def nominee(workspace: Workspace, nomination_id: int) -> Nominee:
    """Who is nominated; ``RecordGone`` when the nomination is not there."""
    row = records.get(workspace.file, KIND, nomination_id)
    kind = cast(SubjectKind, row["subject_kind"])
    owner = {"cá nhân": row["person_id"], "tập thể": row["organisation_id"]}.get(kind)
    return Nominee(kind, str(row["subject"]), int(owner) if owner else None)


def round_of(workspace: Workspace, nomination_id: int) -> int:
    """The round a nomination stands in, 0 when the nomination is not there."""
    row = records.find(workspace.file, KIND, nomination_id)
    return int(row["round_id"] or 0) if row else 0


@dataclass(frozen=True, slots=True)
class Resembling:
    """An organisation of the directory that a nominee may be, under another way to write its name."""

    organisation_id: int
    name: str


def resembling(workspace: Workspace, ids: Sequence[int]) -> Mapping[int, Resembling]:
    """Of the nominations those of collectives without a link whose name may mean an organisation of the directory.

    "Công an phường" may be "Công an"; whether it is, only the clerk knows.
    """
    rows = records.among(workspace.file, KIND, "id", ids)
    open_rows = [row for row in rows if row["subject_kind"] == "tập thể" and not row["organisation_id"]]
    if not open_rows:
        return {}
    known, subjects = KnownOrganisations(workspace), Subjects(workspace)
    found: dict[int, Resembling] = {}
    for row in open_rows:
        meant = known.find(str(row["subject"]))
        if meant and not subjects.link("tập thể", str(row["subject"]), None).is_doubtful:
            name = records.get(workspace.file, "organisations", meant)["name"]
            found[int(row["id"] or 0)] = Resembling(meant, str(name))
    return found


def link_to(workspace: Workspace, nomination_id: int, organisation_id: int) -> Changes:
    """Says that a nominated collective is that organisation of the directory; its other nominations follow.

    Raises :class:`InUse` for a nomination that has been decided.
    """
    file = workspace.file
    row = records.get(file, KIND, nomination_id)
    refuse_decided(workspace, [row])
    name = str(records.get(file, "organisations", organisation_id)["name"])
    with file.act(f"Gắn “{shortened(str(row['subject']))}” với “{shortened(name)}” trong danh mục") as act:
        for one in _same_unlinked(workspace, row, "organisation_id"):
            records.update(file, KIND, one, {"organisation_id": organisation_id})
    return act.changes


def add_to_directory(workspace: Workspace, nomination_id: int) -> Changes:
    """Puts a nominee who is in no directory into it and links the nomination, in one act; others of the same name too.

    Raises :class:`BadInput` for a household, which has no directory, when the name is there already, and for a
    nomination that has been decided.
    """
    file = workspace.file
    row = records.get(file, KIND, nomination_id)
    kind, name, home = str(row["subject_kind"]), str(row["subject"]), row["organisation_id"]
    refuse_decided(workspace, [row])
    found = Subjects(workspace).link(kind, name, home)
    if kind == "hộ gia đình" or not found.said or found.is_doubtful:
        raise BadInput(
            found.said or f"“{shortened(name)}” không cần đưa vào danh mục.",
            "Chọn đúng dòng của danh mục ở bảng đề nghị.",
        )
    with file.act(f"Đưa “{shortened(name)}” vào danh mục") as act:
        _add(workspace, row)
    return act.changes


def add_all_to_directory(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Puts those of several nominees who are in no directory into it, in one act.

    Passed over is whom :func:`add_to_directory` would refuse, and who may be there already (:func:`resembling`).
    """
    asked = resembling(workspace, ids)
    subjects = Subjects(workspace)
    given = {award["nomination_id"] for award in records.among(workspace.file, "awards", "nomination_id", ids)}
    with workspace.file.act("Đưa những người, tập thể được chọn vào danh mục") as act:
        for row in (records.get(workspace.file, KIND, one) for one in ids if one not in given and one not in asked):
            kind = str(row["subject_kind"])
            if kind == "hộ gia đình" or row["organisation_id" if kind == "tập thể" else "person_id"]:
                continue
            found = subjects.link(kind, str(row["subject"]), row["organisation_id"])
            if found.said and not found.is_doubtful:
                _add(workspace, row)
    return act.changes


def _add(workspace: Workspace, row: records.Row) -> None:
    """Makes the row of the directory and links every open nomination of the subject to it; belongs inside an act."""
    file = workspace.file
    if row["subject_kind"] == "tập thể":
        body: records.Row = {"name": row["subject"], "precedence": next_precedence(file)}
        linked: records.Row = {"organisation_id": records.insert(file, "organisations", body)}
    else:
        person: records.Row = {"full_name": row["subject"], "organisation_id": row["organisation_id"]}
        linked = {"person_id": records.insert(file, "people", person)}
    for one in _same_unlinked(workspace, row, next(iter(linked))):
        records.update(file, KIND, one, linked)


def _same_unlinked(workspace: Workspace, row: records.Row, link: str) -> list[int]:
    """The ids of the open nominations without a link that name the subject in ``row``, its own among them."""
    file = workspace.file
    where: records.Row = {key: row[key] for key in ("subject_kind", "subject_key")}
    homes = (row["organisation_id"], None)
    alike = records.page(file, KIND, where=where | {link: None})
    found = [int(one["id"] or 0) for one in alike if one["organisation_id"] in homes]
    decided = {award["nomination_id"] for award in records.among(file, "awards", "nomination_id", found)}
    return [one for one in found if one not in decided]
