"""The rows of the law that are no conditions: authority, bonus, ceilings, votes, base salary, days of the year.

Every row knows where it comes from and whether somebody compared it with the original; the office may put another
value in its place. The figures themselves stand in ``resources/law``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, Self, get_args

from ..awards import Level, SubjectKind
from ..bad_input import BadInput
from ..legal_acts import CHECKED_MARK
from ..vietnamese import format_number, parse_number

VotesOf = Literal["tổng số thành viên", "thành viên dự họp"]
VOTES_OF: tuple[VotesOf, ...] = get_args(VotesOf)
_CHAIRS: tuple[Level, ...] = ("xã", "huyện", "tỉnh")  # where the chair of the people's committee decides


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row of the law has; ``office`` is set when the office changed something of it, ``own_value`` when it
    put its own value there, not just a mark or a source.

    ``note`` says why a row is not checked although it was in its own period ("giữ theo quy định trước …").
    """

    key: str
    article: str
    source: str
    mark: str
    office: bool = False
    own_value: bool = False
    note: str = ""

    @property
    def is_checked(self) -> bool:
        """Whether somebody compared the row with the original text."""
        return self.mark == CHECKED_MARK

    @property
    def blocks(self) -> bool:
        """Whether not meeting the row is a refusal: it was checked, or the office set its value. Else it warns."""
        return self.own_value or self.is_checked

    @property
    def value(self) -> str:
        """The figure of the row as the clerk reads and types it; "" when it has none."""
        return ""

    def with_value(self, text: str) -> Self:
        """The row with another value, in the same form as :attr:`value`; ``BadInput`` for one that does not fit."""
        if text.strip() == self.value:
            return self
        raise BadInput(f"“{text}”: dòng này không có con số để thay.", "Chỉ đổi được nguồn và dấu đối chiếu.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRow(Row):
    """Who decides the ``awards``; ``through`` says by whose hands a dossier goes up, "" when it stays in the office."""

    awards: tuple[str, ...]
    level: Level
    who: str
    through: str = ""

    @property
    def value(self) -> str:
        return self.level

    def with_value(self, text: str) -> Self:
        level = next((one for one in _CHAIRS if one == text.strip().lower()), None)
        if text.strip() == self.level:
            return self
        if level is None:
            raise BadInput(f"“{text}” không phải là một cấp quyết định.", f"Ghi một trong: {', '.join(_CHAIRS)}.")
        return replace(self, level=level, who=f"Chủ tịch Ủy ban nhân dân cấp {level}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BonusRow(Row):
    """The bonus of the ``awards`` for one person or household as a multiple of the base salary.

    ``coefficient`` is None where the decree is not known; ``reason`` then says so. ``subjects`` () means all.
    """

    awards: tuple[str, ...]
    subjects: tuple[SubjectKind, ...] = ()
    coefficient: Decimal | None = None
    reason: str = ""

    @property
    def value(self) -> str:
        return "" if self.coefficient is None else decimal_text(self.coefficient)

    def with_value(self, text: str) -> Self:
        return replace(self, coefficient=figure(text, "hệ số", "0,3"), reason="")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRow(Row):
    """How many times the bonus of a person a collective or a household gets for the ``awards``."""

    awards: tuple[str, ...]
    subjects: tuple[SubjectKind, ...]
    factor: Decimal

    @property
    def value(self) -> str:
        return decimal_text(self.factor)

    def with_value(self, text: str) -> Self:
        return replace(self, factor=figure(text, "số lần", "2"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundingRow(Row):
    """Bonuses are rounded up to a whole number of ``unit`` đồng."""

    unit: int

    @property
    def value(self) -> str:
        return format_number(self.unit)

    def with_value(self, text: str) -> Self:
        return replace(self, unit=whole(text, "số đồng", "10.000", least=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class CeilingRow(Row):
    """At most ``percent`` of those given one of ``of`` may be given the ``awards``."""

    awards: tuple[str, ...]
    of: tuple[str, ...]
    percent: Decimal

    @property
    def value(self) -> str:
        return f"{decimal_text(self.percent)}%"

    def with_value(self, text: str) -> Self:
        return replace(self, percent=percent(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesRow(Row):
    """How many votes of the Council the ``awards`` need: ``percent`` or, when ``more_than``, above it."""

    awards: tuple[str, ...]
    percent: Decimal
    of: VotesOf
    more_than: bool = False
    secret: bool = False

    @property
    def value(self) -> str:
        return f"{'trên ' if self.more_than else ''}{decimal_text(self.percent)}% {self.of}"

    def with_value(self, text: str) -> Self:
        found = re.fullmatch(rf"(trên |từ )?([\d.,]+\s*%?)(?: ({'|'.join(VOTES_OF)}))?", text.strip().lower())
        if not found:
            raise BadInput(f"“{text}” không phải là tỷ lệ phiếu.", "Ghi như “70% tổng số thành viên”.")
        of: VotesOf = next((one for one in VOTES_OF if one == found[3]), self.of)
        return replace(self, percent=percent(found[2]), more_than=found[1] == "trên ", of=of)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSalaryRow(Row):
    """The base salary (lương cơ sở) in đồng from ``since`` (ISO) on."""

    since: str
    amount: int

    @property
    def value(self) -> str:
        return format_number(self.amount)

    def with_value(self, text: str) -> Self:
        return replace(self, amount=whole(text, "số tiền", "2.530.000", least=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow(Row):
    """A day of every year; ``since`` and ``until`` (ISO) bound the years it holds in, None where open."""

    month: int
    day: int
    words: str
    since: str | None = None
    until: str | None = None

    @property
    def value(self) -> str:
        return f"{self.day:02d}/{self.month:02d}"

    def with_value(self, text: str) -> Self:
        found = re.fullmatch(r"\s*(\d{1,2})[/.-](\d{1,2})\s*", text)
        if not found or not is_day_of_every_year(int(found[2]), int(found[1])):
            raise BadInput(f"“{text}” không phải là ngày và tháng.", "Ghi như “25/11”.")
        return replace(self, month=int(found[2]), day=int(found[1]))


def is_day_of_every_year(month: int, day: int) -> bool:
    """Whether the day comes every year; 29 February does not."""
    try:
        date(2001, month, day)
    except ValueError:
        return False
    return True


def decimal_text(value: Decimal) -> str:
    """A coefficient or percentage in Vietnamese form, nothing rounded: 0.15 → "0,15"."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def figure(text: str, what: str, example: str) -> Decimal:
    """A positive figure typed by the clerk; ``BadInput`` names ``what`` it should be, with an ``example``."""
    value = parse_number(text)
    if value is None or value <= 0:
        raise BadInput(f"“{text}” không phải là {what}.", f"Ghi một số lớn hơn 0, như “{example}”.")
    return Decimal(str(value))


def percent(text: str) -> Decimal:
    """A percentage from above 0 to 100, with or without its sign."""
    value = figure(text.strip().removesuffix("%"), "tỷ lệ phần trăm", "70%")
    if value > 100:
        raise BadInput(f"“{text}” lớn hơn 100%.", "Ghi một tỷ lệ không quá 100%.")
    return value


def whole(text: str, what: str, example: str, least: int = 0) -> int:
    """A whole number typed by the clerk, at least ``least``."""
    value = parse_number(text)
    if value is None or value != int(value) or value < least:
        raise BadInput(f"“{text}” không phải là {what}.", f"Ghi một số nguyên từ {least} trở lên, như “{example}”.")
    return int(value)
