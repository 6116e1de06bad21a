"""The first page: a year at one look, every line with the way to its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from ...domain.chasing.deadlines import PLEDGE, REPORT
from ...domain.chasing.owed import Owed
from ...domain.chasing.sent_papers import PROGRESS
from ...domain.destinations import AWARDS, PLANS, REGISTRATION, REPORTS, Destination
from ...domain.figures.values import given_by
from ...domain.plan.states import CALLED, DRAFT, ISSUED
from ...domain.registration.commitments import Standing
from ...domain.registration.results import shown_percent
from ...domain.reports.overview import Line, Overview, Stage, Step, spoken_distance
from ...domain.vietnamese import in_sentence
from ...storage import records
from ..awards.rounds import RoundSummary, round_summaries
from ..chasing.owed import owed, to_enter
from ..plan import plans
from ..registration import registrations
from ..registration.result_sheets import ResultRow, ResultSheet, both_sheets
from ..wording import shortened
from ..workspace import Workspace
from .overview_due import due_lines

_JUDGED = 300
"""Nominations of a round that are judged for the first page."""

_SHORT = ("quá hạn", "chưa đạt")


def overview(workspace: Workspace, year: int, *, with_rules: bool = True) -> Overview:
    """Where the year stands; nothing is changed.

    ``with_rules`` False leaves out what the law has to be read for, so that the window is there sooner.
    """
    targets, commitments = both_sheets(workspace, year)
    standings = registrations.standing(workspace, year)
    rounds = round_summaries(workspace, year)
    waiting = owed(workspace, year, standings=standings, sheet=commitments)
    return Overview(
        year,
        workspace.today().isoformat(),
        bool(targets.plans),
        (
            _plan_step(workspace, year, targets),
            _registration_step(standings, waiting, bool(targets.plans)),
            _awards_step(rounds),
            _report_step(targets),
        ),
        (
            *_to_enter(to_enter(workspace, year, standings=standings, sheet=commitments)),
            *due_lines(workspace, year, (targets, commitments), rounds, with_rules=with_rules),
        ),
        tuple(_waiting(waiting, workspace.today())),
        tuple(_short(targets)),
        tuple(line for held in rounds for line in _of_round(workspace, held, with_rules=with_rules)),
    )


def _plan_step(workspace: Workspace, year: int, targets: ResultSheet) -> Step:
    plan = plans.plan_of_year(workspace, year)
    if plan is None:
        return Step("Kế hoạch", "chưa bắt đầu", f"Chưa có kế hoạch năm {year}", "Lập kế hoạch", Destination(PLANS))
    head = records.get(workspace.file, "plans", plan.id)
    counted = len({(row.plan_id, row.owner_id) for row in targets.rows})
    count = len(plans.counting_plans(workspace, year))
    more = f"{count} kế hoạch, " if count > 1 else ""
    is_out = plan.state == ISSUED or (head["number"] is not None and head["day"] is not None)
    words = f"{more}{counted} chỉ tiêu, {plan.phases} đợt"
    left = "chưa ghi số, ngày ban hành" if plan.state == DRAFT else f"đang ở bước {CALLED[plan.state].lower()}"
    return Step(
        "Kế hoạch",
        "xong" if is_out else "đang làm",
        words if is_out else f"{words}; {left}",
        "Mở kế hoạch",
        Destination(PLANS, "plans", plan.id),
    )


def _registration_step(standings: Sequence[Standing], waiting: Sequence[Owed], has_plan: bool) -> Step:
    listed = [one for one in standings if one.registration_id is not None]
    where = Destination(REGISTRATION)
    if not listed:
        words = "Chưa có đơn vị nào trong danh sách đăng ký"
        act = "Lấy đơn vị từ kế hoạch" if has_plan else "Mở đăng ký"
        return Step("Đăng ký – Giao ước", "chưa bắt đầu", words, act, where)
    received = sum(one.received_on is not None for one in listed)
    unsigned = sum(one.about == PLEDGE for one in waiting)
    more = f"{unsigned} chưa ký giao ước" if unsigned else f"{sum(one.titles for one in listed)} danh hiệu"
    words = f"{received}/{len(listed)} đơn vị đã nộp, {more}"
    return Step("Đăng ký – Giao ước", _so_far(received - unsigned, len(listed)), words, "Mở đăng ký", where)


def _awards_step(rounds: Sequence[RoundSummary]) -> Step:
    if not rounds:
        words = "Chưa có đợt xét nào"
        return Step("Khen thưởng", "chưa bắt đầu", words, "Mở đợt xét", Destination(AWARDS, "rounds"))
    nominated, decided = sum(held.nominations for held in rounds), sum(held.decided for held in rounds)
    words = f"{len(rounds)} đợt xét, {nominated} đề nghị, {decided} đã có quyết định"
    is_done = nominated and not any(_waiting_for_council(held) or held.undecided for held in rounds)
    stage: Stage = "xong" if is_done else "đang làm"
    return Step("Khen thưởng", stage, words, "Xem đợt xét", Destination(AWARDS, "rounds", rounds[-1].id))


def _report_step(targets: ResultSheet) -> Step:
    rows = [row for row in targets.rows if not row.composite]
    reported = sum(row.achieved is not None for row in rows)
    if not rows:
        words = "Chưa có chỉ tiêu nào để báo cáo"
        return Step("Báo cáo", "chưa bắt đầu", words, "Xem báo cáo", Destination(REPORTS))
    words = f"{reported}/{len(rows)} số liệu chỉ tiêu đã có kết quả"
    stage: Stage = _so_far(reported, len(rows)) if reported else "chưa bắt đầu"
    return Step("Báo cáo", stage, words, "Xem báo cáo", Destination(REPORTS))


def _so_far(done: int, of: int) -> Stage:
    return "xong" if done == of else "đang làm"


def _waiting(found: Sequence[Owed], today: date) -> Iterator[Line]:
    """Who has not handed in, signed or reported what, what is longest overdue first."""
    for one in found:
        kind = "commitment_results" if one.about == REPORT else "organisations"
        where = Destination(REGISTRATION, kind, one.organisation_id)
        late = one.is_late(today)
        when = spoken_distance(-(one.days_late(today) or 0)) if late else ""
        yield Line(one.organisation, one.full_words, where, one.deadline, when, late)


def _to_enter(found: Sequence[Owed]) -> Iterator[Line]:
    """What came in and is to be typed in by the clerk, phase by phase; it leads to the first of the papers."""
    by_phase: dict[str, list[Owed]] = {}
    for one in found:
        by_phase.setdefault(one.phase, []).append(one)
    for phase, own in by_phase.items():
        where = Destination(REGISTRATION, f"sent_papers/{PROGRESS}/{own[0].phase_id}", own[0].registration_id or 0)
        names = ", ".join(shortened(one.organisation) for one in own)
        yield Line(f"Nhập số liệu phiếu kết quả {in_sentence(phase)}", f"đã nộp, chưa nhập: {names}", where)


def _short(targets: ResultSheet) -> Iterator[Line]:
    """Targets below their figure: those whose report is overdue first, then the farthest from it."""
    short = [row for row in targets.rows if row.status in _SHORT and not row.composite]
    for row in sorted(short, key=lambda row: (row.status != "quá hạn", row.percent or 0.0)):
        where = Destination(REGISTRATION, "target_results", row.owner_id)
        yield Line(row.name, _shortfall(row), where, when=_how_far(row), is_late=row.status == "quá hạn")


def _shortfall(row: ResultRow) -> str:
    planned = f"{given_by(row.assigned_by) or 'kế hoạch'} {row.planned_text}" if row.planned_text else ""
    achieved = f"đạt {row.achieved_text}" if row.achieved_text and row.planned_text else ""
    whose = f"phụ trách: {row.responsible}" if row.responsible else ""
    return ", ".join(part for part in (planned, achieved, whose) if part)


def _how_far(row: ResultRow) -> str:
    if row.achieved is None:
        return "quá hạn báo cáo"
    return shown_percent(row.percent) or row.status


def _waiting_for_council(held: RoundSummary) -> int:
    """How many nominations the Council has not answered."""
    return held.nominations - held.chosen - held.refused


def _of_round(workspace: Workspace, held: RoundSummary, *, with_rules: bool) -> Iterator[Line]:
    where = Destination(AWARDS, "rounds", held.id)
    if waiting := _waiting_for_council(held):
        yield Line(held.name, f"{waiting} đề nghị chưa xét", where)
        if with_rules:
            yield from (Line(held.name, words, where) for words in _judged(workspace, held))
    if held.undecided:
        yield Line(held.name, f"{held.undecided} đề nghị được chọn, chưa có quyết định", where)


def _judged(workspace: Workspace, held: RoundSummary) -> Iterator[str]:
    """What the rules say to a round that waits; a very long one is judged only where it is looked at."""
    if held.nominations > _JUDGED:
        return
    from ..awards import verdicts  # all the rules of the law, which the first paint does without

    found = verdicts.verdicts(workspace, held.id)
    answers = Counter(one.verdict.answer for one in found if not one.decision)
    for answer in ("thiếu dữ liệu", "chưa đạt"):
        if answers[answer]:
            yield f"{answers[answer]} đề nghị {answer}"
