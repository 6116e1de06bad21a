"""The self-test finds what is there to try by itself, and says what does not work."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop import bootstrap, cli, self_test
from thidua_desktop.domain.registers.catalogue import REGISTERS
from thidua_desktop.exporting.pdf import writer
from thidua_desktop.services.export_parts import Export
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.plan import plans
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui import crash
from thidua_desktop.ui.shell import pages
from thidua_desktop.ui.tab import Tab
from thidua_desktop.ui.widgets.preview import PreviewPane


@pytest.fixture
def tried(qapp):
    """Runs the self-test: whether all was good, and its lines."""

    def run() -> tuple[bool, list[str]]:
        lines: list[str] = []
        return self_test.run(lines.append), lines

    return run


@pytest.fixture
def little(monkeypatch):
    """Little to try: a file with one empty plan, the papers of a plan, and no act in the window."""

    def create(path: Path) -> Workspace:
        workspace = bootstrap.create_workspace(path, self_test.OFFICE, self_test.SIGNERS, 2026)
        plans.store_plan(workspace, plans.blank_plan(workspace, 2026))
        return workspace

    monkeypatch.setattr(bootstrap, "create_sample", create)
    for acts in ("check_acts", "check_menus"):
        monkeypatch.setattr(f"thidua_desktop.self_test_window.DrivenWindow.{acts}", lambda *_: None)
    papers = {name: EXPORTS[name] for name in ("plan", "targets")}
    monkeypatch.setattr(self_test, "EXPORTS", papers)
    return papers


def bad(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("Hỏng: ")]


def test_everything_the_program_offers_is_tried(tried):
    good, lines = tried()
    assert (good, bad(lines)) == (True, [])
    said = "\n".join(lines)
    titles = [page.title for page in pages.PAGES] + [register.title for register in REGISTERS.values()]
    papers = [f"“{about.title}” thành {ending}" for about in EXPORTS.values() for ending in about.endings]
    assert [words for words in titles + papers if words not in said] == []
    assert all(f"biểu mẫu {path.name}" in said for path in Path("forms").glob("*.toml"))
    assert {"Thao tác “Phím tắt”", "Thao tác “Thùng rác…”"} <= {line[5:].rstrip(".") for line in lines}


def test_a_command_tells_by_its_exit_code(qapp, capsys, monkeypatch, little):
    assert cli.main(["self-test"]) == 0
    assert "đều tốt" in capsys.readouterr().out.splitlines()[-1]
    monkeypatch.setattr(writer, "FONTS", ("Không có phông này",))
    assert cli.main(["self-test"]) == 1
    said = capsys.readouterr().out
    assert "Hỏng: Có phông chữ của văn bản. Máy này không có phông chữ Times New Roman" in said
    assert "điều hỏng trong" in said.splitlines()[-1]


def broken(*_arguments):
    raise ZeroDivisionError


def test_a_paper_that_cannot_be_made_is_told_with_its_report(tried, little):
    little["broken"] = Export("Giấy hỏng", broken)
    good, lines = tried()
    assert not good
    [docx, pdf] = bad(lines)
    assert docx.startswith(
        "Hỏng: Xuất “Giấy hỏng” thành .docx, mở lại được. Lỗi không lường trước (ZeroDivisionError)."
    )
    assert "thành .pdf" in pdf and str(crash.log_folder()) in pdf


class BrokenTab(Tab):
    """Fails when it is shown, as a slot does: nobody above it hears of it."""

    def showEvent(self, event):
        broken()


def test_a_tab_that_fails_is_told_and_the_others_go_on(tried, monkeypatch, little):
    told = list(pages.PAGES)
    told[3] = pages.Page("Thẻ hỏng", BrokenTab)
    monkeypatch.setattr(pages, "PAGES", tuple(told))
    monkeypatch.setattr("thidua_desktop.self_test_window.PAGES", tuple(told))
    good, lines = tried()
    assert not good
    assert all("ZeroDivisionError" in line for line in bad(lines))
    assert any(line.startswith("Hỏng: Thẻ “Thẻ hỏng” với tệp mới.") for line in lines)
    assert "Tốt: Thẻ “Danh mục” với tệp có số liệu." in lines


def test_a_paper_without_a_page_is_told(tried, monkeypatch, little):
    monkeypatch.setattr(PreviewPane, "page_count", lambda pane: 0)
    good, lines = tried()
    assert not good
    assert all(".pdf" in line and "không có trang nào" in line for line in bad(lines))


def test_a_spoilt_file_of_the_program_is_named(tried, monkeypatch, tmp_path):
    resources = tmp_path / "resources"
    resources.mkdir()
    (resources / "blank.docx").write_bytes(b"PK")
    monkeypatch.setattr(self_test.shipped, "RESOURCES", resources)
    monkeypatch.setattr(self_test, "_check_work", lambda report, folder: None)
    good, lines = tried()
    assert not good
    assert any("“blank.docx” bị hỏng" in line for line in bad(lines))


def test_a_paper_that_the_data_has_nothing_for_is_told(tried, little):
    little["decision"] = EXPORTS["decision"]
    good, lines = tried()
    assert not good
    assert all("chưa có đợt xét nào" in line for line in bad(lines)) and len(bad(lines)) == 2
