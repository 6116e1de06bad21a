"""What the rules say to nominations: computed whenever they are looked at, never stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...domain.awards import SubjectKind
from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.papers.award_wording import is_certificate
from ...domain.rules.authority import Authority, decider
from ...domain.rules.bonus import Bonus, bonus
from ...domain.rules.conditions import Count, Part, Share
from ...domain.rules.eligibility import ConditionAnswer, Verdict, judge
from ...domain.rules.facts import SubjectFacts
from ...domain.rules.packs import Law
from ...domain.vietnamese import one_line
from ...storage import records
from ...storage.records import Row
from ..wording import shortened
from ..workspace import Workspace, told
from .award_facts import Known, YearBook
from .award_settings import settings
from .nomination_fitting import KIND, refuse_chosen_twice, refuse_decided
from .rounds import RoundSummary, round_summary
from .rule_corrections import law
from .subjects import Subjects

_COUNTED_NOTE = " Số này đếm từ đề nghị và khen thưởng trong năm vì chưa nhập kết quả năm của tập thể."


@dataclass(frozen=True, slots=True)
class NominationVerdict:
    """A nomination before the rules.

    ``authority`` and ``bonus`` are those of the day of its decision, of the tờ trình or of today while there is none;
    ``decision`` is the number and day it was given by, "" while it was not. ``link`` says why the subject has no row in
    the directory, so that nothing is known of it; "" when it has one or needs none. ``is_certificate`` is for a Giấy
    khen that the office prints itself.
    """

    nomination_id: int
    verdict: Verdict
    authority: Authority
    bonus: Bonus
    facts: SubjectFacts
    decision: str = ""
    link: str = ""
    is_certificate: bool = False


def verdicts(workspace: Workspace, round_id: int) -> tuple[NominationVerdict, ...]:
    """Every nomination of a round before the rules, in the round's order."""
    rows = records.page(workspace.file, KIND, where={"round_id": round_id})
    return tuple(_Bench(workspace, round_summary(workspace, round_id), rows).judged())


def verdict(workspace: Workspace, nomination_id: int) -> NominationVerdict:
    """One nomination before the rules; ``RecordGone`` when it is not there."""
    row = records.get(workspace.file, KIND, nomination_id)
    return next(_Bench(workspace, round_summary(workspace, int(row["round_id"] or 0)), [row]).judged())


def answer(workspace: Workspace, nomination_id: int, rule: str, said: bool | None) -> Changes:
    """Stores the clerk's answer to a question of the rules; None takes it back."""
    return answer_all(workspace, [nomination_id], rule, said)


def answer_all(workspace: Workspace, ids: Sequence[int], rule: str, said: bool | None) -> Changes:
    """Stores one answer to a question of the rules for several nominations, in one act; None takes answers back."""
    file = workspace.file
    rows = {row["id"]: row for row in records.among(file, KIND, "id", ids)}
    answers = records.among(file, "nomination_answers", "nomination_id", rows)
    stored = {row["nomination_id"]: int(row["id"] or 0) for row in answers if row["rule"] == rule}
    names = [str(row["subject"]) for row in rows.values()]
    whose = f"“{shortened(names[0])}”" if len(names) == 1 else f"{len(names)} đề nghị"
    with file.act(f"Trả lời điều kiện xét của {whose}") as act:
        if said is None:
            records.delete(file, "nomination_answers", list(stored.values()))
        for row_id in rows if said is not None else ():
            if row_id in stored:
                records.update(file, "nomination_answers", stored[row_id], {"answer": int(bool(said))})
            else:
                row: records.Row = {"nomination_id": row_id, "rule": rule, "answer": int(bool(said))}
                records.insert(file, "nomination_answers", row)
    return told(act.changes, ids[0] if len(ids) == 1 else None)


def choose(workspace: Workspace, ids: Sequence[int], state: str, reason: str = "") -> Changes:
    """Gives nominations of one round the Council's result (one of ``NOMINATION_STATES``), in one act.

    ``reason`` "" leaves the reason that stands there. Raises :class:`BadInput` when one is chosen that does not meet
    the rules and has no reason, or a title that another round of the year has chosen for the subject already.
    """
    file, reason = workspace.file, one_line(reason)
    rows = records.among(file, KIND, "id", ids)
    refuse_decided(workspace, rows)
    if state == "được chọn" and rows:
        refuse_chosen_twice(workspace, int(rows[0]["round_id"] or 0), rows)
        _refuse_unreasoned(workspace, rows, reason)
    with file.act(f"Kết quả xét: {state} ({len(rows)} đề nghị)") as act:
        for row in rows:
            changed: records.Row = {"state": state, "reason": reason or row["reason"]}
            if any(row[key] != value for key, value in changed.items()):
                records.update(file, KIND, int(row["id"] or 0), changed)
    return told(act.changes)


def _refuse_unreasoned(workspace: Workspace, rows: Sequence[Row], reason: str) -> None:
    silent = [row for row in rows if not (reason or str(row["reason"]).strip())]
    bench = _Bench(workspace, round_summary(workspace, int(rows[0]["round_id"] or 0)), silent)
    for row, found in zip(silent, bench.judged(), strict=True):
        if found.verdict.answer == "chưa đạt":
            raise BadInput(
                f"“{shortened(str(row['subject']))}” chưa đạt điều kiện tặng {row['award']} mà chưa ghi lý do vẫn "
                "chọn; chưa chọn đề nghị nào.",
                "Ghi lý do (ví dụ kết luận của Hội đồng), hoặc bỏ đề nghị đó ra.",
            )


class _Bench:
    """Nominations of one round with all that is needed to judge them, read once."""

    def __init__(self, workspace: Workspace, found: RoundSummary, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._law = law(workspace)
        self._settings = settings(workspace).rules
        today = workspace.today().isoformat()
        self._day = found.day(today)
        self._deciding = found.deciding_day(today)
        self._book = YearBook(workspace, found.year, rows)
        self._subjects = Subjects(workspace)
        given = records.among(workspace.file, "awards", "nomination_id", [row["id"] for row in rows])
        self._given = {row["nomination_id"]: row for row in given}
        self._authorities: dict[tuple[str, str], Authority] = {}
        self._bonuses: dict[tuple[str, str, str], Bonus] = {}

    def judged(self) -> Iterator[NominationVerdict]:
        for row in self._rows:
            yield self._judged(row)

    def _judged(self, row: Row) -> NominationVerdict:
        known = self._book.known(row)
        award, given = str(row["award"]), self._given.get(row["id"])
        decided_on = str(given["decided_on"] or self._deciding) if given else self._deciding
        found = judge(self._law, known.facts, award, self._day, self._settings, decided_on)
        money = self._bonus(award, known.facts.subject_kind, decided_on)
        if given and given["bonus"] is not None:
            money = replace(money, amount=int(given["bonus"]))
        return NominationVerdict(
            int(row["id"] or 0),
            self._noted(found, known),
            self._authority(award, decided_on),
            money,
            known.facts,
            _decision(given) if given else "",
            "" if row["person_id"] else self._link(row),
            is_certificate(self._law.award(award)),
        )

    def _link(self, row: Row) -> str:
        if row["subject_kind"] == "tập thể" and row["organisation_id"]:
            return ""
        return self._subjects.link(str(row["subject_kind"]), str(row["subject"]), row["organisation_id"]).said

    def _authority(self, award: str, day: str) -> Authority:
        if (award, day) not in self._authorities:
            self._authorities[award, day] = decider(self._law, award, day)
        return self._authorities[award, day]

    def _bonus(self, award: str, kind: SubjectKind, day: str) -> Bonus:
        if (award, kind, day) not in self._bonuses:
            self._bonuses[award, kind, day] = bonus(self._law, award, kind, day)
        return self._bonuses[award, kind, day]

    def _noted(self, found: Verdict, known: Known) -> Verdict:
        """The verdict with a remark at every figure that the program counted itself."""
        if not known.counted:
            return found
        return replace(found, lines=tuple(self._remarked(line, known) for line in found.lines))

    def _remarked(self, line: ConditionAnswer, known: Known) -> ConditionAnswer:
        parts = tuple(self._remarked(part, known) for part in line.parts)
        is_counted = self._part_of.get(line.key) in known.counted and line.answer != "thiếu dữ liệu"
        note = _COUNTED_NOTE if is_counted else ""
        return replace(line, figures=f"{line.figures}{note}", parts=parts)

    @cached_property
    def _part_of(self) -> dict[str, Part]:
        """The part of a collective's people that a rule of the law counts, by its key."""
        return parts_counted(self._law)


def parts_counted(rules: Law) -> dict[str, Part]:
    """The part of a collective's people that each rule counts, by the rule's key."""
    conditions = (row for pack in rules.packs for row in pack.conditions)
    return {row.key: row.part for row in conditions if isinstance(row, Share | Count)}


def _decision(given: Row) -> str:
    return str(given["decision_number"] or "") or "đã tặng"
