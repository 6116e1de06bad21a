"""Ceilings on the number of nominees, and the votes of the Council: settled by the province, so they mostly warn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from .eligibility import Answer, ConditionAnswer, RuleSettings
from .packs import Law
from .row_types import CeilingRow, Row, VotesOf, VotesRow, decimal_text

_ROUNDED = {"xuống": ROUND_FLOOR, "lên": ROUND_CEILING, "gần nhất": ROUND_HALF_UP}
_BY_OFFICE = "Quy chế thi đua, khen thưởng của tỉnh"


@dataclass(frozen=True, slots=True)
class VoteRule:
    """How many votes an award needs: ``percent`` of ``of``, above it when ``more_than``; ``secret`` is the ballot."""

    percent: Decimal
    of: VotesOf
    more_than: bool
    secret: bool
    words: str
    article: str
    source: str
    mark: str
    office: bool


def judge_ceiling(
    law: Law, award: str, day: str, proposed: int, among: int, settings: RuleSettings | None = None
) -> ConditionAnswer | None:
    """Whether ``proposed`` nominees keep below the ceiling of ``among`` people; None when the award has none.

    ``among`` counts those given what the ceiling is a share of (LĐTT for CSTĐ cơ sở).
    """
    settings = settings or RuleSettings()
    row = _ceiling(law, award, day)
    if row is None:
        return None
    percent = row.percent if settings.ceiling_percent is None else settings.ceiling_percent
    office = row.own_value or settings.ceiling_percent is not None
    allowed = (percent * among / 100).to_integral_value(_ROUNDED[settings.ceiling_rounding])
    shorts = " hoặc ".join(entry.short for name in row.of if (entry := law.award(name)))
    entry = law.award(award)
    said = (
        f"{entry.short if entry else award}: đề nghị {proposed} người trên {among} người đạt {shorts}; "
        f"{decimal_text(percent)}% của {among} là {decimal_text(percent * among / 100)}, tức không quá {allowed} người."
    )
    question = f"Không quá {decimal_text(percent)}% số người đạt {shorts}"
    return _answered(row, question, proposed <= allowed, office, said)


def vote_rule(law: Law, award: str, day: str, settings: RuleSettings | None = None) -> VoteRule | None:
    """The threshold for the award on that day; None when neither the rules nor the office have one."""
    settings = settings or RuleSettings()
    row = _votes(law, award, day)
    if row is None:
        return None
    of = settings.votes_of or row.of
    if settings.votes_percent is None:
        percent, more_than, office = row.percent, row.more_than, row.own_value or settings.votes_of is not None
    else:
        percent, more_than, office = settings.votes_percent, False, True
    words = f"{'trên' if more_than else 'từ'} {decimal_text(percent)}% {of}{', bỏ phiếu kín' if row.secret else ''}"
    source = _BY_OFFICE if office and not row.own_value else row.source
    return VoteRule(percent, of, more_than, row.secret, words, row.article, source, row.mark, office)


def judge_votes(
    law: Law, award: str, day: str, agreed: int, present: int, members: int, settings: RuleSettings | None = None
) -> ConditionAnswer | None:
    """Whether ``agreed`` votes are enough, of ``present`` who came among ``members``; None when there is no rule."""
    rule = vote_rule(law, award, day, settings)
    row = _votes(law, award, day)
    if rule is None or row is None:
        return None
    whole = members if rule.of == "tổng số thành viên" else present
    votes = Decimal(agreed * 100)
    met = votes > rule.percent * whole if rule.more_than else votes >= rule.percent * whole
    said = f"{agreed}/{whole} phiếu đồng ý, cần {rule.words}."
    return _answered(row, "Đủ phiếu đồng ý của Hội đồng", met and whole > 0, rule.office, said)


def _answered(row: Row, question: str, met: bool, office: bool, said: str) -> ConditionAnswer:
    answer: Answer = "đạt" if met else "chưa đạt" if office or row.is_checked else "lưu ý"
    source = _BY_OFFICE if office and not row.own_value else row.source
    return ConditionAnswer(row.key, question, answer, said, row.article, source, row.mark, office, row.note)


def _ceiling(law: Law, award: str, day: str) -> CeilingRow | None:
    entry = law.award(award)
    return next((row for row in law.pack_on(day).ceilings if entry and entry.name in row.awards), None)


def _votes(law: Law, award: str, day: str) -> VotesRow | None:
    entry = law.award(award)
    return next((row for row in law.pack_on(day).votes if entry and entry.name in row.awards), None)
