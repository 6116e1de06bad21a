"""Taking a reviewed file: its rows, the file itself and the day it came in, in one act that one undo takes back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from ...domain.changes import Changes
from ...domain.chasing.sent_papers import FORM, PROGRESS, PaperKey
from ...domain.errors import KnownError
from ...domain.sheets.file_report import FileReport
from ...domain.sheets.forms import SHEET_NAMES
from ...domain.sheets.report import Change, ChangeValue
from ...storage import records
from ...storage.attachments import attach
from ...storage.plans import insert_values
from ...storage.records import Row
from ..chasing.sent_papers import set_back
from ..plan.plans import plan_of_year
from ..registers import register_rows as rows_of
from ..registers.register_effects import follow
from ..registration.kept import KEPT, keep_earlier, kept
from ..registration.registration_rows import ensure_registered
from ..registration.results import put_result
from ..wording import shortened
from ..workspace import Workspace, told
from . import phases
from .known_rows import brought_by, newest_taken, registration_of

ATTACHED_AS = "phiếu nhận về"
CAME_IN = {"đăng ký": FORM, "kết quả": PROGRESS}
"""What has come in when its file has; the other papers do with their signatures, or are parts of one of these."""
_FOLLOWED = {"registered_titles": "subject", "registered_initiatives": "author", "registered_movements": "name"}
"""The column of a row whose words say what it is linked with."""


def take(workspace: Workspace, year: int, report: FileReport, places: Collection[int] | None = None) -> Changes:
    """Stores the rows of the file at ``places`` (those ticked when None), keeps the file and notes that it came.

    Also a file without anything new is noted: it came. Raises :class:`KnownError` for a file that cannot be taken.
    """
    if report.organisation_id is None or report.kind is None or report.state == "refused":
        raise KnownError(f"Tệp “{report.source.name}” chưa nhận được. {report.problem}".strip())
    wanted = [row.change for row in report.taken_rows(places) if row.change]
    text = (
        f"Nhận {SHEET_NAMES[report.kind]} của {shortened(report.organisation)} từ tệp “{shortened(report.source.name)}”"
    )
    with workspace.file.act(text) as act:
        ensure_registered(workspace.file, year, report.organisation_id)
        taker = _Taker(workspace, year, report)
        taker.remove([one for one in wanted if one.removes])
        for change in wanted:
            if not change.removes:
                taker.apply(change)
        taker.finish()
    return told(act.changes)


@dataclass
class _Taker:
    """Applies the changes of one file; belongs inside its act."""

    workspace: Workspace
    year: int
    report: FileReport
    added: list[tuple[str, int]] = field(default_factory=list)
    removed: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        assert self.report.organisation_id is not None
        self._organisation = self.report.organisation_id
        listed = registration_of(self.workspace, self.year, self._organisation)
        assert listed is not None, "it was made sure of"
        self._registration = listed
        self._phases: dict[int, int] = {}
        if self.report.phase_id is not None:
            self._phases = phases.same_phases(self.workspace, self.year, self.report.phase_id)

    def remove(self, changes: Sequence[Change]) -> None:
        """Takes rows away, those of a kind together: what stands behind them is numbered once."""
        gone: dict[str, list[int]] = defaultdict(list)
        for change in changes:
            gone[change.kind].append(change.row_id)
            self.removed.add((change.kind, change.row_id))
        for kind, ids in gone.items():
            records.delete(self.workspace.file, kind, ids)

    def apply(self, change: Change) -> None:
        """Stores one row that stays."""
        if change.kind == "commitment_results":
            self._result(change)
        elif change.kind == "culture_years":
            self._culture(_as_row(change.values))
        elif change.kind == "commitments":
            self._commitment(change)
        else:
            self._listed(change)

    def _listed(self, change: Change) -> None:
        """A title, an initiative or a movement; links follow from its words, of new ones when all are there."""
        row = _as_row(change.values)
        if change.row_id:
            records.update(self.workspace.file, change.kind, change.row_id, row)
            follow(self.workspace, change.kind, [change.row_id], change.values)
            return
        owner: Row = {"registration_id": self._registration["id"]}
        self.added.append((change.kind, records.insert(self.workspace.file, change.kind, owner | row)))

    def _commitment(self, change: Change) -> None:
        file, row = self.workspace.file, _as_row(change.values)
        if change.row_id:
            self._keep(change)
            if row:
                records.update(file, "commitments", change.row_id, row)
            if change.figures is not None:
                rows_of.put_figures(file, "commitments", change.row_id, change.figures)
            return
        own: Row = {
            "plan_id": self._plan(cast("int | None", row.get("target_id"))),
            "organisation": self.report.organisation,
            "organisation_id": self._organisation,
        }
        row_id = records.insert(file, "commitments", own | row)
        insert_values(file, "commitment_values", {"commitment_id": row_id}, change.figures or ())
        self.added.append(("commitments", row_id))

    def _keep(self, change: Change) -> None:
        """Another figure than the one that was handed in is an adjustment: what it said before is kept."""
        says = KEPT.intersection(change.values) or change.figures is not None
        if says and kept(self.workspace, [change.row_id]):
            reason = f"theo phiếu nhận về “{self.report.source.name}”"
            keep_earlier(self.workspace.file, change.row_id, reason, self.workspace.today())

    def _plan(self, target_id: int | None) -> int:
        if target_id is not None:
            return cast(int, records.get(self.workspace.file, "plan_targets", target_id)["plan_id"])
        found = plan_of_year(self.workspace, self.year)
        assert found is not None, "without a plan the review refuses new commitments"
        return found.id

    def _result(self, change: Change) -> None:
        plan_id = cast(int, records.get(self.workspace.file, "commitments", change.row_id)["plan_id"])
        put_result(
            self.workspace, "commitments", change.row_id, self._phases[plan_id], change.figure, _as_row(change.values)
        )

    def _culture(self, values: Row) -> None:
        owner: Row = {"registration_id": self._registration["id"]}
        stored = next(iter(records.page(self.workspace.file, "culture_years", where=owner)), None)
        if stored:
            records.update(self.workspace.file, "culture_years", rows_of.row_id(stored), values)
        else:
            records.insert(self.workspace.file, "culture_years", owner | values)

    def finish(self) -> None:
        """Links new rows with what they name, keeps the file and notes that it came."""
        file, report = self.workspace.file, self.report
        for kind, key in _FOLLOWED.items():
            if added := [row_id for one, row_id in self.added if one == kind]:
                follow(self.workspace, kind, added, (key,))
        earlier = newest_taken(
            self.workspace, cast(int, self._registration["id"]), report.kind or "đăng ký", report.phase_id
        )
        attachment = attach(file, report.source.name, report.source.content, ATTACHED_AS)
        records.insert(
            file,
            "taken_files",
            {
                "registration_id": self._registration["id"],
                "sheet": report.kind,
                "phase_id": report.phase_id,
                "attachment_id": attachment,
                "name": report.source.name,
                "taken_at": file.clock().isoformat(timespec="seconds"),
                "saved_at": report.saved_at or None,
                "brought": json.dumps(sorted({*self.added, *(brought_by(earlier) - self.removed)})),
            },
        )
        self._receive()

    def _receive(self) -> None:
        """The form came in today, unless it came before; of a pledge that counts which is signed, on paper."""
        paper = CAME_IN.get(self.report.kind or "")
        if paper:
            phase_id = next(iter(self._phases.values()), None)
            set_back(self.workspace, PaperKey(cast(int, self._registration["id"]), paper, phase_id))


def _as_row(values: Mapping[str, ChangeValue]) -> Row:
    """The values as the data file keeps them."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
