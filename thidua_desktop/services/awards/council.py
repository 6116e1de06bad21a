"""What the Council's meeting says of a round: quorum, votes and ceilings, held against what the office has set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ...domain.rules.eligibility import ConditionAnswer
from ...domain.rules.packs import Law
from ...domain.rules.quota import VoteRule, judge_ceiling, judge_votes, vote_rule
from ...domain.vietnamese import format_number
from ...storage import records
from ...storage.records import Row
from ..workspace import Workspace
from .award_settings import AwardSettings, settings
from .nomination_fitting import KIND
from .rounds import round_summary
from .rule_corrections import law
from .titled_people import TitledPeople


@dataclass(frozen=True, slots=True)
class Council:
    """The meeting about a round. ``members`` and ``present`` are None where nobody has entered them.

    ``warnings`` are sentences about the meeting as a whole; ``votes`` what each nomination's votes amount to, for those
    that have some, by its id; ``needed`` the threshold of each award in the round, in words; ``ceilings`` those of its
    awards that have one. None of them blocks.
    """

    members: int | None
    present: int | None
    warnings: tuple[str, ...]
    votes: Mapping[int, ConditionAnswer]
    needed: Mapping[str, VoteRule]
    ceilings: tuple[ConditionAnswer, ...]


def council(workspace: Workspace, round_id: int) -> Council:
    """The Council's meeting about a round; ``RecordGone`` when the round is not there."""
    found = records.get(workspace.file, "rounds", round_id)
    rows = records.page(workspace.file, KIND, where={"round_id": round_id})
    summary = round_summary(workspace, round_id)
    day, rules, own = summary.day(workspace.today().isoformat()), law(workspace), settings(workspace)
    members, present = _number(found["council_members"]), _number(found["council_present"])
    awards = list(dict.fromkeys(str(row["award"]) for row in rows))
    needed = {award: rule for award in awards if (rule := vote_rule(rules, award, day, own.rules))}
    return Council(
        members,
        present,
        tuple(_warnings(rows, members, present, own.quorum)),
        _votes(rules, rows, day, members, present, own),
        needed,
        tuple(_ceilings(workspace, rules, awards, summary.year, day, own)),
    )


def _votes(
    rules: Law, rows: Sequence[Row], day: str, members: int | None, present: int | None, own: AwardSettings
) -> dict[int, ConditionAnswer]:
    """What the votes amount to; who came is taken for all when nobody has entered the members, and the other way."""
    whole, came = members or present, present or members
    if not whole or not came:
        return {}
    judged = {
        int(row["id"] or 0): judge_votes(rules, str(row["award"]), day, int(row["votes_for"]), came, whole, own.rules)
        for row in rows
        if row["votes_for"] is not None
    }
    return {row_id: found for row_id, found in judged.items() if found}


def _ceilings(
    workspace: Workspace, rules: Law, awards: Sequence[str], year: int, day: str, own: AwardSettings
) -> Iterable[ConditionAnswer]:
    people = TitledPeople(workspace, year)
    limits = {name: row.of for row in rules.pack_on(day).ceilings for name in row.awards}
    for award in awards:
        proposed, among = people.everywhere([award]), people.everywhere(limits.get(award, ()))
        found = judge_ceiling(rules, award, day, proposed, among, own.rules)
        if found:
            yield found


def _warnings(rows: Sequence[Row], members: int | None, present: int | None, quorum: Fraction) -> Iterable[str]:
    if members is None or present is None:
        if any(row["votes_for"] is not None for row in rows):
            yield "Đã có phiếu nhưng chưa ghi số thành viên Hội đồng và số có mặt."
        return
    if present > members:
        yield f"Số có mặt ({present}) lớn hơn số thành viên Hội đồng ({members})."
    elif present < quorum * members:
        share = f"{quorum.numerator}/{quorum.denominator}" if quorum.denominator < 10 else _percent(quorum)
        yield f"Có mặt {present}/{members} thành viên, chưa đủ {share} để họp."
    above = sum(1 for row in rows if int(row["votes_for"] or 0) > present)
    if above:
        yield f"Có {above} đề nghị ghi số phiếu nhiều hơn số người có mặt ({present})."


def _percent(part: Fraction) -> str:
    return f"{format_number(float(part * 100))}%"


def _number(value: object) -> int | None:
    return int(str(value)) if value is not None else None
