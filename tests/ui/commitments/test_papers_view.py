"""The papers of the year: typed as a sheet, found by their code, scanned, and read from the scan while typing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.chasing.sent_papers import FORM, PLEDGE, PROGRESS
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.services import act_places, history
from thidua_desktop.services.chasing import scans
from thidua_desktop.services.office import years
from thidua_desktop.services.registration import registrations, result_sheets
from thidua_desktop.services.search import search
from thidua_desktop.ui.tabs.commitments.papers.scan_acts import dropped_pictures
from thidua_desktop.ui.tabs.commitments.tab import PAPERS
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_editors import DateField

WHO, PAPER, CODE, STANDING, HANDED, TO, RETURNED, BY, SIGNED, SCANS, NOTE = range(11)


def picture(width=120, height=160):
    """A photo: its upper left corner is red."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(min(20, width)):
        for y in range(min(20, height)):
            image.setPixelColor(x, y, QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def two_pages():
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    painter = QPainter(writer)
    painter.drawText(500, 500, "ĐK-2026-001")
    writer.newPage()
    painter.end()
    return buffer.data().data()


@pytest.fixture
def shown(opened, make_tab):
    opened.workspace = replace(opened.workspace, today=lambda: date(2026, 3, 20))
    tab = make_tab()
    tab.switch.setCurrentIndex(PAPERS)
    return tab


def rows(tab, *columns):
    model = tab.view.model
    return [[model.text(row, column) for column in columns] for row in range(model.rowCount())]


def put(tab, row, column, text):
    model = tab.view.model
    assert model.setData(model.index(row, column), text)


def attach(tab, row, *files):
    tab.view.table.go_to(row)
    tab.view.acts.attach([SourceFile(name, content) for name, content in files])


def test_every_paper_of_every_organisation_has_its_code(shown):
    assert rows(shown, WHO, PAPER, CODE, STANDING)[:5] == [
        ["Hội Nông dân xã", "Bản đăng ký", "ĐK-2026-001", "chưa giao"],
        ["Hội Nông dân xã", "Giao ước", "GƯ-2026-001", "chưa giao"],
        ["Hội Nông dân xã", "Giao chỉ tiêu", "CT-2026-001", "chưa giao"],
        ["Hội Nông dân xã", "Phiếu kết quả 6 tháng đầu năm", "KQ1-2026-001", "chưa giao"],
        ["Hội Nông dân xã", "Phiếu kết quả 6 tháng cuối năm", "KQ2-2026-001", "chưa giao"],
    ]


def test_days_are_typed_in_few_keys_downwards(shown, qtbot):
    table = shown.view.table
    table.setFocus()
    table.go_to(0, HANDED)
    for row, typed in enumerate(("5/1", "hn", "060126")):
        type_text(table, typed)
        press_key(table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda below=row + 1: table.current_row() == below and not table.findChildren(DateField))
    assert rows(shown, HANDED, STANDING)[:3] == [
        ["05/01/2026", "đã giao"],
        ["20/03/2026", "đã giao"],
        ["06/01/2026", "đã giao"],
    ]


def test_a_day_that_is_none_stays_in_its_cell_with_the_reason(shown):
    put(shown, 0, HANDED, "31/2")
    assert rows(shown, HANDED, STANDING)[0] == ["31/2", "chưa giao"]
    assert shown.view.model.state(0, HANDED) is State.BAD
    assert shown.view.message.isVisible()
    put(shown, 0, HANDED, "3/2")
    assert not shown.view.message.isVisible()


def test_a_block_is_pasted_as_one_act_and_what_is_no_field_takes_nothing(shown, context):
    shown.view.model.paste_cells(0, STANDING, [["x", "5/1", "Anh Mẫu", "9/1"], ["x", "5/1", "Chị Ví", "sai"]])
    assert rows(shown, HANDED, TO, RETURNED)[:2] == [
        ["05/01/2026", "Anh Mẫu", "09/01/2026"],
        ["05/01/2026", "Chị Ví", "sai"],
    ]
    context.bus.publish(history.undo(context.workspace))
    assert rows(shown, HANDED, TO)[:2] == [["", ""]] * 2


def test_the_day_a_form_came_back_is_seen_by_organisation_too(shown, context):
    put(shown, 0, RETURNED, "10/3")
    shown.switch.setCurrentIndex(0)
    assert shown.organisations.page.received.text() == "10/03/2026"
    one = shown.organisations.page.registration
    context.bus.publish(registrations.set_received(context.workspace, one.id, None))
    shown.switch.setCurrentIndex(PAPERS)
    assert rows(shown, RETURNED, STANDING)[0] == ["", "chưa giao"]


def test_many_are_marked_as_of_today_and_the_notice_takes_it_back(shown, ask):
    shown.view.table.selectAll()
    shown.view.mark_today("Đã giao hôm nay", "handed_on")
    assert {tuple(row) for row in rows(shown, HANDED)} == {("20/03/2026",)}
    assert ask.notices[-1].text == "Đã giao hôm nay: 15 tờ."
    ask.notices[-1].acts[0][1]()
    assert {tuple(row) for row in rows(shown, HANDED)} == {("",)}


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        (0, ["ĐK-2026-001", "ĐK-2026-002", "ĐK-2026-003"]),
        (1, ["ĐK-2026-003"]),
        (2, ["ĐK-2026-002"]),
        (3, ["ĐK-2026-001"]),
        (4, ["ĐK-2026-001"]),
    ],
)
def test_papers_are_filtered_by_what_they_are_and_how_they_stand(shown, number, codes):
    put(shown, 0, RETURNED, "10/3")
    put(shown, 5, HANDED, "10/3")
    shown.view.paper_filter.setCurrentText("Bản đăng ký")
    shown.view.standing_filter.setCurrentIndex(number)
    shown.view.standing_filter.activated.emit(number)
    assert rows(shown, CODE) == [[code] for code in codes]


# Found


@pytest.mark.parametrize("typed", ["ĐK-2026-002", "dk 2026 2", "dk2026002"])
def test_a_code_leads_to_the_day_its_paper_came_back(shown, typed):
    shown.view.standing_filter.setCurrentIndex(3)
    shown.view.standing_filter.activated.emit(3)
    shown.view.find_here()
    shown.view.search.setText(typed)
    shown.view.search._tell()  # a moment after the last letter
    assert shown.view.current().code == "ĐK-2026-002"
    assert shown.view.table.currentIndex().column() == RETURNED
    assert shown.focusWidget() is shown.view.search
    press_key(shown, Qt.Key.Key_Return)
    assert shown.view.current().code == "ĐK-2026-002"
    assert shown.focusWidget() is shown.view.table


def test_a_code_of_another_year_leads_to_that_year(shown, context, make_tab):
    asked = []
    context.show_year = asked.append
    years.add_year(context.workspace, 2027)
    context.bus.publish(registrations.open_year(context.workspace, 2027))
    shown.view._on_search("dk 2027 1")
    assert asked == [2027]


def test_other_words_are_searched_in_the_list(shown):
    put(shown, 0, TO, "Nguyễn Văn Mẫu")
    shown.view._on_search("van mau")
    assert rows(shown, CODE) == [["ĐK-2026-001"]]
    shown.view._on_search("không có ai")
    assert shown.view.empty._title.text() == "Không có tờ nào như vậy"


def test_the_search_over_everything_leads_here(shown, context):
    shown.switch.setCurrentIndex(0)
    found = search(context.workspace, "gu 2026 3")[0].hits[0].destination
    shown.show_place(found.kind, found.id)
    assert shown.switch.currentIndex() == PAPERS
    assert shown.view.current().code == "GƯ-2026-003"


def test_undo_leads_to_the_paper(shown, context):
    put(shown, 6, HANDED, "hn")
    shown.view.table.go_to(0)
    place = act_places.undo_place(context.workspace).destination
    shown.switch.setCurrentIndex(0)
    shown.show_place(place.kind, place.id)
    assert shown.view.current().code == "GƯ-2026-002"


# Scans


def test_a_scan_goes_to_the_paper_it_is_named_by_else_to_the_one_in_view(shown, ask):
    attach(shown, 1, ("DK-2026-003 ảnh.png", picture()), ("quét.pdf", two_pages()))
    assert {code: count for code, count in rows(shown, CODE, SCANS) if count} == {
        "GƯ-2026-001": "1",
        "ĐK-2026-003": "1",
    }
    assert ["20/03/2026"] in rows(shown, RETURNED)
    assert ask.notices[-1].text.startswith("Đã đính kèm 2 bản chụp vào 2 tờ")
    ask.notices[-1].acts[0][1]()
    assert {tuple(row) for row in rows(shown, SCANS, RETURNED)} == {("", "")}


def test_files_are_chosen_and_read_in_the_background(shown, ask, tmp_path, qtbot):
    path = tmp_path / "ảnh.png"
    path.write_bytes(picture())
    shown.view.table.go_to(1)
    ask.answers.append([path])
    shown.view.acts.choose()
    qtbot.waitUntil(lambda: rows(shown, SCANS)[1] == ["1"])


def test_a_file_that_is_no_picture_or_of_no_paper_is_told_and_nothing_is_kept(shown, ask):
    attach(shown, 1, ("thư.docx", b"PK\x03\x04"))
    assert "không phải là ảnh" in ask.texts[-1]
    attach(shown, 1, ("KQ-2026-001.png", picture()))
    assert ask.notices[-1].text.startswith("Chưa đính kèm: Mã KQ-2026-001 thiếu số của đợt; năm 2026 có: KQ1-2026-001")
    assert rows(shown, SCANS)[1] == [""]


def test_a_copied_picture_is_pasted(shown):
    QGuiApplication.clipboard().setImage(QImage.fromData(picture()))
    shown.view.table.go_to(1)
    shown.view.acts.paste()
    assert rows(shown, SCANS)[1] == ["1"]
    QGuiApplication.clipboard().clear()


def test_without_a_copied_picture_it_is_said(shown, ask):
    QGuiApplication.clipboard().setText("chữ")
    shown.view.acts.paste()
    assert ask.notices[-1].text == "Chưa chép ảnh nào để dán."


def test_only_pictures_and_pdfs_are_dropped_as_scans(shown, tmp_path):
    paths = [tmp_path / name for name in ("a.png", "b.PDF", "c.xlsx")]
    for path in paths:
        path.write_bytes(b"x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert dropped_pictures(event) == paths[:2]


def test_the_last_scan_is_taken_away_and_comes_back(shown, ask):
    attach(shown, 1, ("a.png", picture()), ("b.png", picture(10, 10)))
    shown.view.acts.remove_last()
    assert rows(shown, SCANS)[1] == ["1"]
    assert ask.notices[-1].text == "Đã bỏ “b.png”."
    ask.notices[-1].acts[0][1]()
    assert rows(shown, SCANS)[1] == ["2"]


def test_pages_of_all_scans_are_gone_through_turned_and_enlarged(shown):
    attach(shown, 1, ("a.png", picture()), ("b.pdf", two_pages()))
    pane = shown.view.pane
    assert (pane.page, len(pane.pages), pane._place.text()) == (0, 3, "Trang 1 / 3")
    upright = pane._item.pixmap().toImage()
    assert upright.pixelColor(5, 5) == QColor("red")
    pane.rotate()
    turned = pane._item.pixmap().toImage()
    assert (turned.width(), turned.height()) == (160, 120)
    assert turned.pixelColor(155, 5) == QColor("red")
    pane.next_page()
    assert (pane._place.text(), pane._item.pixmap().width()) == ("Trang 2 / 3", 1600)
    before = pane.view.transform().m11()
    pane.zoom_in()
    assert pane.view.transform().m11() > before
    pane.fit_width()
    pane.previous_page()
    assert pane._item.pixmap().width() == 160, "a page stays as it was turned"


def test_a_scan_that_cannot_be_read_says_so(shown):
    attach(shown, 1, ("hỏng.png", b"\x89PNG hong"))
    assert "Không mở được bản chụp này" in shown.view.pane._none.text()


def test_a_scan_whose_file_is_gone_is_told(shown, context, ask):
    attach(shown, 1, ("a.png", picture()))
    for kept in context.workspace.file.path.parent.glob("*-files/*"):
        kept.unlink()
    shown.view.acts.open_first()
    assert "a.png" in ask.texts[-1]
    shown.view.table.go_to(2)
    shown.view.pane._content = (0, b"")
    shown.view.table.go_to(1)
    assert "Không mở được bản chụp này" in shown.view.pane._none.text()


# The desk


def test_results_are_typed_beside_the_paper_of_their_phase(shown, context, qtbot):
    at = next(row for row, one in enumerate(shown.view.model.rows) if one.key.paper == PROGRESS)
    attach(shown, at, ("a.png", picture()))
    shown.view.table.go_to(at)
    shown.view.table.row_opened.emit(at)
    desk = shown.view.desk
    assert desk.title.full_text() == "KQ1-2026-001 · Hội Nông dân xã · Phiếu kết quả 6 tháng đầu năm"
    table = desk.page.commitments.table
    assert shown.focusWidget() is table
    assert desk.page.commitments.model.phase(table.currentIndex().column()) == 0
    assert desk.pane._item is not None
    type_text(table, "4")
    press_key(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: result_sheets.commitment_sheet(context.workspace, 2026).rows[0].cells[0].text == "4")


def test_titles_are_typed_beside_the_form_and_the_next_paper_is_a_key_away(shown):
    shown.view.table.go_to(0)
    shown.view.open_desk()
    desk = shown.view.desk
    assert desk.page.registered.isVisible()
    assert not desk.page.leave.isVisible()
    shown.view._turn(1)
    assert desk.paper.key.paper == PLEDGE
    shown.view._turn(-1)
    shown.view._turn(-1)
    assert desk.paper.key.paper == FORM
    shown.view._turn(3)
    assert not desk.page.registered.isVisible()
    press_key(desk.page.commitments.table, Qt.Key.Key_Escape)
    assert not shown.view.is_at_desk
    assert shown.view.current().key.paper == PROGRESS


def test_a_paper_attached_at_the_desk_is_shown_at_once(shown, context):
    shown.view.table.go_to(1)
    shown.view.open_desk()
    shown.view.acts.attach([SourceFile("a.png", picture())])
    assert len(shown.view.desk.pane.pages) == 1
    assert len(scans.scans(context.workspace, shown.view.desk.paper.key)) == 1


def test_an_organisation_that_leaves_the_year_leads_back_to_the_list(shown, context):
    shown.view.table.go_to(0)
    shown.view.open_desk()
    key = shown.view.desk.paper.key
    context.bus.publish(registrations.remove_from_year(context.workspace, key.registration_id))
    assert not shown.view.is_at_desk
    assert len(rows(shown)) == 10


# The tab


def test_an_empty_year_says_what_comes_here(context, make_tab):
    tab = make_tab()
    tab.switch.setCurrentIndex(PAPERS)
    assert tab.view.empty.isVisible()
    assert tab.view.paper() is None
    assert not tab.view.desk_button.isEnabled()


def test_what_is_printed_is_the_paper_of_the_row(shown):
    shown.view.table.go_to(0)
    wanted = shown.view.paper()
    assert (wanted.export, wanted.name) == (FORM, "Bản đăng ký Hội Nông dân xã")


def test_another_year_begins_anew_and_reading_is_no_typing(shown, context):
    years.add_year(context.workspace, 2027)
    before = history.undo_text(context.workspace)
    shown.set_year(2027)
    assert rows(shown) == []
    shown.set_year(2026)
    assert len(rows(shown)) == 15
    assert history.undo_text(context.workspace) == before


def test_the_paper_of_the_row_is_previewed_with_its_code(shown, qtbot):
    shown.view.table.go_to(3)
    shown.act_preview.trigger()
    qtbot.waitUntil(lambda: shown.view.panel.preview.page_count() > 0, timeout=30_000)
    assert shown.view.paper().request.id == shown.view.current().key.phase_id
