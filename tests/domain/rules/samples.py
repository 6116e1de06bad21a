"""Made-up people and collectives of xã Ví Dụ, with every question without figures answered as the law wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from thidua_desktop.domain.awards import AwardGiven, Initiative, SubjectKind
from thidua_desktop.domain.rules import CollectiveYear, Law, PersonYear, SubjectFacts
from thidua_desktop.domain.rules.conditions import Confirmed

YEAR = 2026
IN_FORCE = "2026-09-15"  # the law before its amendment of 01/10/2026
AMENDED = "2026-11-20"


def musts(law: Law, day: str) -> Mapping[str, bool]:
    """The answer the law wants to every question that stands for itself; alternatives stay open but for LĐTT's."""
    return {
        row.key: row.expected
        for row in law.pack_on(day).conditions
        if isinstance(row, Confirmed) and (not row.of or row.key == "ldtt-tinh-than")
    }


def person(
    *evaluations: str,
    months: int | None = 12,
    discipline: str | None = "",
    registered: bool | None = True,
    awards: str = "",
    initiatives: tuple[Initiative, ...] = (),
    confirmed: Mapping[str, bool] | None = None,
) -> SubjectFacts:
    """A person whose ``evaluations`` end this year; ``awards`` is like "CSTĐCS 2024 2025; LĐTT 2025"."""
    first = YEAR - len(evaluations) + 1
    years = tuple(
        PersonYear(first + index, evaluation, months, discipline, registered)
        for index, evaluation in enumerate(evaluations)
    )
    given = tuple(
        AwardGiven(int(year), " ".join(words for words in part.split() if not words.isdigit()))
        for part in awards.split(";")
        for year in part.split()
        if year.isdigit()
    )
    return SubjectFacts("cá nhân", "Nguyễn Văn Mẫu", YEAR, years, initiatives, given, (), confirmed or {})


def collective(*years: CollectiveYear, awards: tuple[AwardGiven, ...] = ()) -> SubjectFacts:
    return SubjectFacts("tập thể", "Phòng Ví Dụ", YEAR, awards=awards, collective=years)


def of_kind(kind: SubjectKind) -> SubjectFacts:
    return SubjectFacts(kind, "Hộ ông Trần Văn Thử", YEAR)


def answered(facts: SubjectFacts, law: Law, day: str, **others: bool) -> SubjectFacts:
    """The same subject with every must answered, and these questions too (their keys with _ for -)."""
    extra = {key.replace("_", "-"): answer for key, answer in others.items()}
    return replace(facts, confirmed={**musts(law, day), **extra, **facts.confirmed})
