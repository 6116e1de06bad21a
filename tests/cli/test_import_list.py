from __future__ import annotations

from pathlib import Path

from tests.cli.saying import Run
from tests.services.members.listing import workbook
from thidua_desktop import bootstrap
from thidua_desktop.services.registers import registers
from thidua_desktop.storage import records


def _people(data: Path) -> list[object]:
    with bootstrap.opened(data) as desk:
        return [row["full_name"] for row in records.page(desk.file, "people")]


def test_a_list_of_people_is_told_row_by_row_and_taken(run: Run, data: Path, tmp_path: Path) -> None:
    with bootstrap.opened(data) as desk:
        registers.add_row(desk, "organisations", {"name": "Thôn Đông"})
    path = tmp_path / "cán bộ.xlsx"
    rows = (
        ("DANH SÁCH",),
        ("STT", "Họ và tên", "Năm sinh", "Đơn vị", "Quê quán"),
        (1, "Nguyễn Văn Mẫu", 1980, "thôn Đông", ""),
        (2, "Lê Thị Giả", "01/02/1975", "Thôn Xa", ""),
    )
    path.write_bytes(workbook(*rows).content)
    code, said, err = run("--data", data, "import-sheet", path, "--look", "--year", 2026)
    assert (code, err) == (1, "")
    assert said.splitlines() == [
        "cán bộ.xlsx: danh sách cá nhân, trang “Sheet”, tiêu đề ở dòng 2",
        "  Cột: “Họ và tên” là Họ và tên; “Năm sinh” là Ngày sinh; “Đơn vị” là Tổ chức.",
        "  Cột bỏ qua: “STT”, “Quê quán”.",
        "  [mới] dòng 3: Nguyễn Văn Mẫu. Thôn Đông · Sinh năm 1980. "
        "Chỉ biết năm sinh “1980”: ngày sinh để trống, năm chép vào ghi chú.",
        "  [nghi ngờ] dòng 4: Lê Thị Giả. 01/02/1975 · Tổ chức ghi “Thôn Xa”. "
        "Danh mục chưa có tổ chức “Thôn Xa”: nhập trong cửa sổ (Danh mục) để chọn.",
        "  Cộng 2 dòng: 1 mới, 1 nghi ngờ.",
    ]
    assert _people(data) == []
    code, said, err = run("--data", data, "import-sheet", path, "--year", 2026)
    assert (code, said.splitlines()[-1]) == (1, "Đã lưu 1 dòng.")
    assert _people(data) == ["Nguyễn Văn Mẫu"]
    run("--data", data, "import-sheet", path, "--year", 2026, "--doubtful")
    assert _people(data) == ["Nguyễn Văn Mẫu", "Lê Thị Giả"]


def test_a_list_of_organisations_in_lines_of_values(run: Run, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "đơn vị.csv"
    path.write_text("Tên đơn vị;Điện thoại\nThôn Đông;0900 000 001\nThôn Tây;\n", encoding="utf-8")
    code, said, err = run("--data", data, "import-sheet", path, "--year", 2026)
    assert (code, err) == (0, "")
    assert said.splitlines()[0] == "đơn vị.csv: danh sách tổ chức, trang “đơn vị”, tiêu đề ở dòng 1"
    with bootstrap.opened(data) as desk:
        names = [(row["name"], row["contact"]) for row in records.page(desk.file, "organisations")]
    assert names == [("Thôn Đông", "0900 000 001"), ("Thôn Tây", "")]
