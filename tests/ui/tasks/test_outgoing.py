"""The paper desk: what every tab sends out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.register_file import make_context
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.papers.blocks import Document, Title
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.office import forms
from thidua_desktop.storage import records
from thidua_desktop.ui import printing
from thidua_desktop.ui.bus import Bus
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks.outgoing import PaperDesk

PAPER = Document((Title("BẢN ĐĂNG KÝ", "Thi đua năm 2026"),), subject="Bản đăng ký")


def paper():
    return PAPER


def missing():
    raise KnownError("Đơn vị này vừa bị xóa.", "Hãy chọn đơn vị khác.")


def nothing():
    raise NothingToExport("Năm 2026 chưa có đơn vị nào.")


@pytest.fixture
def desk(qtbot, ask, tasks):
    owner = QWidget()
    qtbot.addWidget(owner)
    return PaperDesk(TabContext(None, Bus(), ask, tasks, 2026), owner)


def test_the_pages_wanted_last_are_the_ones_shown(desk, qtbot, tasks):
    shown = []
    desk.pages.connect(shown.append)
    for _ in range(3):
        desk.preview(paper)
    qtbot.waitUntil(lambda: tasks.is_idle, timeout=20_000)
    assert len(shown) == 1
    assert shown[0].startswith(b"%PDF")


def test_pages_are_set_again_after_a_change_only_while_in_view(desk, qtbot, tasks):
    shown = []
    desk.pages.connect(shown.append)
    desk.refresh()
    assert not desk._later.isActive()
    desk.preview(paper)
    qtbot.waitUntil(lambda: len(shown) == 1, timeout=20_000)
    desk.refresh()
    qtbot.waitUntil(lambda: len(shown) == 2, timeout=20_000)
    desk.refresh()
    desk.leave_preview()
    assert not desk._later.isActive()


def test_a_preview_that_cannot_be_set_says_why_in_its_place(desk, ask):
    said = []
    desk.no_pages.connect(lambda *words: said.append(words))
    desk.preview(missing)
    assert said == [("Đơn vị này vừa bị xóa.", "Hãy chọn đơn vị khác.")]
    assert ask.said == []


@pytest.mark.parametrize(("gather", "words"), [(missing, "Đơn vị này vừa bị xóa."), (nothing, "Năm 2026 chưa có")])
def test_what_cannot_leave_is_told(desk, ask, tasks, gather, words):
    desk.export(gather, "a", "docx")
    desk.print(gather, "a")
    desk.export_sheet(gather, "a")
    desk.export_each(gather, "docx")
    assert [one.text.startswith(words) for one in ask.said] == [True] * 4
    assert tasks.is_idle


def test_a_paper_is_printed_under_its_name(desk, qtbot, monkeypatch):
    printed = []
    monkeypatch.setattr(printing, "print_pdf", lambda ask, tasks, pdf, name, parent: printed.append((name, pdf[:4])))
    desk.print(paper, "Bản đăng ký")
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    assert printed == [("Bản đăng ký", b"%PDF")]


def test_a_paper_without_a_spreadsheet_has_none_to_ask_for(desk):
    with pytest.raises(ValueError, match="plan has no sheet"):
        desk.sheet("plan", Request(2026, 1))


# Papers that the office has several forms for


@pytest.fixture
def office_desk(qtbot, tmp_path, ask, tasks):
    """The desk over a data file whose office has another form for the table of targets."""
    context = make_context(tmp_path, ask, tasks)
    forms.add_form(context.workspace, "targets", "mẫu của khối trường")
    owner = QWidget()
    qtbot.addWidget(owner)
    yield PaperDesk(context, owner)
    context.workspace.file.close()


def set_in(desk, monkeypatch, **export):
    """In which forms a paper is gathered from now on."""
    seen = []

    def document(workspace, request):
        seen.append(request.form)
        return PAPER

    made = replace(EXPORTS["targets"], document=document, **export)
    monkeypatch.setitem(EXPORTS, "targets", made)
    return seen


@pytest.mark.parametrize(("answer", "form"), [(0, ""), (1, "mẫu của khối trường")])
def test_the_clerk_chooses_the_form_that_a_paper_is_printed_in(
    office_desk, ask, qtbot, tasks, monkeypatch, tmp_path, answer, form
):
    seen = set_in(office_desk, monkeypatch)
    ask.answers = [answer, tmp_path / "a.pdf"]
    office_desk.export(office_desk.paper("targets", Request(2026)), "a", "pdf")
    qtbot.waitUntil(lambda: tasks.is_idle and (tmp_path / "a.pdf").exists(), timeout=20_000)
    assert seen == [form]
    assert ask.texts[0] == "Dùng mẫu nào cho “Bảng chỉ tiêu”?"
    assert ask.said[0].options == ("Mẫu thường dùng", "mẫu của khối trường")


def test_a_broken_form_is_told_before_the_one_that_ships_is_printed(
    office_desk, ask, qtbot, tasks, monkeypatch, tmp_path
):
    workspace = office_desk.context.workspace
    with workspace.file.act("Nạp"):
        row = {"kind": "biểu mẫu", "name": "targets", "content": 'paper = "targets"'}
        records.insert(workspace.file, "office_definitions", row)
    seen = set_in(office_desk, monkeypatch)
    for answer in (None, 0):
        ask.answers = [answer, tmp_path / "a.pdf"]
        office_desk.export(office_desk.paper("targets", Request(2026)), "a", "pdf")
    qtbot.waitUntil(lambda: tasks.is_idle and (tmp_path / "a.pdf").exists(), timeout=20_000)
    assert seen == ["mẫu gốc"]
    assert "có lỗi nên chưa in được" in ask.texts[0]
    assert (ask.said[0].explain, ask.said[0].options[0]) == ("Chưa có khối [[block]] nào.", "Mẫu gốc")


def test_who_gives_up_prints_nothing(office_desk, ask, tasks, monkeypatch):
    seen = set_in(office_desk, monkeypatch)
    ask.answers = [None]
    office_desk.print(office_desk.paper("targets", Request(2026)), "a")
    assert (seen, tasks.is_idle) == ([], True)


def test_a_form_is_asked_for_once_for_all_organisations(office_desk, ask, qtbot, tasks, monkeypatch, tmp_path):
    seen = set_in(office_desk, monkeypatch, for_each=lambda workspace, request: {1: "Thôn 1", 2: "Thôn 2"})
    ask.answers = [1, tmp_path]
    office_desk.export_each(office_desk.papers_for_each("targets", Request(2026)), "pdf")
    qtbot.waitUntil(lambda: tasks.is_idle and len(list(tmp_path.glob("*.pdf"))) == 2, timeout=20_000)
    assert seen == ["mẫu của khối trường"] * 2


def test_letters_to_several_organisations_are_one_paper_in_one_form(
    office_desk, ask, qtbot, tasks, monkeypatch, tmp_path
):
    seen = set_in(office_desk, monkeypatch)
    ask.answers = [1, tmp_path / "a.pdf"]
    office_desk.export(office_desk.papers_joined("targets", Request(2026), [3, 1]), "a", "pdf")
    qtbot.waitUntil(lambda: tasks.is_idle and (tmp_path / "a.pdf").exists(), timeout=20_000)
    assert seen == ["mẫu của khối trường"] * 2


def test_a_paper_gathered_otherwise_is_set_in_the_form_too(office_desk, ask, qtbot, tasks, tmp_path):
    seen = []

    def gather(workspace):
        seen.append(workspace.form)
        return PAPER

    ask.answers = [1, tmp_path / "a.pdf"]
    office_desk.export(office_desk.own_paper("targets", gather), "a", "pdf")
    qtbot.waitUntil(lambda: tasks.is_idle and (tmp_path / "a.pdf").exists(), timeout=20_000)
    assert seen == ["mẫu của khối trường"]


def test_nobody_is_asked_where_there_is_one_form_or_it_is_named(office_desk, ask, qtbot, tasks, monkeypatch, tmp_path):
    seen = set_in(office_desk, monkeypatch)
    office_desk.preview(office_desk.paper("targets", Request(2026)))
    ask.answers = [tmp_path / "a.pdf"]
    office_desk.export(office_desk.paper("targets", Request(2026, form="mẫu gốc")), "a", "pdf")
    qtbot.waitUntil(lambda: tasks.is_idle, timeout=20_000)
    assert seen == ["", "mẫu gốc"]
