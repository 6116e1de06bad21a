"""What organisations get by a set: figures from the results, what is typed over them, sums, places."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.chasing.days import on
from tests.services.scoring.steps import (
    ABSENT,
    CREATIVE,
    LATE,
    QUALITY,
    RATE,
    listed,
    put,
    rows,
    set_result,
    sheet,
)
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.chasing.sent_papers import PLEDGE, PaperKey
from thidua_desktop.domain.scoring.points import Points
from thidua_desktop.domain.scoring.words import explained
from thidua_desktop.services import history
from thidua_desktop.services.chasing import sent_papers
from thidua_desktop.services.plan import plans, versions
from thidua_desktop.services.plan import states as plan_states
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations, result_sheets, results
from thidua_desktop.services.scoring import scores, sets
from thidua_desktop.services.scoring.ranking import ranking, standing_words
from thidua_desktop.storage import records


def test_the_rate_of_commitments_that_are_reached_is_not_typed_twice(year, set_id):
    assert rows(year, set_id)[RATE].points.counts is None
    set_result(year, "Vận động hội viên xóa 4 nhà tạm", 0, "4")
    row = rows(year, set_id)[RATE]
    assert (row.points.score.planned, row.points.score.achieved) == (100, 50)
    assert row.said == "1/2 cam kết đạt, 1 chưa báo cáo"
    assert row.points.counts == Points(20)


def test_a_criterion_with_a_target_takes_the_figures_of_its_commitments(year, set_id):
    target = next(one for one in registers.choices(year, "criteria", "target_id", scope=set_id) if "nhà tạm" in one)
    _, row_id = registers.add_row(
        year, "criteria", {"name": "Xóa nhà tạm", "points": "20", "target_id": target}, scope=set_id
    )
    set_result(year, "Vận động hội viên xóa 4 nhà tạm", 0, "5")
    row = next(one for one in rows(year, set_id) if one.criterion.id == row_id)
    assert (row.points.score.planned, row.points.score.achieved, row.points.counts) == (4, 5, Points(20, 2))
    assert row.said == "theo kết quả cam kết của đơn vị"
    union = next(one for one in rows(year, set_id, "Đoàn Thanh niên xã") if one.criterion.id == row_id)
    assert (union.points.counts, union.said) == (None, "chưa có cam kết nào gắn với chỉ tiêu này")


def test_what_is_typed_over_a_figure_counts_until_it_is_emptied(year, set_id):
    set_result(year, "Vận động hội viên xóa 4 nhà tạm", 0, "4")
    put(year, set_id, RATE, "achieved", "75")
    row = rows(year, set_id)[RATE]
    assert (row.points.counts, row.typed) == (Points(30), {"achieved"})
    put(year, set_id, RATE, "achieved", "")
    row = rows(year, set_id)[RATE]
    assert (row.points.counts, row.typed) == (Points(20), frozenset())


def test_a_report_whose_paper_is_back_is_not_waited_for_though_nothing_is_typed_in_yet(year, set_id):
    registrations.set_received(year, listed(year, "Hội Nông dân xã"), date(2026, 1, 5))
    later = on(year, "2026-07-20")
    assert rows(later, set_id)[LATE].said.startswith("báo cáo 6 tháng đầu năm chưa nộp, quá 25 ngày")
    paper = next(
        one
        for one in sent_papers.papers_of_year(later, 2026)
        if one.organisation == "Hội Nông dân xã" and one.phase == "6 tháng đầu năm"
    )
    sent_papers.set_field(later, sent_papers.Entry(paper.key, "returned_on", "30/6"))
    assert rows(later, set_id)[LATE].said == "báo cáo 6 tháng đầu năm chậm 5 ngày"


def test_days_late_are_counted_from_the_deadlines_and_may_be_typed_over(year, set_id):
    registrations.set_received(year, listed(year, "Hội Nông dân xã"), date(2026, 3, 22))
    registrations.set_received(year, listed(year, "Hội Phụ nữ xã"), date(2026, 3, 1))
    later = on(year, "2026-04-01")
    farmers, women, union = (rows(later, set_id, one)[LATE] for one in sorted_names())
    assert (farmers.points.counts, farmers.said) == (Points(-5), "bản đăng ký chậm 7 ngày")
    assert (women.points.counts, women.said) == (Points(0), "nộp đúng hạn")
    assert (union.points.counts, union.said) == (Points(-20), "bản đăng ký chưa nộp, quá 17 ngày")
    put(later, set_id, LATE, "achieved", "0")
    assert rows(later, set_id)[LATE].points.counts == Points(0)


def test_a_report_of_which_a_part_came_late_is_one_late_paper(year, set_id):
    registrations.set_received(year, listed(year, "Hội Nông dân xã"), date(2026, 1, 5))
    later = on(year, "2026-07-20")
    set_result(later, "Trồng rừng mới 5 ha", 0, "1")
    row = rows(later, set_id)[LATE]
    assert (row.said, row.points.counts) == ("báo cáo 6 tháng đầu năm chưa nộp, quá 25 ngày", Points(-20))


def test_who_need_not_report_is_never_late_with_a_report(year, set_id):
    one = next(one for one in registrations.standing(year, 2026) if one.name == "Hội Nông dân xã")
    registers.set_cell(year, "organisations", one.organisation_id, "must_report", "không")
    registrations.set_received(year, one.registration_id, date(2026, 1, 5))
    later = on(year, "2026-07-20")
    set_result(later, "Trồng rừng mới 5 ha", 0, "1")
    assert rows(later, set_id)[LATE].said == "nộp đúng hạn"


def test_a_set_may_take_off_for_a_pledge_signed_late(year, set_id):
    sets.set_field(year, set_id, "late_of", "giao ước")
    key = PaperKey(listed(year, "Hội Nông dân xã"), PLEDGE)
    sent_papers.set_field(year, sent_papers.Entry(key, "signed_on", "2/3/2026"))
    assert rows(year, set_id)[LATE].said == "giao ước chậm 15 ngày"


def test_a_criterion_whose_target_an_amendment_drops_says_so(year, set_id):
    plan = plans.plan_of_year(year, 2026)
    target = next(one for one in registers.choices(year, "criteria", "target_id", scope=set_id) if "nhà tạm" in one)
    cells = {"name": "Xóa nhà tạm", "points": "20", "target_id": target}
    _, row_id = registers.add_row(year, "criteria", cells, scope=set_id)
    plan_states.issue(year, plan.id, "12", "01/02/2026")
    amended = versions.begin_amendment(year, plan.id)[1]
    dropped = next(row.id for row in registers.page(year, "plan_targets", scope=amended) if target in row.cells)
    registers.remove_rows(year, "plan_targets", [dropped])
    assert [row.is_lost for row in rows(year, set_id) if row.criterion.id == row_id] == [False]
    plan_states.issue(year, amended, "20", "03/02/2026")
    assert [row.criterion.name for row in sheet(year, set_id).lost] == ["Xóa nhà tạm"]
    assert ranking(year, set_id).lost == ("Xóa nhà tạm",)


def test_a_criterion_whose_target_is_removed_from_the_plan_says_so_until_it_is_back(year, set_id):
    target = next(one for one in registers.choices(year, "criteria", "target_id", scope=set_id) if "nhà tạm" in one)
    registers.add_row(year, "criteria", {"name": "Xóa nhà tạm", "points": "20", "target_id": target}, scope=set_id)
    plan_id = plans.plan_of_year(year, 2026).id
    gone = next(row.id for row in registers.page(year, "plan_targets", scope=plan_id) if target in row.cells)
    registers.remove_rows(year, "plan_targets", [gone])
    assert [row.criterion.name for row in sheet(year, set_id).lost] == ["Xóa nhà tạm"]
    history.undo(year)
    assert sheet(year, set_id).lost == ()


def sorted_names():
    return "Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"


def test_grades_points_and_what_is_taken_off_come_together(year, set_id):
    put(year, set_id, RATE, "achieved", "96")
    put(year, set_id, QUALITY, "own", "a")
    put(year, set_id, QUALITY, "council", "B")
    put(year, set_id, CREATIVE, "own", "4,5")
    put(year, set_id, ABSENT, "achieved", "2")
    found = sheet(year, set_id)
    assert (found.total.base, found.total.added, found.total.taken_off) == (pytest.approx(46.4), 4.5, 10)
    assert (found.total.unknown, found.unexplained) == (4, 1)
    put(year, set_id, QUALITY, "reason", "Hai việc nộp chậm")
    assert sheet(year, set_id).unexplained == 0


@pytest.mark.parametrize(
    ("number", "field", "text", "happened"),
    [
        (QUALITY, "own", "12", "nhiều nhất 10 điểm"),
        (QUALITY, "council", "E", "“E” không phải là điểm"),
        (RATE, "own", "A", "“A” không phải là điểm"),
        (CREATIVE, "council", "-1", "không thể dưới 0"),
        (RATE, "achieved", "nhiều", "chưa phải là số"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_changes(year, set_id, number, field, text, happened):
    with pytest.raises(BadInput, match=happened):
        put(year, set_id, number, field, text)
    assert history.undo_text(year).startswith("Thêm bộ tiêu chí")


def test_points_are_explained_in_words(year, set_id):
    put(year, set_id, RATE, "achieved", "96")
    put(year, set_id, QUALITY, "own", "A")
    put(year, set_id, QUALITY, "council", "B")
    put(year, set_id, ABSENT, "achieved", "2")
    found = rows(year, set_id)
    criteria = sets.criteria_set(year, set_id)
    assert [explained(criteria, found[number].points) for number in (RATE, QUALITY, ABSENT)] == [
        ("96 ÷ 100 × 40 = 38,4.",),
        (
            "Tự chấm: mức A: 100% × 10 = 10.",
            "Hội đồng chấm: mức B: 80% × 10 = 8.",
            "Hội đồng đổi điểm mà chưa ghi lý do.",
        ),
        ("2 lần × 5 = −10.",),
    ]


def test_one_cell_is_one_act_and_a_block_is_one_act(year, set_id):
    put(year, set_id, QUALITY, "own", "9")
    assert history.undo_text(year) == "Sửa điểm tự chấm của Hội Nông dân xã"
    found, registration_id = rows(year, set_id), listed(year, "Hội Nông dân xã")
    entries = [scores.Entry(found[n].criterion.id, registration_id, "own", "8") for n in (QUALITY, ABSENT, CREATIVE)]
    changes, refused = scores.set_scores(year, entries)
    assert [entry.criterion_id for entry in refused] == [found[CREATIVE].criterion.id]
    assert changes.text == "Nhập 2 ô chấm điểm"
    history.undo(year)
    assert rows(year, set_id)[QUALITY].points.counts == Points(9)


def test_places_within_the_block_and_over_all_with_ties_and_gaps(year, set_id):
    for name, points in zip(sorted_names(), ("8", "9", "8"), strict=True):
        put(year, set_id, QUALITY, "council", points, name)
    found = {one.name: (one.block_place, one.place) for one in ranking(year, set_id).ranked}
    assert found == {"Hội Nông dân xã": (2, 2), "Hội Phụ nữ xã": (1, 1), "Đoàn Thanh niên xã": (2, 2)}
    assert ranking(year, set_id).unknown == 3
    assert [standing_words(year, 2026, one.sheet.scored.organisation_id) for one in ranking(year, set_id).ranked][
        1:
    ] == [
        "9 điểm, tạm hạng 1 trong 3 đơn vị, còn 5 tiêu chí chưa có điểm",
        "8 điểm, tạm hạng 2 trong 3 đơn vị, còn 5 tiêu chí chưa có điểm",
    ]
    assert standing_words(year, 2025, 1) == ""


def test_blocks_have_their_own_places_and_a_set_may_be_for_one_block(year, set_id):
    _, block = registers.add_row(year, "blocks", {"name": "Khối đoàn thể"})
    for name in ("Hội Phụ nữ xã", "Đoàn Thanh niên xã"):
        with year.file.act("Xếp khối"):
            records.update(year.file, "registrations", listed(year, name), {"block_id": block})
    put(year, set_id, QUALITY, "council", "9")
    put(year, set_id, QUALITY, "council", "7", "Hội Phụ nữ xã")
    made = ranking(year, set_id)
    assert [(name, [(one.name, one.block_place) for one in own]) for name, own in made.blocks()] == [
        ("Khối đoàn thể", [("Hội Phụ nữ xã", 1), ("Đoàn Thanh niên xã", None)]),
        ("", [("Hội Nông dân xã", 1)]),
    ]
    assert made.unscored == 1
    sets.set_field(year, set_id, "block_id", str(block))
    assert [one.name for one in ranking(year, set_id).ranked] == ["Hội Phụ nữ xã", "Đoàn Thanh niên xã"]


def test_the_commune_is_scored_for_its_cluster_by_the_results_of_its_targets(year):
    own = sets.add_example(year, 2026, subject="xã")[1]
    target = next(one for one in result_sheets.target_sheet(year, 2026).rows if one.name.startswith("Trồng rừng"))
    results.set_target_result(year, target.owner_id, target.cells[0].phase_id, 0, "20")
    _, row_id = registers.add_row(
        year, "criteria", {"name": "Trồng rừng", "points": "10", "target_id": target.name}, scope=own
    )
    made = scores.score_sheet(year, own, scores.COMMUNE)
    row = next(one for one in made.rows if one.criterion.id == row_id)
    assert (made.scored.name, row.points.counts) == ("xã Ví Dụ", Points(10, 1))
    assert (
        next(one for one in made.rows if one.criterion.measure == "cam kết").said == "1/3 chỉ tiêu đạt, 2 chưa báo cáo"
    )
    scores.set_score(year, scores.Entry(row_id, scores.COMMUNE, "council", "9"))
    assert next(
        one for one in scores.score_sheet(year, own, scores.COMMUNE).rows if one.criterion.id == row_id
    ).points.counts == Points(9)
