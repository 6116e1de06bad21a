"""Whether a nominee meets what the law asks for an award: each condition with its answer, figures and article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..legal_acts import UNCHECKED_MARK
from .conditions import Condition, Confirmed, Meets, OneOf, Registered
from .facts import SubjectFacts
from .measuring import measure
from .packs import Law, RulePack
from .row_types import VotesOf

Answer = Literal["đạt", "lưu ý", "thiếu dữ liệu", "chưa đạt"]
Rounding = Literal["xuống", "lên", "gần nhất"]
_WORSE: dict[Answer, int] = {"đạt": 0, "lưu ý": 1, "thiếu dữ liệu": 2, "chưa đạt": 3}


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """What the province's regulation (quy chế) settles for this office; None = the pack's own row, which only warns.

    A ceiling or a threshold set here is the office's own, and passing it is a refusal; rounding belongs to ceilings
    alone.
    """

    registration_required: bool = False
    ceiling_percent: Decimal | None = None
    ceiling_rounding: Rounding = "xuống"
    votes_percent: Decimal | None = None
    votes_of: VotesOf | None = None


@dataclass(frozen=True, slots=True)
class ConditionAnswer:
    """One condition of an award and its answer.

    ``figures`` is a Vietnamese sentence with the figures used. ``parts`` are the conditions behind it: those of a
    title whose standard is asked for, or the routes of which one is enough. ``is_question`` when only the clerk can
    answer it, by yes or no under its ``key``.
    """

    key: str
    question: str
    answer: Answer
    figures: str
    article: str
    source: str
    mark: str
    office: bool = False
    note: str = ""
    parts: tuple[ConditionAnswer, ...] = ()
    is_question: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to a nomination: the worst of its lines. ``pack`` is the id of the rules it was judged by."""

    award: str
    answer: Answer
    lines: tuple[ConditionAnswer, ...]
    pack: str


def judge(
    law: Law,
    facts: SubjectFacts,
    award: str,
    day: str,
    settings: RuleSettings | None = None,
    decided_on: str | None = None,
) -> Verdict:
    """Judge a nomination for ``award`` whose dossier was received on ``day`` (ISO).

    When the award is decided (``decided_on``) under a later pack that also holds for earlier dossiers if it is more
    favourable, the better of the two verdicts counts.
    """
    settings = settings or RuleSettings()
    pack = law.pack_on(day)
    verdict = _judged(law, pack, facts, award, settings)
    later = law.pack_on(decided_on) if decided_on else pack
    if later.since > pack.since and later.transition:
        newer = _judged(law, later, facts, award, settings)
        if _WORSE[newer.answer] < _WORSE[verdict.answer]:
            return newer
    return verdict


def worst(answers: Iterable[Answer]) -> Answer:
    """The worst of the answers: chưa đạt > thiếu dữ liệu > lưu ý > đạt; đạt when there are none."""
    return max(answers, key=_WORSE.__getitem__, default="đạt")


def _judged(law: Law, pack: RulePack, facts: SubjectFacts, award: str, settings: RuleSettings) -> Verdict:
    entry = law.award(award)
    lines: tuple[ConditionAnswer, ...]
    if entry is None:
        lines = (_remark("lưu ý", f"Chương trình chưa có quy định nào về “{award}”."),)
    elif facts.subject_kind not in entry.subjects:
        only = ", ".join(entry.subjects)
        said = f"{entry.written} chỉ tặng cho {only}."
        lines = (ConditionAnswer("", "Đúng đối tượng", "chưa đạt", said, entry.article, entry.source, entry.mark),)
    else:
        lines = _Judge(law, pack, facts, settings).lines(entry.name)
        if not lines:
            said = f"Chưa có điều kiện nào về {entry.written} trong bộ quy định “{pack.name}”."
            lines = (_remark("lưu ý", said),)
    return Verdict(entry.name if entry else award, worst(line.answer for line in lines), lines, pack.id)


def _remark(answer: Answer, said: str) -> ConditionAnswer:
    return ConditionAnswer("", "Điều kiện xét", answer, said, "", "", UNCHECKED_MARK)


@dataclass(frozen=True, slots=True)
class _Judge:
    """One nominee before the rules of one pack."""

    law: Law
    pack: RulePack
    facts: SubjectFacts
    settings: RuleSettings

    def lines(self, award: str) -> tuple[ConditionAnswer, ...]:
        """The answers to the conditions of the award (the catalogue's name), in the order of the pack."""
        kind = self.facts.subject_kind
        return tuple(
            self._line(condition)
            for condition in self.pack.conditions
            if not condition.of and award in condition.awards and kind in condition.subjects
        )

    def _line(self, condition: Condition) -> ConditionAnswer:
        if isinstance(condition, Meets):
            parts = self.lines(condition.standard_of)
            return _told(condition, worst(part.answer for part in parts), _summary(parts), parts)
        if isinstance(condition, OneOf):
            return self._one_of(condition)
        measured = measure(condition, self.facts, self.law)
        return _told(condition, self._answer(condition, measured.met), measured.figures)

    def _answer(self, condition: Condition, met: bool | None) -> Answer:
        if met:
            return "đạt"
        if isinstance(condition, Registered):
            if not self.settings.registration_required:
                return "lưu ý"
            return "thiếu dữ liệu" if met is None else "chưa đạt"
        if met is None:
            return "thiếu dữ liệu"
        return "chưa đạt" if condition.blocks else "lưu ý"

    def _one_of(self, condition: OneOf) -> ConditionAnswer:
        """The best route counts: the first, which is the usual one, and those whose questions are all answered."""
        routes: dict[str, list[Condition]] = {}
        for row in self.pack.conditions:
            if row.of == condition.key:
                routes.setdefault(row.route, []).append(row)
        parts = [self._route(condition, rows) for rows in routes.values()]
        is_open = [self._is_open(rows) for rows in routes.values()]
        tried = parts[:1] + [part for part, untried in zip(parts[1:], is_open[1:], strict=True) if not untried]
        best = min(tried, key=lambda route: _WORSE[route.answer])
        said = f"{best.question}: {best.figures}"
        if best.answer != "đạt" and len(tried) < len(routes):
            said += " Trường hợp khác chưa trả lời; nếu đúng thì chọn “Có”."
        return _told(condition, best.answer, said, tuple(parts))

    def _is_open(self, rows: Sequence[Condition]) -> bool:
        """Whether the route rests on a question that nobody has answered."""
        return any(isinstance(row, Confirmed) and row.key not in self.facts.confirmed for row in rows)

    def _route(self, condition: OneOf, rows: Sequence[Condition]) -> ConditionAnswer:
        parts = tuple(self._line(row) for row in rows)
        if len(parts) == 1:
            return parts[0]
        first = rows[0]
        return ConditionAnswer(
            f"{condition.key}/{first.route}",
            first.route,
            worst(part.answer for part in parts),
            _summary(parts),
            first.article,
            first.source,
            first.mark if all(row.is_checked for row in rows) else UNCHECKED_MARK,
            parts=parts,
        )


def _told(
    condition: Condition, answer: Answer, figures: str, parts: tuple[ConditionAnswer, ...] = ()
) -> ConditionAnswer:
    return ConditionAnswer(
        condition.key,
        condition.asked,
        answer,
        figures,
        condition.article,
        condition.source,
        condition.mark,
        condition.own_value,
        condition.note,
        parts,
        isinstance(condition, Confirmed),
    )


def _summary(parts: Sequence[ConditionAnswer]) -> str:
    """The figures of what is not met, or of everything when all is met."""
    short = [part.figures for part in parts if part.answer != "đạt"] or [part.figures for part in parts]
    return " ".join(short)
