"""The typed conditions an award asks for: what each looks at, and the figure that the office may correct."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, Self, get_args

from ..awards import EVALUATIONS, SCOPES, Evaluation, Scope, SubjectKind, evaluation_rank, scope_rank
from ..bad_input import BadInput
from .row_types import Row, decimal_text, percent, whole

Part = Literal["completed", "advanced", "fighters", "disciplined"]
PARTS: tuple[Part, ...] = get_args(Part)
VALUE = "{value}"
_NOBODY = "không có người nào"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Row):
    """One thing an award asks for, of the subjects of these kinds.

    ``question`` is what the clerk reads, with ``{value}`` where the figure stands that the office may correct.
    ``of`` is the key of the :class:`OneOf` the condition is an alternative of, "" when it stands for itself;
    conditions with the same ``route`` are met together.
    """

    awards: tuple[str, ...]
    subjects: tuple[SubjectKind, ...]
    question: str
    of: str = ""
    route: str = ""

    @property
    def asked(self) -> str:
        """The question with its figure."""
        return self.question.replace(VALUE, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated(Condition):
    """Evaluated ``at_least`` so high in each of the last ``years`` years, this one included.

    A year in which the subject was given one of ``or_awards`` counts as well.
    """

    at_least: Evaluation
    years: int = 1
    or_awards: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        return self.at_least if self.years == 1 else f"{self.at_least}, {self.years} năm liên tục"

    def with_value(self, text: str) -> Self:
        words, _, years = text.partition(",")
        rank = evaluation_rank(words)
        if rank is None:
            raise BadInput(
                f"“{words.strip()}” không phải là mức đánh giá.", f"Ghi một trong: {', '.join(EVALUATIONS)}."
            )
        number = whole(_number(years), "số năm", "2 năm liên tục", least=1) if years.strip() else 1
        return replace(self, at_least=EVALUATIONS[rank], years=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Months(Condition):
    """Worked at least so many months in the year."""

    at_least: int

    @property
    def value(self) -> str:
        return f"{self.at_least} tháng"

    def with_value(self, text: str) -> Self:
        return replace(self, at_least=whole(_number(text), "số tháng", "6 tháng"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDiscipline(Condition):
    """Under no disciplinary measure in the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered(Condition):
    """Registered for the year's emulation; missing only warns unless the office asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed(Condition):
    """A question without figures; the clerk answers it, and ``expected`` is the answer that meets it."""

    expected: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Condition):
    """At least ``percent`` of all in the collective belong to ``part``; ``named`` is what the part is called."""

    part: Part
    percent: Decimal
    named: str

    @property
    def value(self) -> str:
        return f"{decimal_text(self.percent)}%"

    def with_value(self, text: str) -> Self:
        return replace(self, percent=percent(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Condition):
    """So many people of the collective belong to ``part``: ``at_least``, or no more than ``at_most``."""

    part: Part
    named: str
    at_least: int | None = None
    at_most: int | None = None

    @property
    def value(self) -> str:
        if self.at_least is not None:
            return f"ít nhất {self.at_least} người"
        return f"không quá {self.at_most} người" if self.at_most else _NOBODY

    def with_value(self, text: str) -> Self:
        number = 0 if text.strip().lower() == _NOBODY else whole(_number(text), "số người", "2 người")
        return replace(self, at_least=number) if self.at_least is not None else replace(self, at_most=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak(Condition):
    """Given ``award`` ``times`` running, each ``every`` years after the one before, the last this year or last year."""

    award: str
    times: int
    every: int = 1

    @property
    def value(self) -> str:
        return f"{self.times} lần liên tục"

    def with_value(self, text: str) -> Self:
        return replace(self, times=whole(_number(text), "số lần", self.value, least=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Received(Condition):
    """Given one of ``of_awards`` ``times`` within the last ``within`` years (None: ever).

    ``before`` asks that it was at least so many years ago; ``during`` widens ``within`` to the whole unbroken run of
    years evaluated so high, or in which one of ``or_awards`` was given.
    """

    of_awards: tuple[str, ...]
    times: int
    within: int | None = None
    before: int = 0
    during: Evaluation | None = None
    or_awards: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        return f"{self.times} lần"

    def with_value(self, text: str) -> Self:
        return replace(self, times=whole(_number(text), "số lần", self.value, least=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiatives(Condition):
    """``count`` recognised initiatives of at least ``scope`` within the last ``years`` years, this one included.

    ``during`` widens the years to the whole unbroken run of years evaluated so high.
    """

    count: int
    scope: Scope
    years: int = 1
    during: Evaluation | None = None

    @property
    def value(self) -> str:
        return f"{self.count} sáng kiến cấp {self.scope}"

    def with_value(self, text: str) -> Self:
        count = whole(_number(text), "số sáng kiến", self.value, least=1)
        _, _, scope = text.partition("cấp ")
        rank = scope_rank(scope) if scope else scope_rank(self.scope)
        if rank is None:
            raise BadInput(f"“{scope}” không phải là phạm vi của sáng kiến.", f"Ghi một trong: {', '.join(SCOPES)}.")
        return replace(self, count=count, scope=SCOPES[rank])


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Condition):
    """At least one route is met; its conditions name this one in their ``of``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meets(Condition):
    """Everything that ``standard_of`` asks for."""

    standard_of: str


def _number(text: str) -> str:
    """The number in a text like "3 lần liên tục"; the text itself when it does not hold just one."""
    found = re.findall(r"[+-]?\d+(?:[.,]\d+)?", text)
    return found[0] if len(found) == 1 else text
