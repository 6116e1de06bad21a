"""How targets are counted in a report, what its sentences say, and how awards are grouped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import AwardDef
from thidua_desktop.domain.papers.report_paper import report_date
from thidua_desktop.domain.plan.plans import PartialDate, Phase, Plan, TargetValue
from thidua_desktop.domain.registration.results import Status
from thidua_desktop.domain.reports.award_statistics import AwardGroup, GivenAward, count_decisions, grouped
from thidua_desktop.domain.reports.missing import missing
from thidua_desktop.domain.reports.sentences import MOST_NAMED, next_period, period, plan_reference, sentences, title
from thidua_desktop.domain.reports.year import PARTS, Registered, ReportFacts, ResultLine, tally
from thidua_desktop.domain.rules.packs import Law

FACTS = ReportFacts(year=2026, today="2026-12-28")


def line(name: str, status: Status, achieved: float | None = 1.0, **more: object) -> ResultLine:
    made = ResultLine(name=name, number=name, planned=TargetValue(1.0, "việc"), achieved=achieved, status=status)
    return replace(made, **more)


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        ([], (0, 0, 0, 0)),
        ([line("1", "vượt"), line("2", "đạt"), line("3", "chưa đạt"), line("4", "chưa báo cáo", None)], (1, 1, 1, 1)),
        # A deadline that passed does not make a reported figure an unreported one.
        ([line("1", "quá hạn"), line("2", "quá hạn", None)], (0, 0, 1, 1)),
        # One target with the figures of two levels: it is reached when both are.
        ([line("1", "vượt"), line("1", "chưa đạt", first=False)], (0, 0, 1, 0)),
        ([line("1", "vượt"), line("1", "đạt", first=False)], (0, 1, 0, 0)),
        ([line("1", "vượt"), line("1", "chưa báo cáo", None, first=False)], (1, 0, 0, 0)),
        # A target that is reached by its parts is not counted beside them, unless it was reported itself.
        ([line("2", "chưa báo cáo", None, composite=True), line("2.1", "đạt")], (0, 1, 0, 0)),
        ([line("2", "đạt", composite=True), line("2.1", "đạt")], (0, 2, 0, 0)),
    ],
)
def test_each_target_is_counted_once_by_how_it_stands(lines: list[ResultLine], counts: tuple[int, ...]) -> None:
    found = tally(lines)
    assert (len(found.exceeded), len(found.reached), len(found.short), len(found.unreported)) == counts
    assert found.total == sum(counts)


def test_a_target_is_named_by_its_figure_that_is_short() -> None:
    figures = [line("1", "vượt", assigned_by="tỉnh"), line("1", "chưa đạt", first=False, assigned_by="HĐND xã")]
    assert [one.assigned_by for one in tally(figures).short] == ["HĐND xã"]


@pytest.mark.parametrize(
    ("planned", "achieved", "status", "percent", "said"),
    [
        (TargetValue(12.0, "hộ", comparator="giảm"), 9.0, "chưa đạt", 75.0, "thực hiện giảm 9 hộ, đạt 75%"),
        (TargetValue(1.2, "%", comparator="<"), 1.2, "chưa đạt", 100.0, "thực hiện 1,2%"),
        (TargetValue(1.2, "%", comparator="<="), 1.2, "đạt", 100.0, "thực hiện 1,2%, đạt 100%"),
    ],
)
def test_a_result_in_a_sentence_says_what_it_is_of(
    planned: TargetValue, achieved: float, status: Status, percent: float, said: str
) -> None:
    shown = line("Hộ nghèo", status, achieved, planned=planned, planned_text="…", unit=planned.unit, percent=percent)
    told = " ".join(sentences(replace(FACTS, targets=(shown,)), "shortcomings" if status == "chưa đạt" else "targets"))
    assert f"(kế hoạch …, {said})" in told


@pytest.mark.parametrize(
    ("phase", "today", "year"),
    [
        (None, "2026-12-20", 2026),
        (None, "2027-01-12", 2027),  # the report of a year is often signed in the next one
        (None, "2028-02-01", 2026),
        (Phase("Đợt 1", "2026-01-01", "2026-06-30"), "2027-01-12", 2026),
    ],
)
def test_the_pen_writes_the_day_of_a_report_into_the_right_year(phase: Phase | None, today: str, year: int) -> None:
    assert report_date(replace(FACTS, phase=phase, today=today)) == PartialDate(year=year)


@pytest.mark.parametrize(
    ("achieved", "status", "composite", "said"),
    [
        (1.0, "vượt", False, "vượt"),
        (0.5, "chưa đạt", False, "chưa đạt"),
        (0.5, "quá hạn", False, "chưa đạt"),
        (None, "quá hạn", False, "chưa có số liệu"),
        (None, "chưa báo cáo", True, ""),
    ],
)
def test_a_report_judges_figures_not_lateness(
    achieved: float | None, status: Status, composite: bool, said: str
) -> None:
    assert line("1", status, achieved, composite=composite).judgement == said


@pytest.mark.parametrize(
    ("phase", "this", "then"),
    [
        (None, "năm 2026", "năm 2027"),
        (Phase("Đợt 1", "2026-01-01", "2026-06-30"), "6 tháng đầu năm 2026", "6 tháng cuối năm 2026"),
        (Phase("Đợt 1", "2026-01-01", "2026-04-30"), "đợt 1 năm 2026", "những tháng cuối năm 2026"),
        (Phase("Quý I năm 2026", "2026-01-01", "2026-03-31"), "quý I năm 2026", "những tháng cuối năm 2026"),
    ],
)
def test_the_time_reported_on_is_named_as_offices_do(phase: Phase | None, this: str, then: str) -> None:
    facts = replace(FACTS, phase=phase)
    assert (period(facts), next_period(facts)) == (this, then)
    assert title(facts).startswith("Tổng kết" if phase is None else "Sơ kết")


def test_the_phases_told_are_those_of_the_plan_also_in_a_report_of_some_of_them() -> None:
    thirds = tuple(
        Phase(f"Đợt {n}", f"2026-{4 * n - 3:02d}-01", f"2026-{4 * n:02d}-{end}")
        for n, end in ((1, 30), (2, 31), (3, 31))
    )
    facts = replace(FACTS, plan=replace(PLAN, phases=thirds), phases=thirds[:1], phase=thirds[0])
    said = sentences(facts, "guidance")
    assert (
        "Phong trào chia thành 3 đợt: Đợt 1 (từ ngày 01/01/2026 đến ngày 30/4/2026); "
        "Đợt 2 (từ ngày 01/5/2026 đến ngày 31/8/2026); Đợt 3 (từ ngày 01/9/2026 đến ngày 31/12/2026)." in said
    )


PLAN = Plan(2026, title="Phát động phong trào thi đua năm 2026", symbol="KH-UBND")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (PLAN, "Kế hoạch phát động phong trào thi đua năm 2026"),
        (
            replace(PLAN, number=5, date=PartialDate(5, 2, 2026)),
            "Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026 về phát động phong trào thi đua năm 2026",
        ),
        (replace(PLAN, number=5, title="Về việc thi đua"), "Kế hoạch số 05/KH-UBND về việc thi đua"),
        (replace(PLAN, date=PartialDate(None, 2, 2026), title=""), "Kế hoạch"),
        (
            replace(PLAN, doc_type="PHÁT ĐỘNG", title="Phong trào thi đua năm 2026", number=5),
            "Kế hoạch số 05/KH-UBND về phát động phong trào thi đua năm 2026",
        ),
    ],
)
def test_a_plan_is_named_by_what_is_known_of_it(plan: Plan, said: str) -> None:
    assert plan_reference(plan) == said


def test_of_nothing_known_every_part_is_a_sentence_with_a_gap_or_nothing() -> None:
    for part in PARTS:
        for sentence in sentences(FACTS, part):
            assert "None" not in sentence
            assert "  " not in sentence
            assert " 0 " not in f" {sentence} "
    assert sentences(FACTS, "shortcomings") == ("Hạn chế: …", "Nguyên nhân: …")
    assert sentences(FACTS, "proposals") == ()


def test_of_many_targets_the_first_dozen_are_named_and_the_rest_counted() -> None:
    many = tuple(line(f"{number}", "chưa đạt", 0.5, planned=None) for number in range(1, 31))
    said = sentences(replace(FACTS, targets=many), "shortcomings")[0]
    assert said.startswith("Còn 30 chỉ tiêu chưa đạt: 1; 2; 3;")
    assert said.endswith(f"; {MOST_NAMED}; và {30 - MOST_NAMED} chỉ tiêu khác.")


def test_of_many_organisations_the_rest_are_called_organisations() -> None:
    many = tuple(Registered(organisation=f"Thôn {n}", organisation_id=n, received_on=None) for n in range(1, 21))
    said = sentences(replace(FACTS, registered=many), "shortcomings")[0]
    assert said.startswith("Còn 20 đơn vị chưa gửi bản đăng ký thi đua: Thôn 1; Thôn 2;")
    assert said.endswith("và 8 đơn vị khác.")


_LONG = "Tổng thu ngân sách nhà nước trên địa bàn phấn đấu đạt và vượt chỉ tiêu dự toán thành phố giao"
_CLAUSE = "Tuyên truyền, vận động nhân dân về ý nghĩa, tầm quan trọng của chương trình xây dựng nông thôn mới"


@pytest.mark.parametrize(
    ("name", "named"),
    [
        (_LONG, _LONG),  # a long target is named whole: a cut word has no place in a report
        (f"{_CLAUSE}; phấn đấu mỗi thôn có ít nhất một tuyến đường hoa do hội viên tự trồng, tự chăm sóc.", _CLAUSE),
        (f"Bê tông hóa {'đường ' * 30}", f"Bê tông hóa {'đường ' * 23}đường…"),
    ],
)
def test_a_target_that_is_a_whole_paragraph_is_named_by_its_first_clauses(name: str, named: str) -> None:
    short = line(name, "chưa đạt", 0.5, planned=None)
    said = sentences(replace(FACTS, targets=(short,)), "shortcomings")[0]
    assert said == f"Còn 1 chỉ tiêu chưa đạt: {named}."


def entry(name: str, kind: str, short: str = "") -> AwardDef:
    return AwardDef(
        name=name,
        short=short or name,
        kind=kind,  # type: ignore[arg-type]
        subjects=("cá nhân",),
        level="xã",
        article="Điều 1",
        source="Luật",
        mark="chưa đối chiếu",
    )


CATALOGUE = (entry("Lao động tiên tiến", "danh hiệu thi đua", "LĐTT"), entry("Giấy khen", "hình thức khen thưởng"))


def given(award: str, kind: str = "cá nhân", **more: object) -> GivenAward:
    return replace(GivenAward(subject="Nguyễn Văn Mẫu", subject_kind=kind, award=award), **more)


def test_awards_stand_in_the_order_of_the_catalogue_and_other_names_last() -> None:
    found = grouped([given("Kỷ niệm chương"), given("giấy khen"), given("LĐTT"), given("An toàn")], Law(CATALOGUE, ()))
    assert [(group.name, group.kind) for group in found] == [
        ("Lao động tiên tiến", "danh hiệu thi đua"),
        ("Giấy khen", "hình thức khen thưởng"),
        ("An toàn", ""),
        ("Kỷ niệm chương", ""),
    ]


def test_counts_stand_behind_the_name_that_the_offices_own_papers_use() -> None:
    certificate = entry("Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", "hình thức khen thưởng")
    merit = replace(entry("Bằng khen của tỉnh", "hình thức khen thưởng"), level="tỉnh")
    awards = [given(name) for name in (certificate.name, certificate.name, merit.name)]
    said = sentences(replace(FACTS, awards=grouped(awards, Law((certificate, merit), ()))), "awards")
    assert "Hình thức khen thưởng: Giấy khen: 2; Bằng khen của tỉnh: 1." in said


def test_a_decision_is_counted_once_however_many_it_holds() -> None:
    one, same, other = (given("LĐTT", decision_number=number) for number in ("12/QĐ-UBND", "12/qđ-ubnd", "13/QĐ-UBND"))
    assert count_decisions([one, same, other, given("LĐTT")]) == 2
    assert count_decisions([one, replace(one, level="tỉnh")]) == 2


def test_only_people_have_a_class_and_words_of_ones_own_are_other() -> None:
    group = AwardGroup(
        "Giấy khen",
        None,
        (
            given("Giấy khen", person_class="nông dân", sex="nữ"),
            given("Giấy khen", person_class="tiểu thương"),
            given("Giấy khen"),
            given("Giấy khen", "tập thể", person_class="nông dân", sex="nữ"),
        ),
    )
    assert [group.of_class(name) for name in ("nông dân", "khác", "chưa ghi")] == [1, 1, 1]
    assert (group.women, group.total, group.of_kind("tập thể")) == (1, 4, 1)


def test_a_target_short_of_what_both_levels_gave_names_both() -> None:
    def figure(level: str, planned: float, percent: float, status: Status = "chưa đạt", first: bool = True):
        value = TargetValue(planned, "%", assigned_by=level)
        more = {"planned": value, "planned_text": f"{planned:g}%", "unit": "%", "assigned_by": level}
        return line("Bao phủ BHYT", status, 93.0, percent=percent, first=first, **more)

    both = (figure("tỉnh", 95, 97.9), figure("HĐND xã", 97, 95.9, first=False))
    [told] = sentences(replace(FACTS, targets=both), "shortcomings")
    assert told == (
        "Còn 1 chỉ tiêu chưa đạt: Bao phủ BHYT (tỉnh giao 95%, thực hiện 93%, đạt 97,9%; HĐND xã giao 97%, thực hiện "
        "93%, đạt 95,9%)."
    )
    one = (figure("tỉnh", 92, 101.1, "vượt"), figure("HĐND xã", 97, 95.9, first=False))
    [told] = sentences(replace(FACTS, targets=one), "shortcomings")
    assert told == "Còn 1 chỉ tiêu chưa đạt: Bao phủ BHYT (HĐND xã giao 97%, thực hiện 93%, đạt 95,9%)."


def test_a_bonus_that_another_level_pays_is_not_missed() -> None:
    given = tuple(
        GivenAward(subject="Nguyễn Văn Mẫu", subject_kind="cá nhân", award="Bằng khen", level=level, bonus=bonus)
        for level, bonus in (("xã", 300_000), ("xã", None), ("tỉnh", None), ("trung ương", None), ("xã", 0))
    )
    facts = replace(FACTS, awards=(AwardGroup("Bằng khen", None, given),))
    assert "Tổng số tiền thưởng: 300.000 đồng, chưa kể 1 trường hợp chưa ghi tiền thưởng." in sentences(facts, "awards")
    [unpaid] = [one for one in missing(facts) if "tiền thưởng" in one.text]
    assert unpaid.text == "1 khen thưởng chưa ghi tiền thưởng"
