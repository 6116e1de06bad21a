"""The cover of the plan in the view by target, and a target's figure given to organisations."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QFontMetrics

from thidua_desktop.domain.registration.commitments import Standing
from thidua_desktop.domain.registration.cover import Owing
from thidua_desktop.services.registration import commitments, registrations
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.commitments.organisation_list import OWING, SILENT
from thidua_desktop.ui.tabs.commitments.tab import BY_ORGANISATION, BY_TARGET
from thidua_desktop.ui.tabs.commitments.target_model import BY
from thidua_desktop.ui.theme import State, sizes

HOUSES, FOREST = 1, 2


@pytest.fixture
def targets(tab):
    tab.switch.setCurrentIndex(BY_TARGET)
    return tab.targets


def covers(targets):
    model = targets.results.model
    column = [one.key for one in model.columns].index(BY)
    return [(model.text(row, column), model.state(row, column)) for row in range(model.rowCount())]


def filters(targets):
    return [targets.filter.itemText(number) for number in range(targets.filter.count())]


def test_every_target_tells_how_far_it_is_covered(targets):
    assert covers(targets) == [
        ("phụ trách: Phòng Kinh tế", State.WAIT),
        ("thiếu 5 nhà: Hội Nông dân xã, Hội Phụ nữ xã", State.BAD),
        ("chưa ai nhận", State.BAD),
    ]
    assert filters(targets) == [
        "Tất cả chỉ tiêu (3)",
        "Chỉ tiêu chưa ai nhận (1)",
        "Phụ trách chưa cam kết (1)",
        "Cam kết chưa đủ (1)",
        "Cam kết vượt kế hoạch (0)",
    ]


def test_only_those_that_nobody_has_are_shown(targets):
    targets.filter.setCurrentIndex(1)
    targets.filter.activated.emit(1)
    model = targets.results.model
    assert [row.name for row in model.rows] == ["Trồng rừng mới"] and targets.count.text() == "1 chỉ tiêu"
    assert targets.choose(targets.results.model.sheet.rows[0].owner_id)
    assert model.rowCount() == 3 and targets.count.text() == "3 chỉ tiêu"
    targets._on_search("rừng")
    assert targets.count.text() == "1 chỉ tiêu"


def test_the_side_tells_who_commits_to_how_much(targets):
    targets.results.table.go_to(HOUSES)
    targets._fill_panel()
    assert targets.panel.details.towards.text() == (
        "Đơn vị cam kết: Hội Nông dân xã: 4 nhà; Hội Phụ nữ xã: 3 nhà. Cộng 7 nhà: thiếu 5 nhà."
    )


def test_a_figure_is_divided_and_given(targets, context):
    targets.results.table.go_to(FOREST)
    targets.share()
    dialog = targets.share_dialog
    assert not dialog.agree.isEnabled() and not dialog.equal.isEnabled()
    dialog.model.tick([0, 1], True)
    assert "2 đơn vị đã đánh dấu chưa có số" in dialog.sum.text()
    dialog.equal.click()
    assert dialog.model.parts == {1: 8, 2: 7}
    assert dialog.sum.text().endswith("Cộng 15, kế hoạch 15 ha: đủ")
    part = dialog.model.index(1, 3)
    dialog.model.setData(part, "5,5")
    assert dialog.sum.text().endswith("Cộng 13,5, kế hoạch 15 ha: thiếu 1,5 ha")
    dialog.accept()
    assert covers(targets)[FOREST] == ("thiếu 1,5 ha: Hội Nông dân xã, Hội Phụ nữ xã", State.BAD)
    assert [one.quote for one in commitments.of_year(context.workspace, 2026, 2)][-1] == "Trồng rừng mới"


def test_who_has_handed_in_takes_a_reason(targets, context):
    found = registrations.registration(context.workspace, 2026, 1)
    registrations.set_received(context.workspace, found.id, date(2026, 2, 3))
    targets.results.table.go_to(HOUSES)
    targets.share()
    dialog = targets.share_dialog
    assert dialog.model.parts == {1: 4, 2: 3} and not dialog.why.isVisible()
    dialog.model.setData(dialog.model.index(0, 3), "9")
    assert dialog.why.isVisible() and "Hội Nông dân xã" in dialog.adjusted.text()
    dialog.accept()
    assert dialog.changes is None and dialog.message.isVisible()
    dialog.reason.setEditText("Giao thêm chỉ tiêu")
    dialog.accept()
    assert covers(targets)[HOUSES] == ("Hội Nông dân xã, Hội Phụ nữ xã", State.GOOD)


def test_a_part_that_is_no_figure_is_not_given(targets):
    targets.results.table.go_to(FOREST)
    targets.share()
    dialog = targets.share_dialog
    dialog.model.setData(dialog.model.index(0, 3), "vài ha")
    assert not dialog.agree.isEnabled()
    dialog.model.setData(dialog.model.index(0, 3), "5 ha")
    assert dialog.agree.text() == "Giao cho 1 đơn vị" and dialog.agree.isEnabled()
    dialog.reject()


def test_organisations_without_a_commitment_are_listed(tab, context):
    context.bus.publish(registrations.enter_new(context.workspace, 2026, "Thôn Mẫu"))
    tab.switch.setCurrentIndex(BY_ORGANISATION)
    listed = tab.organisations.list
    listed.filter.setCurrentIndex(SILENT)
    listed.fill()
    model = listed.view.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Thôn Mẫu"]


def test_who_owes_a_commitment_is_told_in_the_list(tab, context):
    context.bus.publish(registrations.enter_new(context.workspace, 2026, "Phòng Kinh tế"))
    listed = tab.organisations.list
    one = next(one for one in tab.organisations.standings if one.name == "Phòng Kinh tế")
    assert listed.delegate.below[one.organisation_id].more == "chưa cam kết 1 chỉ tiêu"
    listed.filter.setCurrentIndex(OWING)
    listed.fill()
    assert [listed.view.model().index(row, 0).data() for row in range(listed.view.model().rowCount())] == [
        "Phòng Kinh tế"
    ]


def test_what_an_organisation_lacks_is_read_whole_in_the_narrow_list(tab):
    standings = [Standing(n, f"Thôn {n}", registration_id=n, titles=12, commitments=12) for n in range(1, 4)]
    standings.append(Standing(4, "Thôn 4", registration_id=4, received_on="2026-02-12", titles=12))
    owes = (Owing(1, "Trồng rừng", "", "chưa cam kết"),) * 12
    listed = tab.organisations.list
    listed.show_standings(standings, frozenset({1, 2}), {1: owes}, frozenset({3}))
    metrics = QFontMetrics(theme.font(sizes.TEXT_SMALL))
    room = listed.view.viewport().width() - 3 * sizes.UNIT  # one for the bar of a longer list
    for below in listed.delegate.below.values():
        assert metrics.horizontalAdvance(f"{below.state.sign} {below.word} · {below.more}") <= room, below
