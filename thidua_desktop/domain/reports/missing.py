"""What a report still lacks, and where the clerk fills it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..destinations import AWARDS, DIRECTORY, PLANS, REGISTRATION, Destination
from ..plan.task_standing import tally_tasks
from .award_statistics import PERSON
from .year import ReportFacts, tally

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: ``text`` says what, ``advice`` what it changes, ``goes_to`` where it is filled in."""

    text: str
    advice: str
    goes_to: Destination


def missing(facts: ReportFacts) -> tuple[Missing, ...]:
    """Everything the report would say if it were known, in the order of its parts."""
    return tuple(
        one for find in (_office, _plan, _phases, _registered, _targets, _commitments, _awards) for one in find(facts)
    )


def _office(facts: ReportFacts) -> Iterator[Missing]:
    if facts.office is None:
        yield Missing("Chưa có thông tin cơ quan", "Đầu báo cáo chưa có tên cơ quan.", Destination(DIRECTORY, "office"))
    if facts.signer is None:
        yield Missing(
            "Chưa biết ai ký báo cáo", "Thêm Chủ tịch vào danh mục Người ký.", Destination(DIRECTORY, "signers")
        )


def _plan(facts: ReportFacts) -> Iterator[Missing]:
    plan = facts.plan
    if plan is None:
        yield Missing(
            f"Chưa có kế hoạch năm {facts.year}",
            "Phần I, III, IV của báo cáo lấy từ kế hoạch.",
            Destination(PLANS, "plans", year=facts.year),
        )
        return
    here = Destination(PLANS, "plans", plan.id, facts.year)
    if plan.number is None or not (plan.date.day and plan.date.month):
        yield Missing("Kế hoạch chưa có số hoặc ngày ban hành", "Báo cáo dẫn kế hoạch theo số và ngày.", here)
    if not plan.targets:
        yield Missing(
            "Kế hoạch chưa có chỉ tiêu nào",
            "Bảng chỉ tiêu của báo cáo còn trống.",
            Destination(PLANS, "plan_targets", year=facts.year),
        )
    tasks = tally_tasks(plan.tasks, facts.today)
    if tasks.total and not (tasks.done or tasks.late):
        yield Missing(
            f"Chưa đánh dấu việc nào đã xong trong {tasks.total} việc của kế hoạch",
            "Báo cáo chỉ nêu số việc đã hoàn thành và việc còn lại khi có việc được đánh dấu.",
            Destination(PLANS, "plan_tasks", year=facts.year),
        )


def _phases(facts: ReportFacts) -> Iterator[Missing]:
    if facts.plan is not None and not facts.phases:
        yield Missing(
            "Kế hoạch chưa chia đợt",
            "Kết quả được ghi theo đợt; thêm đợt rồi mới ghi được kết quả.",
            Destination(REGISTRATION, "target_results", year=facts.year),
        )


def _registered(facts: ReportFacts) -> Iterator[Missing]:
    here = Destination(REGISTRATION, "registrations", year=facts.year)
    if not facts.registered:
        yield Missing("Chưa có đơn vị nào trong danh sách đăng ký", "Phần II của báo cáo còn để trống.", here)
        return
    waiting = [one.organisation for one in facts.registered if not one.received_on]
    if waiting:
        yield Missing(f"{len(waiting)} đơn vị chưa gửi bản đăng ký", _named(waiting), here)


def _targets(facts: ReportFacts) -> Iterator[Missing]:
    unreported = tally(facts.targets).unreported
    if unreported and facts.phases:
        yield Missing(
            f"{len(unreported)} chỉ tiêu chưa có số liệu",
            _named([line.short_name for line in unreported]),
            Destination(REGISTRATION, "target_results", year=facts.year),
        )


def _commitments(facts: ReportFacts) -> Iterator[Missing]:
    silent = [one for one in facts.registered if one.missing]
    if silent and facts.phases:
        yield Missing(
            f"{len(silent)} đơn vị chưa báo cáo đủ kết quả cam kết",
            _named([one.organisation for one in silent]),
            Destination(REGISTRATION, "commitment_results", silent[0].organisation_id, facts.year),
        )


def _awards(facts: ReportFacts) -> Iterator[Missing]:
    given = [award for group in facts.awards for award in group.awards]
    here = Destination(AWARDS, "awards", year=facts.year)
    if not given:
        yield Missing(f"Chưa có khen thưởng nào của năm {facts.year}", "Phần V của báo cáo còn để trống.", here)
        return
    undecided = [award.subject for award in given if not award.decision_number or not award.decided_on]
    if undecided:
        yield Missing(f"{len(undecided)} khen thưởng chưa ghi số hoặc ngày quyết định", _named(undecided), here)
    unclassed = [award.subject for award in given if award.subject_kind == PERSON and not award.person_class]
    if unclassed:
        yield Missing(
            f"{len(unclassed)} cá nhân được khen chưa ghi đối tượng",
            f"Thống kê xếp vào cột “Chưa ghi”: {_named(unclassed)}",
            here,
        )
    unpaid = [award.subject for award in given if award.lacks_bonus]
    if unpaid:
        yield Missing(
            f"{len(unpaid)} khen thưởng chưa ghi tiền thưởng",
            f"Tổng số tiền thưởng chưa kể: {_named(unpaid)}",
            here,
        )


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return "; ".join(names[:_MOST_NAMED]) + (f"; và {more} nữa." if more > 0 else ".")
