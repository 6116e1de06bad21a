"""Recording that organisations were reached about what they owe."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.changes import Changes
from ...domain.chasing.days import read_day
from ...domain.chasing.owed import CHANNELS, Channel, Owed, by_organisation, message
from ...domain.vietnamese import one_line
from ...storage import records
from ..office import offices
from ..registration.registration_rows import ensure_registered
from ..wording import shortened
from ..workspace import Workspace

TABLE = "reminders"


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


def _by(channel: Channel) -> str:
    return "cách gặp trực tiếp" if channel == "gặp trực tiếp" else channel


def messages(workspace: Workspace, year: int, listed: Sequence[Owed]) -> str:
    """What is sent by Zalo to the organisations that owe the ``listed``, one message after the other."""
    office = offices.office(workspace)
    name = _office_name(office.kind, office.name) if office else "Cơ quan thường trực thi đua"
    today = workspace.today()
    return "\n\n".join(message(own, year, name, today) for own in by_organisation(listed).values())


def _office_name(kind: str, name: str) -> str:
    return f"UBND {name}" if name.lower().startswith(kind) else f"UBND {kind} {name}"
