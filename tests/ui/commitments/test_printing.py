"""The dialog “In biểu mẫu”: papers and organisations ticked, then printed in one job, or written to files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from thidua_desktop.services import history, print_jobs
from thidua_desktop.services.office import forms
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commune, registrations
from thidua_desktop.ui import printing
from thidua_desktop.ui.tabs.commitments.printing.print_dialog import BLANK, BY_PAPER, PRINT, WORD
from thidua_desktop.ui.tabs.commitments.tab import SUMMARY

FORM, PERSON, PROGRESS = "registration-form", "personal-registration", "progress-form"


@pytest.fixture
def dialog(tab):
    tab.act_papers.trigger()
    yield tab.papers.dialog
    if tab.papers.dialog is not None:
        tab.papers.dialog.reject()


@pytest.fixture
def printed(monkeypatch):
    """(pages, name) of every print job."""
    jobs = []
    monkeypatch.setattr(printing, "print_pdf", lambda ask, tasks, pdf, name, parent: jobs.append((pdf, name)))
    return jobs


def pages(pdf: bytes) -> int:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def press(dialog, way):
    dialog.buttons[way].click()


def test_the_papers_stand_in_the_order_of_the_year_with_the_form_ticked(dialog):
    assert dialog.papers.ticked == (FORM,)
    assert list(dialog.papers.boxes)[:2] == [FORM, PERSON]
    assert dialog.job.organisation_ids == (1, 2, 3)
    assert dialog.said.text() == "1 biểu mẫu, 3 đơn vị"
    assert dialog.shown._note.text() == "đơn vị đầu tiên được chọn"


def test_all_that_is_ticked_is_one_print_job(dialog, tab, printed, qtbot):
    dialog.papers.tick((FORM, "pledge"))
    press(dialog, PRINT)
    qtbot.waitUntil(lambda: bool(printed), timeout=30_000)
    ((pdf, name),) = printed
    assert name == "Biểu mẫu thi đua của các đơn vị 2026 - xã Ví Dụ"
    assert pages(pdf) >= 6
    assert tab.papers.dialog is None


def test_the_organisation_in_view_alone(dialog, ask):
    dialog.tick_chosen()
    ask.answers = [None]
    press(dialog, WORD)
    assert ask.said[-1].explain == "Bản đăng ký thi đua Hội Nông dân xã 2026 - xã Ví Dụ.docx"


def test_those_whose_form_did_not_come_in(dialog, tab, context, ask):
    dialog.reject()
    first = registrations.standing(context.workspace, 2026)[0]
    context.bus.publish(registrations.set_received(context.workspace, first.registration_id, context.workspace.today()))
    tab.act_papers.trigger()
    again = tab.papers.dialog
    again.tick_missing()
    assert again.job.organisation_ids == (2, 3)
    assert again.model.text(0, 1) == "05/02/2026" and again.model.text(1, 1) == "chưa nộp"
    again.tick_none()
    assert not again.buttons[PRINT].isEnabled()


def test_blank_ones_are_named_so_and_counted_for_people(dialog, ask):
    dialog.papers.tick((PERSON,))
    assert not dialog.copies.isVisible()
    dialog.kind.setCurrentText(BLANK)
    assert dialog.copies.isVisible()
    dialog.copies.setValue(5)
    assert (dialog.job.blank, dialog.job.copies) == (True, 5)
    ask.answers = [None]
    press(dialog, "pdf")
    assert ask.said[-1].explain == "Phiếu đăng ký thi đua cá nhân (mẫu trống) của các đơn vị 2026 - xã Ví Dụ.pdf"


def test_each_organisation_gets_a_file_of_its_own(dialog, ask, qtbot, tmp_path):
    dialog.papers.tick((FORM, "pledge"))
    dialog.each.setChecked(True)
    ask.answers = [tmp_path]
    press(dialog, WORD)
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=30_000)
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == [
        "Biểu mẫu thi đua 2026 - Hội Nông dân xã.docx",
        "Biểu mẫu thi đua 2026 - Hội Phụ nữ xã.docx",
        "Biểu mẫu thi đua 2026 - Đoàn Thanh niên xã.docx",
    ]


def test_the_phase_is_asked_where_a_paper_is_about_one(dialog):
    assert not dialog.phase.isVisible()
    dialog.papers.tick((PROGRESS,))
    assert dialog.phase.isVisible() and dialog.job.phase_id == dialog.phase.currentData()


def test_a_file_that_is_given_up_leaves_all_as_it_was_chosen(dialog, tab, ask):
    dialog.papers.tick((FORM, "pledge"))
    dialog.kind.setCurrentText(BLANK)
    dialog.tick_chosen()
    before = dialog.job
    for each in (False, True):
        dialog.each.setChecked(each)
        ask.answers = [None]
        press(dialog, WORD)
        assert tab.papers.dialog is dialog and dialog.isVisible() and dialog.job == before


def test_what_was_chosen_is_there_the_next_time(dialog, tab):
    dialog.papers.tick((FORM, "pledge"))
    dialog.order.setCurrentText(BY_PAPER)
    dialog.kind.setCurrentText(BLANK)
    dialog.reject()
    tab.act_papers.trigger()
    again = tab.papers.dialog
    assert again.papers.ticked == (FORM, "pledge") and again.job.by_paper and again.job.blank
    again.reject()


def test_nothing_moves_under_the_mouse_when_a_second_paper_is_ticked(dialog, qapp):
    def places():
        qapp.processEvents()
        return [part.mapTo(dialog, QPoint()).y() for part in (dialog.kind, dialog.papers.boxes["pledge"])]

    before = places()
    dialog.papers.tick((FORM, "pledge"))
    assert dialog.order.isVisible() and places() == before


def test_the_pages_of_the_first_organisation_are_beside_it(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.preview.page_count() > 0, timeout=30_000)
    first = dialog.preview.pdf
    dialog.kind.setCurrentText(BLANK)
    qtbot.waitUntil(lambda: dialog.preview.pdf not in (b"", first), timeout=30_000)
    dialog.papers.tick(())
    qtbot.waitUntil(lambda: dialog.preview.page_count() == 0, timeout=30_000)
    assert not dialog.buttons[PRINT].isEnabled()


def test_the_paper_of_the_view_in_front_is_ticked(tab):
    tab.switch.setCurrentIndex(SUMMARY)
    tab.act_papers.trigger()
    assert tab.papers.dialog.papers.ticked == ("registration-summary",)
    assert tab.papers.dialog.shown._note.text() == "", "a paper of the commune is of no organisation"
    assert not tab.papers.dialog.table.isEnabled() and tab.papers.dialog.buttons[PRINT].isEnabled()
    tab.papers.dialog.reject()


def test_a_paper_is_set_in_the_form_that_is_chosen(tab, context):
    forms.add_form(context.workspace, FORM, "mẫu khối trường")
    tab.act_papers.trigger()
    dialog = tab.papers.dialog
    assert dialog.job.forms == {}
    box = dialog.papers.forms_of[FORM]
    box.setCurrentIndex(box.findData("mẫu khối trường"))
    assert dialog.job.forms == {FORM: "mẫu khối trường"}
    dialog.reject()


def test_what_the_commune_registers_is_written_from_here(dialog, tab, context):
    dialog.papers.commune_button.click()
    asked = tab.papers.commune
    asked.titles.setPlainText("Cờ thi đua của tỉnh\n")
    asked.cluster.setText("Cụm thi đua số 5")
    asked.accept()
    kept = commune.commune_registration(context.workspace, 2026)
    assert (kept.titles, kept.cluster) == (("Cờ thi đua của tỉnh",), "Cụm thi đua số 5")
    assert history.undo_text(context.workspace) == "Sửa đăng ký của xã với tỉnh năm 2026"
    assert tab.papers.commune is None


def test_what_is_to_be_known_of_a_paper_is_told_before_and_when_it_is_made(dialog, ask, monkeypatch):
    monkeypatch.setattr(print_jobs, "remarks", lambda workspace, job: ("Mức xã đăng ký chưa đạt.",))
    dialog._set_pages()
    assert dialog.remarks.isVisible() and dialog.remarks.text() == "Mức xã đăng ký chưa đạt."
    ask.answers = [None]
    press(dialog, WORD)
    assert [notice.text for notice in ask.notices] == ["Mức xã đăng ký chưa đạt."]


def test_without_an_organisation_only_a_blank_form_leaves(context, make_tab, ask):
    tab = make_tab()
    tab.act_papers.trigger()
    dialog = tab.papers.dialog
    assert not dialog.buttons[WORD].isEnabled()
    dialog._set_pages()
    assert dialog.preview._empty._title.text() == "Năm 2026 chưa có đơn vị nào"
    dialog.kind.setCurrentText(BLANK)
    ask.answers = [None]
    press(dialog, WORD)
    assert ask.said[-1].what == "save_file"
    assert registers.count(context.workspace, "organisations") == 0
    dialog.reject()


def act(menu: QMenu, words: str):
    return next(one for one in menu.actions() if one.text() == words)


def test_the_summary_and_the_results_leave_as_spreadsheets(tab, ask, qtbot, tmp_path):
    menu = tab.sheets_button.menu()
    ask.answers = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    act(menu, "Xuất bảng tổng hợp đăng ký…").trigger()
    act(menu, "Xuất chỉ tiêu và kết quả…").trigger()
    qtbot.waitUntil(lambda: len(ask.notices) == 2, timeout=30_000)
    assert all((tmp_path / name).stat().st_size > 1000 for name in ("a.xlsx", "b.xlsx"))
