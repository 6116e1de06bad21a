from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.cli.saying import Run, is_one_line
from thidua_desktop import bootstrap
from thidua_desktop.services.registration import registrations
from thidua_desktop.storage import records
from thidua_desktop.storage.registration import titles_of_year


def _listed(data: Path) -> None:
    with bootstrap.opened(data) as desk:
        registrations.enter_new(desk, 2026, "Hội Nông dân")
        registrations.enter_new(desk, 2026, "Đoàn xã")


def _returned(run: Run, data: Path, folder: Path) -> Path:
    run("--data", data, "export", "commitment-sheet", "--year", 2026, "--all", "--out", folder)
    path = folder / "Đăng ký thi đua 2026 - Hội Nông dân.xlsx"
    book = openpyxl.load_workbook(path)
    page = book["Cá nhân"]
    for place, text in {"B5": "Nguyễn Văn Mẫu", "D5": "LĐTT", "B6": "Lê Mẫu", "D6": "Danh hiệu lạ"}.items():
        page[place].value = text
    book.save(folder / "gửi lại.xlsx")
    return folder / "gửi lại.xlsx"


def test_a_form_for_each_organisation_goes_out_and_comes_back(run: Run, data: Path, tmp_path: Path) -> None:
    _listed(data)
    sent = _returned(run, data, tmp_path / "phiếu")
    code, said, err = run("--data", data, "import-sheet", sent, "--look", "--year", 2026)
    assert (code, err) == (1, "")
    assert said.splitlines() == [
        "gửi lại.xlsx: nhận được – Phiếu đăng ký · Hội Nông dân (theo mã trong phiếu)",
        "  [đã sửa] Cá nhân, dòng 5: Nguyễn Văn Mẫu – Lao động tiên tiến. “LĐTT” hiểu là “Lao động tiên tiến”.",
        "  [nghi ngờ] Cá nhân, dòng 6: Lê Mẫu – Danh hiệu lạ. "
        "“Danh hiệu lạ” không có trong danh mục danh hiệu, hình thức khen thưởng.",
        "  Cộng 2 dòng: 1 đã sửa, 1 nghi ngờ.",
    ]
    code, said, err = run("--data", data, "import-sheet", sent, "--year", 2026)
    assert said.splitlines()[-1] == "Đã lưu 1 dòng, kèm tệp gốc."
    with bootstrap.opened(data) as desk:
        assert [row["subject"] for row in titles_of_year(desk.file, 2026)] == ["Nguyễn Văn Mẫu"]
    code, said, err = run("--data", data, "import-sheet", sent, "--year", 2026)
    assert (code, said.splitlines()[0]) == (
        1,
        "gửi lại.xlsx: đã nhận rồi – Phiếu đăng ký · Hội Nông dân (theo mã trong phiếu)",
    )


def test_an_organisation_is_named_as_it_was_called_before(run: Run, data: Path, tmp_path: Path) -> None:
    _listed(data)
    with bootstrap.opened(data) as desk, desk.file.act("thử"):
        records.insert(desk.file, "former_names", {"organisation_id": 1, "name": "Hội Nông dân tập thể Mẫu"})
    out = tmp_path / "phiếu.xlsx"
    words = ("export", "commitment-sheet", "--year", 2026, "--org", "hội nông dân tập thể mẫu", "--out", out)
    assert run("--data", data, *words)[0] == 0
    assert out.exists()


def test_doubtful_rows_are_taken_when_asked_for(run: Run, data: Path, tmp_path: Path) -> None:
    _listed(data)
    sent = _returned(run, data, tmp_path / "phiếu")
    run("--data", data, "import-sheet", sent, "--year", 2026, "--doubtful")
    with bootstrap.opened(data) as desk:
        assert len(titles_of_year(desk.file, 2026)) == 2


def test_a_form_that_nobody_saved_is_taken_only_when_asked_for(run: Run, data: Path, tmp_path: Path) -> None:
    _listed(data)
    _returned(run, data, tmp_path / "phiếu")
    sent = tmp_path / "phiếu" / "Đăng ký thi đua 2026 - Đoàn xã.xlsx"
    code, said, _ = run("--data", data, "import-sheet", sent, "--year", 2026)
    assert (code, "chưa được lưu lại" in said, "Đã lưu" in said) == (1, True, False)
    code, said, _ = run("--data", data, "import-sheet", sent, "--year", 2026, "--doubtful")
    assert "Đã lưu 0 dòng" in said


def test_bad_input_is_one_line(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("chữ", encoding="utf-8")
    code, said, err = run("--data", data, "import-sheet", tmp_path / "x.txt", "--year", 2026)
    assert (code, err) == (1, "")
    assert "không phải tệp Excel hay Word" in said
    code, said, err = run("--data", data, "import-sheet", tmp_path / "x.txt", "--year", 2019)
    assert (code, said) == (2, "")
    assert is_one_line(err)
    code, said, err = run("--data", data, "import-sheet", tmp_path / "x.txt", "--year", 2026, "--org", "Không có")
    assert (code, is_one_line(err)) == (2, True)
