from __future__ import annotations

import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.saying import Run, is_one_line
from tests.services.samples import PLAN
from thidua_desktop import bootstrap
from thidua_desktop.services.awards import nominations, rounds
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.office import forms
from thidua_desktop.services.plan import plans
from thidua_desktop.storage import records


@pytest.mark.parametrize(
    ("what", "name", "start"),
    [
        ("plan", "kế hoạch.docx", b"PK"),
        ("plan", "kế hoạch.PDF", b"%PDF"),
        ("targets", "chỉ tiêu.docx", b"PK"),
        ("targets", "chỉ tiêu.pdf", b"%PDF"),
        ("targets", "chỉ tiêu.xlsx", b"PK"),
    ],
)
def test_papers_are_written_by_the_ending_of_their_name(
    run: Run, data: Path, tmp_path: Path, what: str, name: str, start: bytes
) -> None:
    out = tmp_path / name
    code, said, err = run("--data", data, "export", what, "--year", 2026, "--out", out)
    assert (code, said, err) == (0, f"Đã ghi {out}\n", "")
    assert out.read_bytes().startswith(start)


def test_the_newest_plan_is_written_unless_another_is_named(run: Run, data: Path, tmp_path: Path) -> None:
    with bootstrap.opened(data) as desk:
        plans.store_plan(desk, replace(PLAN, title="Bản thứ hai"))
    for words, title in (((), "Bản thứ hai"), (("--id", 1), PLAN.title)):
        run("--data", data, "export", "plan", "--year", 2026, "--out", tmp_path / "a.docx", *words)
        with zipfile.ZipFile(tmp_path / "a.docx") as archive:
            assert title in archive.read("word/document.xml").decode("utf-8")
    code, _, err = run("--data", data, "export", "plan", "--year", 2026, "--out", tmp_path / "a.docx", "--id", 9)
    assert (code, "không có kế hoạch số 9 (có: 1, 2)" in err) == (2, True)


def test_papers_of_awards_are_about_a_round(run: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "danh sách.docx"
    export = ("--data", data, "export", "nominations", "--year", 2026, "--out", out)
    assert run(*export)[:2] == (1, "Năm 2026 chưa có đợt xét nào để xuất.\n")
    with bootstrap.opened(data) as desk:
        _, round_id = rounds.add_round(desk, 2026)
    assert run(*export)[:2] == (1, "Đợt xét chưa có đề nghị nào để lập danh sách. Thêm đề nghị khen thưởng trước.\n")
    with bootstrap.opened(data) as desk:
        nominations.add_row(desk, "nominations", {"subject": "Lê Văn Giả", "award": "LĐTT"}, scope=round_id)
    assert run(*export, "--id", round_id) == (0, f"Đã ghi {out}\n", "")
    assert out.read_bytes().startswith(b"PK")


def test_a_report_of_which_half_is_missing_is_written_and_says_what(run: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "báo cáo.docx"
    for what, year, lacks in (
        ("report", 2026, "Cần xem: Chưa có khen thưởng nào của năm 2026. Phần V của báo cáo còn để trống."),
        ("report", 2027, "Cần xem: Chưa có kế hoạch năm 2027. Phần I, III, IV của báo cáo lấy từ kế hoạch."),
        ("midyear-report", 2027, "Cần xem: Chưa có kế hoạch năm 2027. Phần I, III, IV của báo cáo lấy từ kế hoạch."),
    ):
        code, said, err = run("--data", data, "export", what, "--year", year, "--out", out)
        assert (code, err) == (1, "")
        assert said.startswith(f"Đã ghi {out}\n") and lacks in said
        assert out.read_bytes().startswith(b"PK")


def test_a_paper_is_set_in_the_form_that_is_named(run: Run, data: Path, tmp_path: Path) -> None:
    with bootstrap.opened(data) as desk:
        own = desk.definitions.form_text("plan")
        forms.store_text(desk, "plan", own.replace('doc_type = "{doc_type}"', 'doc_type = "KẾ HOẠCH CỦA XÃ"'))
        forms.add_form(desk, "plan", "Mẫu của tỉnh")
        forms.store_text(desk, "plan", own.replace('"{doc_type}"', '"KẾ HOẠCH KIỂU TỈNH"'), "Mẫu của tỉnh")
    out = tmp_path / "a.docx"
    export = ("--data", data, "export", "plan", "--year", 2026, "--out", out)
    for words, title in (
        ((), "CỦA XÃ"),
        (("--form", "mau cua tinh"), "KIỂU TỈNH"),
        (("--form", "mẫu gốc"), ">KẾ HOẠCH<"),
    ):
        assert run(*export, *words)[0] == 0
        with zipfile.ZipFile(out) as archive:
            assert title in archive.read("word/document.xml").decode("utf-8")
    code, said, err = run(*export, "--form", "mẫu khác")
    assert (code, said) == (2, "")
    assert "không có mẫu nào tên “mẫu khác” (có: “Mẫu của tỉnh”, “mẫu gốc”)" in err
    assert is_one_line(err)


def test_a_broken_form_of_the_office_prints_nothing_and_names_its_place(run: Run, data: Path, tmp_path: Path) -> None:
    with bootstrap.opened(data) as desk, desk.file.act("Nạp"):
        bad = desk.definitions.form_text("plan").replace("{title}", "{ten}")
        records.insert(desk.file, "office_definitions", {"kind": forms.KIND, "name": "plan", "content": bad})
    out = tmp_path / "a.pdf"
    export = ("--data", data, "export", "plan", "--year", 2026, "--out", out)
    code, _, err = run(*export)
    assert (code, out.exists(), is_one_line(err)) == (2, False, True)
    assert "dòng 22, khối thứ 2 (title), mục “subject”: không có trường “{ten}”" in err
    assert run(*export, "--form", "mẫu gốc")[0] == 0


def test_what_can_be_exported_is_listed(run: Run) -> None:
    code, out, err = run("export", "--list")
    assert (code, err) == (0, "")
    assert out.startswith("plan: Kế hoạch (.docx, .pdf)\ntargets: Bảng chỉ tiêu (.docx, .pdf, .xlsx)\n")
    assert [line.partition(":")[0] for line in out.splitlines()] == list(EXPORTS)


def test_an_export_that_cannot_be(run: Run, data: Path, tmp_path: Path) -> None:
    export = ("--data", data, "export", "plan", "--year")
    assert run(*export, 2027, "--out", tmp_path / "a.docx")[:2] == (1, "Năm 2027 chưa có kế hoạch nào để xuất.\n")
    code, _, err = run(*export, 2031, "--out", tmp_path / "a.docx")
    assert (code, is_one_line(err)) == (2, True)
    code, _, err = run(*export, 2026, "--out", tmp_path / "USB" / "a.docx")
    assert (code, "Không thấy thư mục" in err, is_one_line(err)) == (2, True, True)
    (tmp_path / "b.docx").mkdir()
    code, _, err = run(*export, 2026, "--out", tmp_path / "b.docx")
    assert (code, is_one_line(err)) == (2, True)
    assert not list(tmp_path.glob("*.part"))


def test_a_full_disk_leaves_the_old_paper(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.docx"
    out.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = run("--data", data, "export", "plan", "--year", 2026, "--out", out)
    assert (code, "Ổ đĩa đã đầy" in err, is_one_line(err)) == (2, True, True)
    assert out.read_bytes() == b"old"
    code, _, err = run("--data", data, "backup")
    assert (code, "đã đầy" in err, is_one_line(err)) == (2, True, True)
