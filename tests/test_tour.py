"""The tour of a whole year works in the real window; steps that go wrong are named."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from thidua_desktop.domain.registration.commitments import Standing
from tour import __main__ as command
from tour import by_file, screen, story
from tour import hands as tour_hands
from tour.hands import expect
from tour.record import Record, StepFailed
from tour.sample_plan import sample_plan

HURRIED = 0.03  # seconds: nobody looks at these pictures


@pytest.mark.timeout(240)  # a minute of its own, more beside others
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_whole_year_is_done_in_the_window(qapp, tmp_path):
    record = story.tell(sample_plan(tmp_path / "Kế hoạch.docx"), tmp_path / "vòng", quiet=HURRIED)
    told = (tmp_path / "vòng" / "tour.md").read_text(encoding="utf-8")
    left = [name for step in record.steps for name in (*step.pictures, *step.papers)]
    assert all((tmp_path / "vòng" / name).stat().st_size > 1000 for name in left)
    assert all(name in told for name in left)
    pictures = {Path(name).stem.split("-", 1)[1] for step in record.steps for name in step.pictures}
    assert {"nhap-chi-tieu", "nhap-chua-hieu", "bao-cao-so-ket-6-thang", "thong-ke-khen-thuong"} <= pictures
    assert {"ke-hoach-da-ban-hanh", "so-sanh-hai-ban", "so-voi-tep-da-danh-dau", "ban-da-duoc-thay"} <= pictures
    assert {"xep-khoi", "giao-phan-cua-don-vi", "sua-mau", "in-bieu-mau", "nhan-tep", "ho-van-hoa"} <= pictures
    assert {"nhap-theo-ban-chup", "dieu-chinh-cam-ket", "buc-tranh-nam", "ghi-da-nhac", "cham-diem"} <= pictures
    assert {name.rsplit(".", 1)[1] for name in left} == {"png", "docx", "pdf", "xlsx"}


def test_the_screen_is_as_large_as_the_window_unless_one_was_chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    screen.set_up(tmp_path, (1366, 768))
    chosen = os.environ["QT_QPA_PLATFORM"]
    (told,) = json.loads(Path(chosen.partition("configfile=")[2]).read_text(encoding="utf-8"))["screens"]
    assert (told["width"], told["height"], told["logicalDpi"]) == (1366, 768, 96)
    screen.set_up(tmp_path, (800, 600))
    assert os.environ["QT_QPA_PLATFORM"] == chosen


def test_a_sheet_comes_back_as_an_organisation_fills_it(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Kết quả"
    for place, heading in enumerate(
        ("STT", "Nội dung cam kết", "Mức cam kết", "Kết quả lũy kế", "Minh chứng"), start=1
    ):
        page.cell(by_file.TOP - 1, place, heading)
    for row, (quote, planned) in enumerate((("Trồng rừng", "≥ 1.200,5 cây"), ("Xây nhà", "4 nhà"), ("Mô hình", None))):
        page.cell(by_file.TOP + row, 2, quote)
        page.cell(by_file.TOP + row, 3, planned)
    by_file._fill_progress(book, 1, Standing(1, "Thôn Mẫu 1"))
    assert [page.cell(by_file.TOP + row, 4).value for row in range(4)] == [1200.5, 3, "Đạt", None]


def test_a_step_that_goes_wrong_is_named(tmp_path):
    record = Record(tmp_path)
    with pytest.raises(StepFailed, match="Họp Hội đồng: chưa có ai được chọn"), record.step("Họp Hội đồng"):
        expect(False, "chưa có ai được chọn")
    assert "## 1. Họp Hội đồng" in record.write().read_text(encoding="utf-8")


@pytest.fixture
def hands(qapp, tmp_path):
    made = story.opened(Record(tmp_path))
    yield made
    story.close(made)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_window_is_settled_only_when_the_work_behind_it_has_ended(hands):
    done = []
    hands.window.tasks.run("Đang làm", lambda progress: time.sleep(0.3), done.append)
    hands.settle(0)
    assert done == [None]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_does_not_come_in_time_is_named(hands, monkeypatch):
    monkeypatch.setattr(tour_hands, "WITHIN", 0.2)
    with pytest.raises(AssertionError, match="không thấy nút Không có nút này"):
        hands.press("Không có nút này")
    with pytest.raises(StepFailed, match="Ghi giấy: chưa ghi 01-Giấy"), hands.record.step("Ghi giấy"):
        hands.written("Giấy", "pdf", lambda path: None)


def test_a_failed_step_ends_the_command_with_its_name(tmp_path, monkeypatch, capsys):
    def tell(plan, out, size):
        with Record(out).step("Họp Hội đồng"):
            expect(False, "chưa có ai được chọn")

    monkeypatch.setattr(story, "tell", tell)
    assert command.main(["--out", str(tmp_path), "--plan", "kế hoạch.docx"]) == 1
    out, err = capsys.readouterr()
    assert out == "1. Họp Hội đồng\n"
    assert err.splitlines()[-1] == "Hỏng ở bước: Họp Hội đồng: chưa có ai được chọn"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_goes_wrong_before_the_first_step_is_told_too(qapp, tmp_path, monkeypatch):
    hook = sys.excepthook
    monkeypatch.setattr(tour_hands.Hands, "settle", lambda self, quiet=0: expect(False, "cửa sổ không mở được"))
    with pytest.raises(AssertionError, match="cửa sổ không mở được"):
        story.opened(Record(tmp_path))
    assert sys.excepthook is hook
