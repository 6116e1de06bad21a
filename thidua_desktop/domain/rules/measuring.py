"""A condition held against the facts: met, not met, or a figure missing, and the sentence with the figures used."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import singledispatch

from ..awards import EVALUATIONS, Evaluation, evaluation_rank, scope_rank
from .conditions import (
    Condition,
    Confirmed,
    Count,
    Evaluated,
    Initiatives,
    Months,
    NoDiscipline,
    Part,
    Received,
    Registered,
    Share,
    Streak,
)
from .facts import SubjectFacts
from .packs import Law
from .row_types import decimal_text


@dataclass(frozen=True, slots=True)
class Measured:
    """``met`` is None when a figure is missing; ``figures`` is a whole Vietnamese sentence."""

    met: bool | None
    figures: str


@singledispatch
def measure(condition: Condition, facts: SubjectFacts, law: Law) -> Measured:
    """What the facts say to a condition that stands for itself."""
    raise TypeError(f"{type(condition).__name__} is made of other conditions")


@measure.register
def _(condition: Evaluated, facts: SubjectFacts, law: Law) -> Measured:
    wanted = EVALUATIONS.index(condition.at_least)
    given = _years_given(facts, condition.or_awards, law)
    answers: list[bool | None] = []
    said: list[str] = []
    for year in facts.last_years(condition.years):
        rank = facts.evaluation_in(year)
        answers.append(True if year in given else None if rank is None else rank >= wanted)
        known = "chưa có kết quả đánh giá" if rank is None else EVALUATIONS[rank]
        said.append(f"năm {year} {known}" + (f" ({_short_names(condition.or_awards, law)})" if year in given else ""))
    need = condition.at_least if wanted == len(EVALUATIONS) - 1 else f"từ {condition.at_least} trở lên"
    running = f" {condition.years} năm liên tục" if condition.years > 1 else ""
    return Measured(_all(answers), _sentence(f"{'; '.join(said)}; cần{running} {need}"))


@measure.register
def _(condition: Months, facts: SubjectFacts, law: Law) -> Measured:
    found = facts.person_in(facts.year)
    if found is None or found.months_worked is None:
        return Measured(None, f"Chưa có số tháng làm việc năm {facts.year}.")
    said = f"Làm việc {found.months_worked} tháng trong năm {facts.year}, cần ít nhất {condition.at_least} tháng."
    return Measured(found.months_worked >= condition.at_least, said)


@measure.register
def _(condition: NoDiscipline, facts: SubjectFacts, law: Law) -> Measured:
    found = facts.person_in(facts.year)
    if found is None or found.discipline is None:
        return Measured(None, f"Chưa ghi có bị kỷ luật trong năm {facts.year} hay không.")
    if found.discipline.strip():
        return Measured(False, f"Năm {facts.year} bị kỷ luật: {found.discipline.strip()}.")
    return Measured(True, f"Năm {facts.year} không bị kỷ luật.")


@measure.register
def _(condition: Registered, facts: SubjectFacts, law: Law) -> Measured:
    found = facts.collective_in(facts.year) if facts.subject_kind == "tập thể" else facts.person_in(facts.year)
    registered = found.registered if found else None
    said = "Đã đăng ký thi đua" if registered else "Chưa đăng ký thi đua"
    return Measured(registered, f"{said if registered is not None else 'Chưa thấy đăng ký thi đua'} năm {facts.year}.")


@measure.register
def _(condition: Confirmed, facts: SubjectFacts, law: Law) -> Measured:
    answered = facts.confirmed.get(condition.key)
    if answered is None:
        return Measured(None, "Chưa trả lời.")
    return Measured(answered == condition.expected, "Đã trả lời: Có." if answered else "Đã trả lời: Không.")


@measure.register
def _(condition: Share, facts: SubjectFacts, law: Law) -> Measured:
    found = facts.collective_in(facts.year)
    part = _people(facts, condition.part)
    headcount = found.headcount if found else None
    if part is None or not headcount:
        missing = "tổng số người" if not headcount else f"số người {condition.named}"
        return Measured(None, f"Chưa có {missing} của tập thể năm {facts.year}.")
    met = part * 100 >= condition.percent * headcount
    share = _share_text(part, headcount, condition.percent, met)
    need = f"cần ít nhất {condition.value}" if condition.percent < 100 else f"cần {condition.value}"
    return Measured(met, f"{condition.named} {part}/{headcount} người ({share}), {need}.")


@measure.register
def _(condition: Count, facts: SubjectFacts, law: Law) -> Measured:
    people = _people(facts, condition.part)
    if people is None:
        return Measured(None, f"Chưa có số người {condition.named} của tập thể năm {facts.year}.")
    met = people >= (condition.at_least or 0) if condition.at_least is not None else people <= (condition.at_most or 0)
    return Measured(met, f"Số người {condition.named}: {people}, cần {condition.value}.")


@measure.register
def _(condition: Streak, facts: SubjectFacts, law: Law) -> Measured:
    given = _years_given(facts, (condition.award,), law)
    runs = (_run(given, last, condition.every) for last in (facts.year, facts.year - 1))
    run = max(runs, key=len)
    found = f"{len(run)} lần liên tục (năm {', '.join(map(str, run))})" if run else "chưa có lần nào gần đây"
    spaced = f", mỗi lần cách nhau {condition.every} năm" if condition.every > 1 else ""
    name = _short_names((condition.award,), law)
    return Measured(len(run) >= condition.times, f"{name}: {found}, cần {condition.times} lần liên tục{spaced}.")


@measure.register
def _(condition: Received, facts: SubjectFacts, law: Law) -> Measured:
    given = _years_given(facts, condition.of_awards, law)
    latest = facts.year - condition.before
    years = sorted(year for year in given if year <= latest)
    when, span = "", 0
    if condition.within is not None:
        span = _span(facts, condition.within, condition.during, _years_given(facts, condition.or_awards, law))
        years = [year for year in years if year in facts.last_years(span)]
        when = f" trong {span} năm gần đây"
    elif condition.before:
        when = f" từ năm {latest} trở về trước"
    found = f"{len(years)} lần (năm {', '.join(map(str, years))})" if years else "chưa có lần nào"
    said = f"{_short_names(condition.of_awards, law)}{when}: {found}, cần {condition.times} lần."
    met = len(years) >= condition.times
    if met or not condition.during or len(given) < condition.times:
        return Measured(met, said)
    before = facts.year - span
    if facts.evaluation_in(before) is None:  # the run may go on to the earlier ones
        return Measured(None, f"{said} Chưa có kết quả đánh giá năm {before} nên chưa xét được các lần trước đó.")
    return Measured(False, said)


@measure.register
def _(condition: Initiatives, facts: SubjectFacts, law: Law) -> Measured:
    span = _span(facts, condition.years, condition.during)
    wanted = scope_rank(condition.scope) or 0
    found = [
        one
        for one in facts.initiatives
        if one.year in facts.last_years(span) and (scope_rank(one.scope) or 0) >= wanted
    ]
    when = f"năm {facts.year}" if span == 1 else f"từ năm {facts.year - span + 1} đến năm {facts.year}"
    said = f"Sáng kiến cấp {condition.scope} trở lên {when}: {len(found)}, cần ít nhất {condition.count}."
    return Measured(len(found) >= condition.count, said)


def _years_given(facts: SubjectFacts, awards: Collection[str], law: Law) -> list[int]:
    """The years, up to that of the nomination, in which one of the awards was given; one entry for each time."""
    wanted = [law.award(name) for name in awards]
    return [one.year for one in facts.awards if one.year <= facts.year and law.award(one.award) in wanted if wanted]


def _run(given: Collection[int], last: int, every: int) -> list[int]:
    run: list[int] = []
    while last in given:
        run.insert(0, last)
        last -= every
    return run


def _span(facts: SubjectFacts, years: int, during: Evaluation | None, or_in: Collection[int] = ()) -> int:
    """How many years back to look: ``years``, or the whole run of years evaluated so high when that is longer."""
    return max(years, facts.run_of(during, or_in)) if during and evaluation_rank(during) else years


def _people(facts: SubjectFacts, part: Part) -> int | None:
    found = facts.collective_in(facts.year)
    return getattr(found, part) if found else None


def _share_text(part: int, whole: int, wanted: Decimal, met: bool) -> str:
    """The percentage with as many decimals as show on which side of ``wanted`` it lies: 69,6%; never 70,0% for less."""
    exact = Decimal(part * 100) / Decimal(whole)
    decimals = next((digits for digits in range(1, 6) if (round(exact, digits) >= wanted) == met), 6)
    return f"{decimal_text(round(exact, decimals))}%"


def _short_names(names: Collection[str], law: Law) -> str:
    found = [(name, law.award(name)) for name in names]
    return " hoặc ".join(award.short if award else name for name, award in found)


def _all(answers: Collection[bool | None]) -> bool | None:
    """False when one is false, else None when one is missing."""
    return False if False in answers else None if None in answers else True


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
