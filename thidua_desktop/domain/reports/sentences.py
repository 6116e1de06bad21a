"""What a report says of the year's figures, part by part, in whole sentences.

A figure that is not known is left out or left to the pen ("…"), never made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ..figures.values import given_by
from ..members.names import phase_of_year
from ..papers.award_wording import written_in_list
from ..papers.heads import number_symbol, office_issuer, short_date
from ..papers.target_rows import with_unit
from ..plan.plans import PartialDate, Plan, TargetValue
from ..plan.task_standing import tally_tasks, task_named, tasks_told
from ..registration.results import REACHED, shown_percent
from ..vietnamese import date_in_words, format_number
from .award_statistics import COLLECTIVE, HOUSEHOLD, LEADER, PERSON, AwardGroup, GivenAward, count_decisions, counted
from .year import Registered, ReportFacts, ResultLine, Tally, by_target, tally

GAP = "…"
_UNITS = "đơn vị"
MOST_NAMED = 12  # targets or organisations named in one sentence; the table names them all

Sentences = tuple[str, ...]


def sentences(facts: ReportFacts, part: str) -> Sentences:
    """The program's sentences of a part, one paragraph each; the part's own words are not among them."""
    return tuple(text for text in _MAKERS[part](facts) if text) if part in _MAKERS else ()


def issuer(facts: ReportFacts) -> str:
    """Who reports: the People's Committee as the plan or the office names it."""
    if facts.office is not None:
        return office_issuer(facts.office)
    return facts.plan.issuer if facts.plan else "Ủy ban nhân dân"


def period(facts: ReportFacts) -> str:
    """ "năm 2026", or up to where the report goes: "6 tháng đầu năm 2026", of another day "đợt 1 năm 2026"."""
    if facts.phase is None:
        return f"năm {facts.year}"
    if facts.phase.end == f"{facts.year}-06-30":
        return f"6 tháng đầu năm {facts.year}"
    return phase_of_year(facts.phase.name, f"năm {facts.year}")


def next_period(facts: ReportFacts) -> str:
    """What comes after the time reported on: the next year, or the rest of this one."""
    if facts.phase is None:
        return f"năm {facts.year + 1}"
    half = facts.phase.end == f"{facts.year}-06-30"
    return f"6 tháng cuối năm {facts.year}" if half else f"những tháng cuối năm {facts.year}"


def title(facts: ReportFacts) -> str:
    """The trích yếu of the report."""
    kind = "Tổng kết" if facts.phase is None else "Sơ kết"
    return (
        f"{kind} phong trào thi đua và công tác khen thưởng {period(facts)}, "
        f"phương hướng, nhiệm vụ {next_period(facts)}"
    )


def plan_reference(plan: Plan) -> str:
    """The plan as a sentence names it: "Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026 về phát động …"."""
    number = f"số {number_symbol(plan.number, plan.symbol)}" if plan.number is not None else ""
    whole = plan.date.day and plan.date.month and plan.date.year
    day = date_in_words(plan.date.day, plan.date.month, plan.date.year) if whole else ""
    kind, about = plan.named
    if about and (number or day) and not about.startswith(("về ", "v/v ")):
        about = f"về {about}"
    return " ".join(part for part in (kind, number, day, about) if part)


def _opening(facts: ReportFacts) -> Sentences:
    after = f"Thực hiện {plan_reference(facts.plan)}, " if facts.plan else ""
    said = f"{issuer(facts)} báo cáo kết quả phong trào thi đua và công tác khen thưởng {period(facts)}, "
    return (f"{after}{said}phương hướng, nhiệm vụ {next_period(facts)} như sau:",)


def _guidance(facts: ReportFacts) -> Sentences:
    plan = facts.plan
    if plan is None:
        return (f"{issuer(facts)} ban hành Kế hoạch số {GAP} về phát động phong trào thi đua năm {facts.year}.",)
    words = (plan.theme or "").strip('“”" .')
    theme = f", với chủ đề “{words}”" if words else ""
    issued = f"{issuer(facts)} ban hành {plan_reference(plan)}{theme}."
    return (issued, _movements(plan), _phases(plan), _tasks(facts))


def _movements(plan: Plan) -> str:
    if not plan.movements:
        return ""
    kinds = counted(movement.kind or "phong trào" for movement in plan.movements)
    how_many = ", ".join(f"{count} {kind}" for kind, count in kinds)
    bare = (movement.name.strip(' .;"') for movement in plan.movements)
    names = (name if "“" in name else f"“{name}”" for name in bare)
    return f"Các đơn vị hưởng ứng, triển khai {how_many}: {'; '.join(names)}."


def _phases(plan: Plan) -> str:
    phases = [
        f"{phase.name} (từ ngày {_in_figures(phase.start)} đến ngày {_in_figures(phase.end)})"
        for phase in plan.phases
        if phase.start and phase.end
    ]
    return f"Phong trào chia thành {len(phases)} đợt: {'; '.join(phases)}." if len(phases) > 1 else ""


def _in_figures(day: str) -> str:
    """A stored day as papers write it, "30/6/2026"."""
    year, month, on = (int(part) for part in day.split("-"))
    return short_date(PartialDate(on, month, year))


def _tasks(facts: ReportFacts) -> str:
    return tasks_told(facts.plan.tasks, _until(facts)) if facts.plan else ""


def _tasks_not_done(facts: ReportFacts) -> str:
    """The tasks that are not done, where any is marked as done; up to a phase only those that were due by its end."""
    found = tally_tasks(facts.plan.tasks if facts.plan else (), _until(facts))
    left = found.not_done if facts.phase is None else found.overdue
    if not (found.done or found.late) or not left:
        return ""
    return f"Còn {len(left)} việc của kế hoạch chưa hoàn thành: {_listed([task_named(one) for one in left], 'việc')}."


def _until(facts: ReportFacts) -> str:
    """The day up to which is reported: the end of the phase, no later than today."""
    end = facts.phase.end if facts.phase is not None and facts.phase.end else facts.today
    return min(end, facts.today)


def _registration(facts: ReportFacts) -> Sentences:
    if not facts.registered:
        return (f"Có {GAP} đơn vị gửi bản đăng ký thi đua năm {facts.year}.",)
    received = sum(1 for one in facts.registered if one.received_on)
    came = f"Có {received}/{len(facts.registered)} đơn vị gửi bản đăng ký thi đua năm {facts.year}."
    return (came, _titles(facts.registered), _promised(facts.commitments))


def _titles(registered: Sequence[Registered]) -> str:
    titles = [title for one in registered for title in one.titles]
    if not titles:
        return ""
    kinds = _by_kind(dict(counted(kind for kind, _ in titles)))
    named = _counts(counted(award for _, award in titles))
    return f"Các đơn vị đăng ký {len(titles)} lượt danh hiệu thi đua, hình thức khen thưởng ({kinds}): {named}."


def _promised(commitments: Sequence[ResultLine]) -> str:
    promised = [figures[0] for figures in by_target(commitments)]
    linked = sum(bool(line.target) for line in promised)
    tied = f", trong đó {linked} nội dung gắn với chỉ tiêu của kế hoạch" if linked else ""
    return f"Các đơn vị cam kết thực hiện {len(promised)} nội dung{tied}." if promised else ""


def _counts(counts: Iterable[tuple[str, int]]) -> str:
    """ "“Lao động tiên tiến”: 12; Giấy khen: 5"."""
    return "; ".join(f"{name}: {count}" for name, count in counts)


def _by_kind(kinds: Mapping[str, int]) -> str:
    """ "2 tập thể, 1 hộ gia đình, 30 cá nhân"; kinds that do not occur are left out."""
    return ", ".join(f"{kinds[kind]} {kind}" for kind in (COLLECTIVE, HOUSEHOLD, PERSON) if kinds.get(kind))


def _targets(facts: ReportFacts) -> Sentences:
    found = tally(facts.targets)
    if not found.total:
        return (f"Trong {GAP} chỉ tiêu của kế hoạch, có {GAP} chỉ tiêu đạt và vượt.",)
    well = len(found.exceeded) + len(found.reached)
    so_far = "Trong" if facts.phase is None else "So với kế hoạch cả năm, trong"
    share = f" Tỷ lệ chỉ tiêu đạt và vượt: {well}/{found.total} ({shown_percent(well / found.total * 100)})."
    of_plan = " của kế hoạch" if facts.phase is None else ""
    return (
        f"{so_far} {found.total} chỉ tiêu{of_plan} có {_standings(found)}." + (share if well or found.short else ""),
        _named("Các chỉ tiêu vượt", found.exceeded),
        _named("Các chỉ tiêu đạt", found.reached),
    )


def _standings(found: Tally) -> str:
    counts = (
        (len(found.exceeded), "vượt"),
        (len(found.reached), "đạt"),
        (len(found.short), "chưa đạt"),
        (len(found.unreported), "chưa có số liệu"),
    )
    return ", ".join(f"{count} chỉ tiêu {word}" for count, word in counts if count)


def _named(lead: str, lines: Sequence[ResultLine]) -> str:
    if not lines:
        return ""
    return f"{lead}: {_listed([_with_figures(line) for line in lines])}."


def _listed(names: Sequence[str], what: str = "chỉ tiêu") -> str:
    """The names, of many the first dozen and how many more of ``what``."""
    more = len(names) - MOST_NAMED
    return "; ".join(names[:MOST_NAMED]) + (f"; và {more} {what} khác" if more > 0 else "")


def _with_figures(line: ResultLine) -> str:
    """ "Trồng rừng mới (tỉnh giao 20 ha, thực hiện 13 ha, đạt 65%)"; without figures the name alone.

    Of a target that is short of what several levels gave, each is said.
    """
    said = "; ".join(figures for one in (line, *line.also) if (figures := _figures(one)))
    return f"{line.short_name} ({said})" if said else line.short_name


def _figures(line: ResultLine) -> str:
    """ "tỉnh giao 20 ha, thực hiện 13 ha, đạt 65%"; "" without figures.

    Of a figure that is not reached a rate of 100% is not said: 2% where the plan wants less than 2%.
    """
    if line.achieved is None or line.planned is None or line.planned.value is None:
        return ""
    down = line.planned.comparator == "giảm"
    achieved = f"{'giảm ' if down else ''}{with_unit(TargetValue(line.achieved, line.unit))}"
    well = line.status in REACHED
    rate = f", đạt {shown_percent(line.percent)}" if line.percent is not None and (well or line.percent < 100) else ""
    whose = given_by(line.assigned_by) or "kế hoạch"
    return f"{whose} {line.planned_text}, thực hiện {achieved}{rate}"


def _commitments(facts: ReportFacts) -> Sentences:
    found = tally(facts.commitments)
    if not found.total:
        return (f"Các đơn vị thực hiện {GAP} nội dung đã cam kết, trong đó {GAP} nội dung đạt và vượt.",)
    owners = len({line.organisation for line in facts.commitments})
    well = len(found.exceeded) + len(found.reached)
    counts = ((well, "đạt và vượt"), (len(found.short), "chưa đạt"), (len(found.unreported), "chưa có số liệu"))
    said = ", ".join(f"{count} nội dung {word}" for count, word in counts if count)
    return (f"{owners} đơn vị cam kết {found.total} nội dung; đến nay {said}.", _whole(facts.commitments))


def _whole(lines: Sequence[ResultLine]) -> str:
    """The organisations that reached all they promised."""
    owners: dict[str, list[ResultLine]] = {}
    for line in lines:
        owners.setdefault(line.organisation, []).append(line)
    whole = [name for name, own in owners.items() if all(line.status in REACHED for line in own)]
    return f"Đơn vị hoàn thành tất cả nội dung cam kết: {_listed(whole, _UNITS)}." if whole else ""


def _awards(facts: ReportFacts) -> Sentences:
    given = [award for group in facts.awards for award in group.awards]
    if not given:
        return (f"Trong {period(facts)} có {GAP} lượt tập thể, hộ gia đình, cá nhân được khen thưởng.",)
    decisions = count_decisions(given)
    by = f" theo {decisions} quyết định" if decisions else ""
    kinds = _by_kind(dict(counted(award.subject_kind for award in given)))
    return (
        f"Trong {period(facts)} có {len(given)} lượt khen thưởng{by}: {kinds}{_people(given)}.",
        *(_of_kind(facts.awards, kind) for kind in ("danh hiệu thi đua", "hình thức khen thưởng", "")),
        _types(given),
        _money(given),
    )


def _people(given: Sequence[GivenAward]) -> str:
    people = [award for award in given if award.subject_kind == PERSON]
    leaders = sum(award.person_class == LEADER for award in people)
    others = sum(bool(award.person_class) and award.person_class != LEADER for award in people)
    women = sum(award.sex == "nữ" for award in people)
    known = ((leaders, LEADER), (others, "người không giữ chức vụ lãnh đạo, quản lý"), (women, "nữ"))
    said = ", ".join(f"{count} {word}" for count, word in known if count)
    return f" (trong số cá nhân: {said})" if said else ""


def _of_kind(groups: Sequence[AwardGroup], kind: str) -> str:
    named = _counts((written_in_list(group.name, group.entry), group.total) for group in groups if group.kind == kind)
    return f"{kind.capitalize() or 'Khen thưởng khác'}: {named}." if named else ""


def _types(given: Sequence[GivenAward]) -> str:
    return f"Theo loại hình khen thưởng: {_counts(counted(award.award_type for award in given))}."


def _money(given: Sequence[GivenAward]) -> str:
    total = sum(award.bonus or 0 for award in given)
    unknown = sum(award.lacks_bonus for award in given)
    left_out = f", chưa kể {unknown} trường hợp chưa ghi tiền thưởng" if unknown else ""
    return f"Tổng số tiền thưởng: {format_number(total)} đồng{left_out}." if total else ""


def _shortcomings(facts: ReportFacts) -> Sentences:
    found = tally(facts.targets)
    not_answered = [one.organisation for one in facts.registered if not one.received_on]
    silent = [one.organisation for one in facts.registered if one.missing and not one.reported]
    said = (
        _named(f"Còn {len(found.short)} chỉ tiêu chưa đạt", found.short),
        _named(f"Còn {len(found.unreported)} chỉ tiêu chưa có số liệu", found.unreported),
        f"Còn {len(not_answered)} đơn vị chưa gửi bản đăng ký thi đua: {_listed(not_answered, _UNITS)}."
        if not_answered
        else "",
        f"Còn {len(silent)} đơn vị chưa báo cáo kết quả thực hiện cam kết: {_listed(silent, _UNITS)}."
        if silent
        else "",
        _tasks_not_done(facts),
    )
    return said if any(said) else (f"Hạn chế: {GAP}", f"Nguyên nhân: {GAP}")


def _direction(facts: ReportFacts) -> Sentences:
    short = tally(facts.targets).short
    coming = facts.next_plan if facts.phase is None else None
    return (
        f"Tổ chức thực hiện {plan_reference(coming)}; kế hoạch có {len(coming.targets)} chỉ tiêu, "
        f"{len(coming.movements)} phong trào, cuộc vận động."
        if coming
        else f"Phát động, triển khai phong trào thi đua {next_period(facts)} với chỉ tiêu cụ thể, giao rõ đơn vị chịu "
        "trách nhiệm và thời hạn.",
        f"Tập trung khắc phục các chỉ tiêu chưa đạt: {_listed([line.short_name for line in short])}." if short else "",
        "Hướng dẫn các đơn vị đăng ký thi đua, cam kết chỉ tiêu; theo dõi, đôn đốc và tổng hợp kết quả từng đợt.",
        "Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến; khen thưởng kịp thời, đúng thành tích, quan tâm người "
        "trực tiếp lao động, công tác.",
    )


_MAKERS: Mapping[str, Callable[[ReportFacts], Sentences]] = {
    "opening": _opening,
    "guidance": _guidance,
    "registration": _registration,
    "targets": _targets,
    "commitments": _commitments,
    "awards": _awards,
    "shortcomings": _shortcomings,
    "direction": _direction,
}
