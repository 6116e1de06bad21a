"""The papers of an organisation that go out and come back, and how each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from ..vietnamese import format_date

FORM, PLEDGE, ASSIGNMENT, PROGRESS = "registration-form", "pledge", "target-assignment", "progress-form"
TITLES: Mapping[str, str] = MappingProxyType(
    {
        FORM: "Bản đăng ký",
        PLEDGE: "Giao ước",
        ASSIGNMENT: "Giao chỉ tiêu",
        PROGRESS: "Phiếu kết quả",
    }
)
"""The papers that are followed, as lists call them, by the name that the command ``export`` gives them."""

DAYS = ("handed_on", "returned_on", "signed_on")
Field = Literal["handed_on", "handed_to", "returned_on", "signed_by", "signed_on", "note"]
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "handed_on": "ngày giao",
        "handed_to": "người nhận",
        "returned_on": "ngày nhận lại",
        "signed_by": "người ký",
        "signed_on": "ngày ký",
        "note": "ghi chú",
    }
)
"""What is known of a paper besides its scans, as acts call it."""

NOT_ENTERED = "đã nộp, chưa nhập số liệu"
PaperStanding = Literal["chưa giao", "đã giao", "đã nhận lại"]


@dataclass(frozen=True, slots=True)
class PaperKey:
    """Which paper of which registration; ``phase_id`` None for a paper of the year."""

    registration_id: int
    paper: str
    phase_id: int | None = None


@dataclass(frozen=True, slots=True)
class SentPaper:
    """A paper of an organisation. ``id`` is 0 while nothing is known of it; days are ISO, None for not yet.

    ``phase`` is the name of its phase, "" for a paper of the year; ``scans`` is the number of its pages kept. Of a
    report that came back ``to_enter`` counts the commitments whose figures nobody typed in yet.
    """

    key: PaperKey
    organisation_id: int
    organisation: str
    code: str
    phase: str = ""
    id: int = 0
    handed_on: str | None = None
    handed_to: str = ""
    returned_on: str | None = None
    signed_by: str = ""
    signed_on: str | None = None
    note: str = ""
    scans: int = 0
    to_enter: int = 0

    @property
    def title(self) -> str:
        """What it is, with its phase."""
        title = TITLES[self.key.paper]
        return f"{title} {self.phase[:1].lower()}{self.phase[1:]}" if self.phase else title

    @property
    def standing(self) -> PaperStanding:
        """How far it is on its way."""
        if self.returned_on or self.signed_on:
            return "đã nhận lại"
        return "đã giao" if self.handed_on else "chưa giao"

    @property
    def standing_words(self) -> str:
        """The same as lists tell it, with what is left to the clerk."""
        return NOT_ENTERED if self.to_enter else self.standing

    def text(self, field: str) -> str:
        """What is known, as lists show it: days as dd/MM/yyyy."""
        value = getattr(self, field)
        return format_date(value) if field in DAYS else str(value)
