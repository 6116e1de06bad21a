"""The year of a commune as its report needs it: what was planned, registered, achieved and awarded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..offices import Office, Signer
from ..plan.plans import Phase, Plan, TargetValue
from ..registration.results import REACHED, Status
from .award_statistics import AwardGroup

# The parts of a report that hold the clerk's own words, with what each is called.
PARTS: Mapping[str, str] = {
    "opening": "Mở đầu",
    "guidance": "I. Công tác chỉ đạo, phát động phong trào thi đua",
    "registration": "II. Kết quả đăng ký thi đua",
    "targets": "III. Kết quả thực hiện các chỉ tiêu thi đua",
    "commitments": "IV. Kết quả thực hiện cam kết của các đơn vị",
    "awards": "V. Công tác khen thưởng, điển hình tiên tiến",
    "shortcomings": "VI. Hạn chế, nguyên nhân",
    "direction": "Phần thứ hai. Phương hướng, nhiệm vụ",
    "proposals": "Kiến nghị, đề xuất",
}
REPLACING = ("opening", "direction")
"""Parts whose own words stand in place of the program's, which are a suggestion there."""

FIELDS: Mapping[str, str] = {"number": "Số báo cáo", "date": "Ngày báo cáo", "recipients": "Nơi nhận"}
_LONGEST_NAME = 160  # characters of a target in a sentence
_PAUSE = re.compile(r"(?=[,;:.]\s|\s[-–(])")
_LEAST_CLAUSE = 40
UNREPORTED = "chưa có số liệu"
SILENT = "silent/"
"""Before a part's key: whether the program's own sentences stay out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """One figure of a target, or of an organisation's commitment, with what was reported of it.

    ``values`` are the results of the phases, None where nothing was reported; ``origin`` is where the one that
    counts comes from when it was not entered. ``first`` is False for the further figures of the same target; a
    ``composite`` one is reached by its parts.
    """

    name: str
    number: str = ""
    group: str = ""
    first: bool = True
    composite: bool = False
    planned: TargetValue | None = None
    planned_text: str = ""
    unit: str = ""
    assigned_by: str = ""
    responsible: str = ""
    organisation: str = ""
    committed: float | None = None
    committed_by: tuple[str, ...] = ()
    target: str = ""
    values: tuple[float | None, ...] = ()
    achieved: float | None = None
    percent: float | None = None
    status: Status = "chưa báo cáo"
    origin: str = ""
    also: tuple[ResultLine, ...] = ()

    @property
    def is_reported(self) -> bool:
        """Whether there is a figure to judge by."""
        return self.achieved is not None

    @property
    def short_name(self) -> str:
        """The target in a sentence: of a whole paragraph its first clauses, the table has the rest."""
        name = " ".join(self.name.split()).rstrip(".;:,")
        if len(name) <= _LONGEST_NAME:
            return name
        clauses = [pause.start() for pause in _PAUSE.finditer(name, _LEAST_CLAUSE, _LONGEST_NAME)]
        return name[: clauses[-1]] if clauses else f"{name[:_LONGEST_NAME].rsplit(' ', 1)[0]}…"

    @property
    def judgement(self) -> str:
        """What a report says of it: a report judges figures, not whether they came in time."""
        if self.composite and not self.is_reported:
            return ""
        if not self.is_reported:
            return UNREPORTED
        return self.status if self.status in REACHED else "chưa đạt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What an organisation registered: when its form came back (None: not yet), its titles as (subject kind, award
    as lists write it).

    ``reported`` and ``missing`` count its commitments with and without a figure in the phase that is awaited.
    """

    organisation: str
    organisation_id: int
    received_on: str | None
    titles: tuple[tuple[str, str], ...] = ()
    reported: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """Everything a report says. ``phase`` is the one it goes up to, None for the whole year.

    ``texts`` are the clerk's own words by the keys of :data:`PARTS` and :data:`FIELDS`; ``today`` is ISO.
    """

    year: int
    today: str
    office: Office | None = None
    plan: Plan | None = None
    next_plan: Plan | None = None
    phase: Phase | None = None
    phases: tuple[Phase, ...] = ()
    registered: tuple[Registered, ...] = ()
    targets: tuple[ResultLine, ...] = ()
    commitments: tuple[ResultLine, ...] = ()
    awards: tuple[AwardGroup, ...] = ()
    signer: Signer | None = None
    texts: Mapping[str, str] = field(default_factory=dict)

    def own(self, key: str) -> str:
        """The clerk's words of a part or a field, "" for none."""
        return self.texts.get(key, "")

    def speaks(self, part: str) -> bool:
        """Whether the program's own sentences stand in the part."""
        return not self.texts.get(SILENT + part) and not (part in REPLACING and self.own(part).strip())


@dataclass(frozen=True, slots=True)
class Tally:
    """Targets or commitments by how they stand; each list holds the line that tells of each, of one that is short by
    several of its figures with the others in ``also``.
    """

    exceeded: tuple[ResultLine, ...]
    reached: tuple[ResultLine, ...]
    short: tuple[ResultLine, ...]
    unreported: tuple[ResultLine, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(map(len, (self.exceeded, self.reached, self.short, self.unreported)))


def tally(lines: Sequence[ResultLine]) -> Tally:
    """How the targets of these lines stand: one with several figures as its worst one does.

    A target that is reached by its parts, without a result of its own, is not counted beside them.
    """
    found: dict[str, list[ResultLine]] = {"vượt": [], "đạt": [], "chưa đạt": [], "": []}
    for figures in by_target(lines):
        if not figures[0].composite or any(line.is_reported for line in figures):
            found[_standing(figures)].append(_telling(figures))
    return Tally(*(tuple(found[word]) for word in found))


def by_target(lines: Iterable[ResultLine]) -> list[tuple[ResultLine, ...]]:
    """The lines of each target together."""
    grouped: list[list[ResultLine]] = []
    for line in lines:
        if line.first or not grouped:
            grouped.append([])
        grouped[-1].append(line)
    return [tuple(figures) for figures in grouped]


def _standing(figures: Sequence[ResultLine]) -> str:
    reported = [line for line in figures if line.is_reported]
    if not reported:
        return ""
    if any(line.status not in REACHED for line in reported):
        return "chưa đạt"
    return "vượt" if all(line.status == "vượt" for line in reported) else "đạt"


def _telling(figures: Sequence[ResultLine]) -> ResultLine:
    """The line to name a target by: one that is short before the others, one with a figure before one without."""
    told = min(figures, key=lambda line: (not line.is_reported, line.status in REACHED))
    short = [line for line in figures if line.is_reported and line.status not in REACHED]
    return replace(told, also=tuple(line for line in short if line is not told))


def numeric(value: TargetValue | None) -> float | None:
    """The figure to divide by, None for a range and for what has no figure."""
    return value.value if value is not None and value.value_to is None else None
