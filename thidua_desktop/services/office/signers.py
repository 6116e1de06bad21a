"""Who signs the office's papers on a day."""

from __future__ import annotations

from ...domain.offices import Signer
from ...domain.papers.heads import CHAIR
from ...domain.vietnamese import fold
from ...storage import records
from ...storage.records import Row
from ..workspace import Workspace


def signers_on(workspace: Workspace, day: str) -> tuple[Signer, ...]:
    """Those who may sign on ``day`` (ISO), the chair first, then as they were entered.

    An office that has entered nobody for that day signs by whoever signed its newest plan of that year.
    """
    signers = [_signer(row) for row in records.page(workspace.file, "signers")]
    valid = [s for s in signers if (s.valid_from or day) <= day <= (s.valid_to or day)]
    return tuple(sorted(valid, key=lambda signer: not _is_chair(signer))) or _of_the_plan(workspace, int(day[:4]))


def signer_on(workspace: Workspace, day: str) -> Signer | None:
    """The one who signs when nobody else is named: the chair, else the first; None when the list has nobody."""
    return next(iter(signers_on(workspace, day)), None)


def _of_the_plan(workspace: Workspace, year: int) -> tuple[Signer, ...]:
    plans = records.page(workspace.file, "plans", where={"year": year})
    named = [(str(row["signer_name"]), str(row["signer_title"] or "")) for row in plans if row["signer_name"]]
    if not named:
        return ()
    name, title = named[-1]
    return (Signer(name, CHAIR.position if fold(title).startswith(fold(CHAIR.position)) else title),)


def _is_chair(signer: Signer) -> bool:
    return fold(signer.position).strip() == fold(CHAIR.position)


def _signer(row: Row) -> Signer:
    return Signer(
        full_name=str(row["full_name"]),
        position=str(row["position"]),
        authority=str(row["authority"]),
        valid_from=str(row["valid_from"]) if row["valid_from"] else None,
        valid_to=str(row["valid_to"]) if row["valid_to"] else None,
        id=int(row["id"] or 0),
    )
