"""Rounds (đợt xét): when dossiers came, when the Council met, how far each has got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.vietnamese import parse_whole
from ...storage import award_counts, records
from ...storage.errors import StillUsed
from ...storage.records import Row
from ..export_parts import Subject
from ..office.years import check_year
from ..registers import registers
from ..registers.refusals import InUse
from ..wording import shortened
from ..workspace import Workspace

KIND = "rounds"
_LIVE = timedelta(days=180)
"""A decision follows the Council within weeks; what stands open for longer is entered of a time gone by."""


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """A round in a list. Days are ISO or None; ``nominations`` are all there, of them ``chosen`` and ``refused`` by the
    Council, and ``decided`` those that were given their award.
    """

    id: int
    year: int
    name: str
    award_type: str
    received_on: str | None
    council_on: str | None
    submission_number: int | None
    submitted_on: str | None
    nominations: int = 0
    chosen: int = 0
    refused: int = 0
    decided: int = 0

    @property
    def state(self) -> str:
        """How far it has got, in the clerk's words."""
        if not self.nominations:
            return "chưa có đề nghị"
        if self.decided and self.decided >= self.chosen:
            return "đã quyết định"
        if self.decided:
            return f"đã quyết định {self.decided}/{self.chosen}"
        if self.submitted_on and self.chosen:
            return "đã trình"
        if self.chosen + self.refused:
            return "Hội đồng đã xét"
        return "đang đề nghị"

    @property
    def undecided(self) -> int:
        """How many chosen nominations have no decision."""
        return self.chosen - self.decided

    def day(self, today: str) -> str:
        """The day whose law the nominations are judged by: received, else met, else ``today`` (ISO)."""
        return self.received_on or self.council_on or today

    def deciding_day(self, today: str) -> str:
        """The day whose law says who decides while nobody has: that of the tờ trình, else ``today`` (ISO); of a round
        that was long ago the last day that was typed.
        """
        last = max((day for day in (self.council_on, self.received_on) if day), default=today)
        long_ago = date.fromisoformat(today) - date.fromisoformat(last) > _LIVE
        return self.submitted_on or (last if long_ago else today)

    def signing_day(self, today: str) -> str:
        """The day a decision entered now most likely has: ``today`` (ISO), in a round of a past year its own days."""
        return self.deciding_day(today) if self.year < int(today[:4]) else today


def round_summaries(workspace: Workspace, year: int) -> list[RoundSummary]:
    """The rounds of a year, as they were entered."""
    rows = records.page(workspace.file, KIND, where={"year": year})
    counts = award_counts.of_rounds(workspace.file, [int(row["id"] or 0) for row in rows])
    return [_summary(row, counts.get(int(row["id"] or 0), award_counts.RoundCounts())) for row in rows]


def round_summary(workspace: Workspace, round_id: int) -> RoundSummary:
    """One round; ``RecordGone`` when it is not there."""
    row = records.get(workspace.file, KIND, round_id)
    counts = award_counts.of_rounds(workspace.file, [round_id])
    return _summary(row, counts.get(round_id, award_counts.RoundCounts()))


def add_round(workspace: Workspace, year: int, name: str = "") -> tuple[Changes, int]:
    """Adds a round to a year of the file and returns its id; without a name it gets the next number of the year."""
    _check_known(workspace, year)
    number = records.count(workspace.file, KIND, where={"year": year}) + 1
    cells = {"name": name.strip() or f"Đợt {number} năm {year}", "year": str(year)}
    return registers.add_row(workspace, KIND, cells)


def set_round(workspace: Workspace, round_id: int, key: str, text: str, *, editing: str = "") -> Changes:
    """Stores what was typed in one field (a column of the register "rounds"); raises :class:`BadInput`."""
    if key == "year" and (year := parse_whole(text)) is not None:
        _check_known(workspace, year)
    return registers.set_cell(workspace, KIND, round_id, key, text, editing=editing)


def remove_round(workspace: Workspace, round_id: int) -> Changes:
    """Removes a round with its nominations; raises :class:`InUse` while a decision came out of it."""
    row = records.get(workspace.file, KIND, round_id)
    name = shortened(str(row["name"]))
    try:
        with workspace.file.act(f"Xóa đợt xét “{name}”") as act:
            records.delete(workspace.file, KIND, [round_id])
    except StillUsed as error:
        number = records.count(workspace.file, "decisions", where={"round_id": round_id})
        raise InUse(
            f"Đợt xét “{name}” đã có {number} quyết định nên chưa xóa được; dữ liệu không thay đổi.",
            "Gỡ các quyết định của đợt xét trước, rồi xóa lại.",
        ) from error
    return act.changes


def _check_known(workspace: Workspace, year: int) -> None:
    """Raises :class:`BadInput` for a year that the file does not have."""
    check_year(year)
    if not records.count(workspace.file, "years", where={"year": year}):
        raise BadInput(f"Tệp dữ liệu chưa có năm thi đua {year}; dữ liệu không thay đổi.", "Thêm năm đó trước.")


def _summary(row: Row, counts: award_counts.RoundCounts) -> RoundSummary:
    number = row["submission_number"]
    return RoundSummary(
        id=int(row["id"] or 0),
        year=int(row["year"] or 0),
        name=str(row["name"]),
        award_type=str(row["award_type"]),
        received_on=_day(row["received_on"]),
        council_on=_day(row["council_on"]),
        submission_number=None if number is None else int(number),
        submitted_on=_day(row["submitted_on"]),
        nominations=counts.nominations,
        chosen=counts.chosen,
        refused=counts.refused,
        decided=counts.decided,
    )


def _day(value: object) -> str | None:
    return str(value) if value else None


def _ids(workspace: Workspace, year: int) -> list[int]:
    return [int(row["id"] or 0) for row in records.page(workspace.file, KIND, where={"year": year})]


ROUND = Subject("đợt xét", _ids)
