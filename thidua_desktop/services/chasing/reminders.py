"""Recording that organisations were reached about what they owe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from ...domain.changes import Changes
from ...domain.chasing.days import read_day
from ...domain.chasing.owed import CHANNELS, Channel, Contact, Owed, by_organisation, message, pressing
from ...domain.vietnamese import in_sentence, one_line
from ...storage import records
from ...storage.keys import Value
from ..office import offices
from ..registration.registration_rows import ensure_registered
from ..wording import shortened
from ..workspace import Workspace

TABLE = "reminders"
DAYS_GIVEN = 7
"""What is due within so many days is asked for too; a letter asks for it by then."""


def record(
    workspace: Workspace,
    year: int,
    listed: Sequence[Owed],
    channel: Channel,
    *,
    day: str = "",
    reached: str = "",
    answer: str = "",
) -> Changes:
    """Records for each of the ``listed`` that its organisation was reached, in one act; ``day`` as typed, "" is today.

    An organisation that is not in the year's list comes into it. Raises :class:`BadInput` for what is no day.
    """
    if not listed:
        return Changes()
    if channel not in CHANNELS:
        raise ValueError(channel)
    today, file = workspace.today(), workspace.file
    reached_on = read_day(day, today) or today.isoformat()
    names = list(dict.fromkeys(one.organisation for one in listed))
    whom = shortened(names[0]) if len(names) == 1 else f"{len(names)} đơn vị"
    with file.act(f"Ghi đã nhắc {whom} bằng {_by(channel)}") as act:
        for one in listed:
            ensure_registered(file, year, one.organisation_id)
            where: records.Row = {"year": year, "organisation_id": one.organisation_id}
            registration = records.page(file, "registrations", where=where)[0]
            row: records.Row = {"registration_id": registration["id"], "about": one.about, "phase_id": one.phase_id}
            said: records.Row = {"reached": one_line(reached), "answer": one_line(answer)}
            records.insert(file, TABLE, row | said | {"reached_on": reached_on, "channel": channel})
    return act.changes


@dataclass(frozen=True, slots=True)
class Reminder:
    """Once that an organisation was reached, and what it was about ("báo cáo, 6 tháng đầu năm")."""

    contact: Contact
    about: str


def of_registration(workspace: Workspace, registration_id: int) -> tuple[Reminder, ...]:
    """When an organisation was reached in a year, newest first."""
    file = workspace.file
    where: records.Row = {"registration_id": registration_id}
    rows = records.page(file, TABLE, where=where, order="reached_on", descending=True)
    phases = {row["id"]: str(row["name"]) for row in records.among(file, "plan_phases", "id", _phase_ids(rows))}
    return tuple(Reminder(contact(row), _about(row, phases.get(row["phase_id"], ""))) for row in rows)


def _phase_ids(rows: Sequence[records.Row]) -> set[Value]:
    return {row["phase_id"] for row in rows if row["phase_id"]}


def _about(row: records.Row, phase: str) -> str:
    return ", ".join(part for part in (str(row["about"]), in_sentence(phase)) if part)


def contact(row: records.Row) -> Contact:
    """A stored row as the domain knows it."""
    return Contact(
        cast(int, row["id"]),
        cast("str | None", row["reached_on"]),
        cast(Channel, row["channel"]),
        str(row["reached"]),
        str(row["answer"]),
    )


def whose(workspace: Workspace, kind: str, row_id: int) -> int:
    """The organisation that a reminder, or a registration, is about; 0 when it is gone."""
    file = workspace.file
    if kind == TABLE:
        row = records.find(file, TABLE, row_id)
        row_id = cast(int, row["registration_id"]) if row else 0
    found = records.find(file, "registrations", row_id)
    return cast(int, found["organisation_id"]) if found else 0


def change(
    workspace: Workspace, reminder_id: int, channel: Channel, *, day: str = "", reached: str = "", answer: str = ""
) -> Changes:
    """Corrects what was recorded of one time; ``day`` as typed. Raises :class:`BadInput` for what is no day."""
    values: records.Row = {
        "reached_on": read_day(day, workspace.today()),
        "channel": channel,
        "reached": one_line(reached),
        "answer": one_line(answer),
    }
    with workspace.file.act("Sửa lần nhắc") as act:
        records.update(workspace.file, TABLE, reminder_id, values)
    return act.changes


def _by(channel: Channel) -> str:
    return "cách gặp trực tiếp" if channel == "gặp trực tiếp" else channel


def messages(workspace: Workspace, year: int, listed: Sequence[Owed]) -> str:
    """What is sent by Zalo to the organisations that owe the ``listed``, one message after the other."""
    office = offices.office(workspace)
    name = _office_name(office.kind, office.name) if office else "Cơ quan thường trực thi đua"
    today = workspace.today()
    asked = (pressing(own, today, DAYS_GIVEN) for own in by_organisation(listed).values())
    return "\n\n".join(message(own, year, name, today) for own in asked)


def _office_name(kind: str, name: str) -> str:
    return f"UBND {name}" if name.lower().startswith(kind) else f"UBND {kind} {name}"
