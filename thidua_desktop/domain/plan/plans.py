"""The yearly plan (kế hoạch / phát động) and everything it says.

The same objects are what an import understood, what the data file keeps and what papers are made from.
``id`` is the row in the data file, 0 while it is not stored. Dates that a paper leaves partly blank keep
day, month and year apart (:class:`PartialDate`); every other date is ISO "YYYY-MM-DD".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..richtext import Paragraph

TargetKind = Literal["quantitative", "qualitative", "composite"]
Direction = Literal["", "higher", "lower", "yes_no"]
CommitmentKind = Literal["", "quantity", "quality", "yes_no"]
PlanState = Literal["bản thảo", "lấy ý kiến", "trình ký", "ban hành"]
Comparator = Literal["=", ">=", "<=", ">", "<", "khoảng", "giảm", "còn"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which a draft may leave parts blank."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered or lettered part of a plan.

    ``marker`` is what a reader sees: "I.", "1.", "2.1.", "a)". ``heading`` is None for a numbered paragraph
    that has no heading of its own. ``body`` holds its paragraphs and bullet items in order, before ``children``.
    ``level`` starts at 1.
    """

    level: int
    marker: str
    heading: str | None = None
    body: tuple[Paragraph, ...] = ()
    children: tuple[Section, ...] = ()
    id: int = 0

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document the plan cites (văn bản được viện dẫn), as written there."""

    kind: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    quote: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class TargetValue:
    """One figure of a target: ``value`` to ``value_to`` (a range) in ``unit``, assigned by a level as written."""

    value: float | None
    unit: str = ""
    comparator: Comparator = "="
    assigned_by: str | None = None
    value_to: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A chỉ tiêu of the plan. ``parent`` is the position of the target it is a part of ("trong đó").

    ``direction`` says what is better, "" when its words tell (:func:`~..checking.facts.targets.direction`);
    ``last_year`` is what was achieved in the year before, in the unit of the first value.
    """

    quote: str
    indicator: str
    group: str | None = None
    kind: TargetKind = "quantitative"
    parent: int | None = None
    responsible: str | None = None
    values: tuple[TargetValue, ...] = ()
    direction: Direction = ""
    last_year: float | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Movement:
    """A phong trào or cuộc vận động the plan names, and who launched it."""

    name: str
    launcher: str | None = None
    kind: str = "phong trào"
    id: int = 0


@dataclass(frozen=True, slots=True)
class PlanCommitment:
    """What a member organisation commits to (cam kết) in the text of the plan; the organisation as written.

    ``target`` is the position of the plan's target it goes towards, None when it goes towards none. ``deadline`` is an
    ISO day, ``proof_expected`` what will show that it was kept; ``kind`` and ``direction`` are "" for what the figures
    and the target tell.
    """

    organisation: str
    quote: str
    values: tuple[TargetValue, ...] = ()
    target: int | None = None
    id: int = 0
    kind: CommitmentKind = ""
    direction: Direction = ""
    deadline: str | None = None
    proof_expected: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """A đợt of the year with its dates, report deadline and occasions (ngày kỷ niệm)."""

    name: str
    start: str | None = None
    end: str | None = None
    report_deadline: str | None = None
    occasions: tuple[str, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """A việc of the plan: who leads it (chủ trì), who helps (phối hợp), by when, and whether it is done."""

    assignee: str | None
    summary: str
    helpers: str | None = None
    due: str | None = None
    done_on: str | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line of "Nơi nhận"; ``suffix`` is the remark in brackets, e.g. "(bc)"."""

    name: str
    suffix: str | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class PlanSigner:
    """The signature block: authority line ("TM. ỦY BAN NHÂN DÂN"), position line ("CHỦ TỊCH") and name."""

    authority: str | None = None
    title: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as a whole. ``year`` is the emulation year; ``header`` every line above the title, in order.

    ``amends`` is the issued plan that this one is a new version of, ``drafted_from`` the plan it was begun from.
    """

    year: int
    doc_type: str = "KẾ HOẠCH"
    title: str = ""
    issuer: str = ""
    symbol: str | None = None
    number: int | None = None
    place: str | None = None
    date: PartialDate = PartialDate()
    theme: str | None = None
    header: tuple[str, ...] = ()
    preamble: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    targets: tuple[Target, ...] = ()
    movements: tuple[Movement, ...] = ()
    commitments: tuple[PlanCommitment, ...] = ()
    phases: tuple[Phase, ...] = ()
    tasks: tuple[Task, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    signer: PlanSigner = PlanSigner()
    state: PlanState = "bản thảo"
    amends: int | None = None
    drafted_from: int | None = None
    id: int = 0

    @property
    def full_title(self) -> str:
        """Type and subject as one line: "Kế hoạch phát động phong trào thi đua năm 2026"."""
        return f"{self.doc_type.capitalize()} {self.title[:1].lower()}{self.title[1:]}".strip()

    @property
    def named(self) -> tuple[str, str]:
        """What a sentence calls it and what it is about: ("Kế hoạch", "phát động phong trào thi đua năm 2026").

        A paper headed "PHÁT ĐỘNG" is a plan too.
        """
        kind, about = self.doc_type.capitalize(), f"{self.title[:1].lower()}{self.title[1:]}"
        return ("Kế hoạch", f"{kind.lower()} {about}") if kind == "Phát động" else (kind, about)

    def all_sections(self) -> Iterator[Section]:
        """Every section in reading order."""
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the clerk's as it was read: its name and its bytes, kept with what came out of it."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source text, with its automatic number put back, and which part of the plan it became.

    ``part`` is one of: "header", "title", "preamble", "section", "closing", "recipient", "signer", or "" when
    the reader did not know what to do with it (then its words stand in ``closing`` or the section before).
    """

    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class PlanReading:
    """What the reader made of a file: the plan, the source line by line, and what it was not sure of.

    ``doubts`` are Vietnamese sentences for the clerk ("Không thấy số chỉ tiêu nào trong phần II.").
    """

    plan: Plan
    lines: tuple[SourceLine, ...] = ()
    doubts: tuple[str, ...] = ()
