"""Lists as files: formulas, merged cells, letters of before Unicode, thousands of rows; any rows come back equal."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.members.commune import Commune
from tests.services.members.listing import (
    HEAD,
    mapped,
    mapped_page,
    organisations,
    people,
    review,
    shown,
    take,
    workbook,
)
from thidua_desktop.domain.lists.report import NEW
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.sheets.returned import Grid
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.exporting.archive import packed, unpacked
from thidua_desktop.importing.sheets.lists import read_list
from thidua_desktop.services import history
from thidua_desktop.services.members import list_import
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace


def test_a_formula_is_told_also_one_without_a_result(desk: Workspace) -> None:
    source = workbook(("STT", "Họ và tên", "Chức vụ"), ("=ROW()-1", "Nguyễn Văn Mẫu", '="Văn"&" thư"'))
    (report,) = list_import.review(desk, mapped(desk, source))
    assert report.reasons == ("Ô “Chức vụ” là công thức chưa có kết quả, coi như để trống.",)
    parts = unpacked(source.content)
    page = next(name for name in parts if b"&amp;" in parts[name])
    parts[page] = parts[page].replace(b"<v></v>", b"<v>V\xc4\x83n th\xc6\xb0</v>").replace(b"<v />", b"<v>x</v>")
    worked_out = SourceFile("tính.xlsx", packed(parts))
    (report,) = list_import.review(desk, mapped(desk, worked_out))
    assert report.reasons == ("Ô “Chức vụ” là công thức; lấy kết quả đã tính.",)
    assert report.values["position"] in ("Văn thư", "x")


def test_merged_cells_a_million_empty_rows_and_macros(desk: Workspace, village: Commune) -> None:
    book = openpyxl.Workbook()
    for row in (("STT", "Họ và tên", "Đơn vị"), (1, "Nguyễn Văn Mẫu", "Thôn Đông"), (2, "Lê Thị Giả", None)):
        book.active.append(row)
    book.active.merge_cells("C2:C3")
    out = io.BytesIO()
    book.save(out)
    parts = unpacked(out.getvalue())
    page = "xl/worksheets/sheet1.xml"
    empty = b"".join(b'<row r="%d" ht="15" customHeight="1"/>' % number for number in range(10, 1_000_010))
    parts[page] = parts[page].replace(b"</sheetData>", empty + b"</sheetData>")
    source = SourceFile("gộp.xlsm", packed(parts | {"xl/vbaProject.bin": b"macro"}))
    remarks = read_list(source).remarks
    assert remarks[0] == "Tệp có macro: macro không được chạy, chỉ lấy chữ và số."
    assert "ô gộp" in remarks[1]
    reports = list_import.review(desk, mapped(desk, source))
    assert [one.content for one in reports] == ["Thôn Đông", "Thôn Đông"]


def test_a_quotation_mark_that_nobody_closed_swallows_no_rows() -> None:
    lines = ("Họ và tên;Chức vụ", '"Lê Thị Giả;Văn thư', 'Võ Văn Thử;Công chức "xã"', *["Đỗ Văn Mẫu;Kế toán"] * 9_000)
    read = read_list(SourceFile("a.csv", "\n".join(lines).encode()))
    assert read.remarks == ("Tệp có dấu ngoặc kép lẻ: mỗi dòng được đọc đúng như ghi.",)
    assert read.grids[0].rows[1:3] == (('"Lê Thị Giả', "Văn thư"), ("Võ Văn Thử", 'Công chức "xã"'))
    good = read_list(SourceFile("a.csv", 'Tên,Việc\nGiả,"Văn thư, kế toán"\n'.encode()))
    assert (good.remarks, good.grids[0].rows[1]) == ((), ("Giả", "Văn thư, kế toán"))


def test_a_list_in_letters_of_before_unicode(desk: Workspace) -> None:
    rows = (
        ("Hä vµ tªn", "Chøc vô"),
        ("NguyÔn V¨n MÉu", "V¨n th­ ñy ban nh©n d©n x·"),
        ("TrÇn ThÞ Thö", "C¸n bé v¨n hãa th«ng tin x·"),
    )
    source = workbook(*rows)
    assert "TCVN3" in read_list(source).remarks[0]
    assert shown(list_import.review(desk, mapped(desk, source))) == [
        (2, "Nguyễn Văn Mẫu", "mới"),
        (3, "Trần Thị Thử", "mới"),
    ]


def test_letters_that_were_lost_on_the_way_make_a_row_doubtful(desk: Workspace) -> None:
    (report,) = review(desk, ("Họ và tên", "Chức vụ"), ("Nguy?n Van M?u", ""))
    assert report.reasons == ("“Nguy?n Van M?u” có thể không phải là họ tên đầy đủ: kiểm tra lại.",)


# Many, and any


def test_five_thousand_people_are_reviewed_and_taken_in_one_act(desk: Workspace, village: Commune) -> None:
    names = [f"{a} {b} {c} {d}" for a in SURNAMES for b in MIDDLE for c in MIDDLE for d in GIVEN][:5000]
    rows = (HEAD, *((n, name, "nam", 1980, "", "Thôn Đông") for n, name in enumerate(names, 1)))
    listed = mapped_page(desk, "danh sách.xlsx", Grid("Trang", rows))
    reports = list_import.review(desk, listed)
    act = list_import.taking(desk, listed, reports)
    steps = 0
    while not act.step(0.2):
        steps += 1
    assert steps and len(people(desk)) == len(names) == 5000
    history.undo(desk)
    assert people(desk) == []
    act = list_import.taking(desk, listed, reports)
    act.step(0.01)
    act.cancel()
    assert people(desk) == []


SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLE = ("Văn", "Thị", "Đức", "Ngọc", "Minh", "Quang", "Thu")
GIVEN = ("Mẫu", "Giả", "Thử", "Ví", "Dụ", "An", "Bình", "Chi", "Dũng", "Em", "Giang")

WORDS = st.sampled_from((*SURNAMES, *MIDDLE, *GIVEN))
PERSON = st.fixed_dictionaries(
    {
        "full_name": st.lists(WORDS, min_size=2, max_size=5).map(" ".join),
        "sex": st.sampled_from(("", "nam", "nữ")),
        "birth_date": st.dates(date(1930, 1, 1), date(2008, 12, 31)).map(lambda day: f"{day:%d/%m/%Y}"),
        "position": st.sampled_from(("", "Văn thư", "Trưởng thôn; Bí thư chi bộ")),
        "organisation_id": st.sampled_from(("", "Thôn Đông", "Thôn Tây")),
        "party_member": st.sampled_from(("có", "không")),
        "identity_number": st.from_regex(r"0[0-9]{11}", fullmatch=True),
        "note": st.sampled_from(("", "giỏi, chăm", "ở thôn 5")),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(
    everybody=st.lists(
        PERSON, min_size=1, max_size=6, unique_by=(lambda one: one["identity_number"], lambda one: one["full_name"])
    )
)
def test_a_plain_sheet_of_people_is_read_back_equal(
    desk: Workspace, village: Commune, everybody: list[dict[str, str]]
) -> None:
    register = registers.register("people")
    keys = list(everybody[0])
    rows = [[one[key] for key in keys] for one in everybody]
    sheet = [tuple(register.column(key).heading for key in keys), *map(tuple, rows)]
    take(desk, *sheet)
    shown_rows = registers.page(desk, "people", limit=-1)
    again = review(desk, *sheet)
    history.undo(desk)
    told = [at for at, key in enumerate(keys) if key != "identity_number"]
    stored = [[row.cells[register.keys.index(keys[at])] for at in told] for row in shown_rows]
    assert sorted(stored) == sorted([row[at] for at in told] for row in rows)
    assert {one.state for one in again} == {"same"}


UNIT = st.fixed_dictionaries(
    {
        "name": st.lists(WORDS, min_size=1, max_size=3).map(lambda words: " ".join(("Chi hội", *words))),
        "short_name": st.sampled_from(("", "CH")),
        "kind": st.sampled_from(("Hội quần chúng", "Khác", "loại riêng của xã")),
        "head": st.sampled_from(("", "Nguyễn Văn Mẫu")),
        "contact": st.sampled_from(("", "0900 000 001")),
        "must_register": st.sampled_from(("có", "không")),
        "active_from": st.sampled_from(("", "2020")),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(every=st.lists(UNIT, min_size=1, max_size=5, unique_by=lambda one: fold(one["name"])))
def test_a_plain_sheet_of_organisations_is_read_back_equal(desk: Workspace, every: list[dict[str, str]]) -> None:
    register, keys = registers.register("organisations"), tuple(every[0])
    rows = [tuple(one[key] for key in keys) for one in every]
    listed = mapped(desk, workbook(tuple(register.column(key).heading for key in keys), *rows), "organisations")
    reports = list_import.review(desk, listed)
    new = {("record", str(one.number)): NEW for one in reports}  # names that are much alike are asked about
    reports = list_import.review(desk, listed, new)
    list_import.take(desk, listed, reports, {one.number for one in reports})
    stored = organisations(desk, *keys)
    history.undo(desk)
    assert sorted(stored) == sorted(rows)
