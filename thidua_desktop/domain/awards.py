"""Emulation titles and award forms: the catalogue, and what a person or a collective was given over the years.

A danh hiệu thi đua or a hình thức khen thưởng is known everywhere by its name as the law writes it; comparing goes
over :func:`~thidua_desktop.domain.vietnamese.fold`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from .vietnamese import fold, folded_line

SubjectKind = Literal["cá nhân", "tập thể", "hộ gia đình"]
AwardKind = Literal["danh hiệu thi đua", "hình thức khen thưởng"]
Level = Literal["xã", "huyện", "tỉnh", "trung ương", "lực lượng vũ trang"]
Scope = Literal["cơ sở", "tỉnh", "toàn quốc"]
Evaluation = Literal[
    "không hoàn thành nhiệm vụ",
    "hoàn thành nhiệm vụ",
    "hoàn thành tốt nhiệm vụ",
    "hoàn thành xuất sắc nhiệm vụ",
]

SUBJECT_KINDS: tuple[SubjectKind, ...] = get_args(SubjectKind)
LEVELS: tuple[Level, ...] = get_args(Level)
# From the narrowest to the widest, from the lowest to the highest.
SCOPES: tuple[Scope, ...] = get_args(Scope)
EVALUATIONS: tuple[Evaluation, ...] = get_args(Evaluation)

_SHORT_EVALUATIONS = ("khtnv", "htnv", "httnv", "htxsnv")


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardDef:
    """One entry of the catalogue.

    ``name`` is the law's own, ``short`` what an office says ("CSTĐ cơ sở"), ``also`` other ways to write it.
    ``subjects`` are the kinds of subject it is given to, ``level`` the level it belongs to today, ``own`` whether it
    is usual business of a commune, ``quoted`` whether the law writes it in quotation marks.
    """

    name: str
    short: str
    kind: AwardKind
    subjects: tuple[SubjectKind, ...]
    level: Level
    own: bool = False
    quoted: bool = False
    also: tuple[str, ...] = ()
    article: str
    source: str
    mark: str

    @property
    def written(self) -> str:
        """The name as a paper writes it: “Lao động tiên tiến”, Chiến sĩ thi đua cấp tỉnh."""
        return f"“{self.name}”" if self.quoted else self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to write it, the law's first."""
        return (self.name, self.short, *self.also)


@dataclass(frozen=True, slots=True)
class AwardGiven:
    """An award of the past. ``year`` is the year it was given for; ``decided_on`` is ISO, "" when not known."""

    year: int
    award: str
    subject_kind: str = "cá nhân"
    decision_number: str = ""
    decided_on: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Initiative:
    """A recognised initiative (sáng kiến), topic or scheme; ``decision`` is the number and day of its recognition."""

    year: int
    name: str
    scope: str = "cơ sở"
    decision: str = ""


def evaluation_rank(text: str) -> int | None:
    """How high an evaluation stands in :data:`EVALUATIONS`, from its words or letters (HTTNV); None for neither."""
    folded = folded_line(text)
    for rank, (words, letters) in enumerate(zip(EVALUATIONS, _SHORT_EVALUATIONS, strict=True)):
        if folded in (fold(words), letters):
            return rank
    return None


def scope_rank(text: str) -> int | None:
    """How wide a scope is in :data:`SCOPES`; "cấp tỉnh" is "tỉnh"; None for a text that is none of them."""
    folded = fold(text).strip().removeprefix("cap ")
    return next((rank for rank, scope in enumerate(SCOPES) if fold(scope) == folded), None)
