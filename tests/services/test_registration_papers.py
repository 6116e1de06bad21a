from __future__ import annotations

from datetime import date

import pytest

from tests.services.registering_year import YEAR, year
from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.plan.plans import Plan, Target, TargetValue
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.registration.registration_papers import (
    registration_form,
    registration_summary,
    registration_summary_sheet,
)
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

__all__ = ["year"]


def tables(document: blocks.Document) -> list[blocks.Table]:
    return [block for block in document.blocks if isinstance(block, blocks.Table)]


def texts(document: blocks.Document) -> list[str]:
    return [block.paragraph.text for block in document.blocks if isinstance(block, blocks.Text)]


def test_a_filled_form_says_what_the_organisation_registers(year: Workspace) -> None:
    document = registration_form(year, YEAR, 2)
    head, signature = document.blocks[0], document.blocks[-1]
    assert isinstance(head, blocks.NationalHeader) and head.issuer == ("HỘI NÔNG DÂN",)
    assert texts(document) == [
        "Kính gửi: Ủy ban nhân dân xã Ví Dụ",
        "Thực hiện Kế hoạch phát động phong trào thi đua năm 2026 của Ủy ban nhân dân xã Ví Dụ, "
        "Hội Nông dân đăng ký như sau:",
    ]
    collective, people, initiatives, movements, promised = tables(document)
    assert collective.rows == (("1", "Hội Nông dân", "Tập thể lao động tiên tiến", "", ""),)
    assert people.rows == (
        ("1", "Lê Thị Mẫu", "Chi hội trưởng", "Lao động tiên tiến", "", "Sáng kiến ủ phân"),
        ("2", "Hộ ông Phạm Văn Mẫu", "", "", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã", ""),
    )
    assert initiatives.rows == (("1", "Lê Thị Mẫu", "Chi hội trưởng", "Lao động tiên tiến", "Ủ phân hữu cơ tại hộ"),)
    assert movements.rows == (("1", "Nông dân sản xuất, kinh doanh giỏi", "", "cả chi hội"),)
    assert promised.rows == (("1", "Cải tạo vườn tạp 41 hộ", "41 hộ", "30/11/2026", "Ảnh chụp vườn"),)
    assert isinstance(signature, blocks.Signature)
    assert (signature.right.position, signature.right.name) == (("CHỦ TỊCH",), "Trần Văn Thí Dụ")


def test_a_form_carries_the_code_of_its_organisation(year: Workspace) -> None:
    heads = [block for block in registration_form(year, YEAR).blocks if isinstance(block, blocks.NationalHeader)]
    assert [head.code for head in heads][:3] == ["ĐK-2026-001", "ĐK-2026-002", "ĐK-2026-003"]
    blank = registration_form(year, YEAR, 2, blank=True).blocks[0]
    assert isinstance(blank, blocks.NationalHeader) and blank.code == "ĐK-2026-002"


def test_what_somebody_registers_together_stands_in_one_row(year: Workspace) -> None:
    registers.paste_rows(
        year,
        "registered_titles",
        ("subject", "subject_kind", "award"),
        [["Lê Thị Mẫu", "cá nhân", "Giấy khen"]],
        scope=2,
    )
    people = tables(registration_form(year, YEAR, 2))[1]
    reward = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"
    assert people.rows[0] == ("1", "Lê Thị Mẫu", "Chi hội trưởng", "Lao động tiên tiến", reward, "Sáng kiến ủ phân")
    assert len(people.rows) == 2


def test_a_school_registers_for_its_school_year(year: Workspace) -> None:
    with year.file.act("Theo năm học"):
        records.update(year.file, "organisations", 2, {"by_school_year": 1, "printed_name": "Trường Tiểu học Ví Dụ"})
    head, title, *_ = registration_form(year, YEAR, 2).blocks
    assert isinstance(head, blocks.NationalHeader) and head.issuer == ("TRƯỜNG TIỂU HỌC VÍ DỤ",)
    assert isinstance(title, blocks.Title) and title.subject == "Thi đua năm học 2025 – 2026"


def test_the_plan_is_called_what_every_paper_calls_it(year: Workspace) -> None:
    found = plans.plan_of_year(year, YEAR)
    assert found
    for field, text in (
        ("doc_type", "PHÁT ĐỘNG"),
        ("title", "Phong trào thi đua năm 2026"),
        ("number", "5"),
        ("symbol", "KH-UBND"),
    ):
        plans.set_plan_field(year, found.id, field, text)
    assert texts(registration_form(year, YEAR, 2))[1].startswith(
        "Thực hiện Kế hoạch số 05/KH-UBND về phát động phong trào thi đua năm 2026 của Ủy ban nhân dân xã Ví Dụ, "
    )


def test_a_blank_form_has_rows_to_write_in(year: Workspace) -> None:
    document = registration_form(year, YEAR, 2, blank=True)
    assert all(not "".join(row[1:]).strip() for table in tables(document) for row in table.rows)
    assert [len(table.rows) for table in tables(document)] == [2, 8, 3, 3, 6]
    assert {table.blank_height for table in tables(document)} == {9.0}
    assert "Hội Nông dân đăng ký như sau:" in texts(document)[1]


def test_what_a_filled_form_lacks_is_left_to_the_pen(year: Workspace) -> None:
    collective, people, *_, promised = tables(registration_form(year, YEAR, 1))
    assert (len(collective.rows), len(people.rows)) == (2, 8) and not collective.rows[0][1]
    assert [row[1] for row in promised.rows] == [
        "Vận động 97% dân số tham gia BHYT",
        "MTTQ xã xây dựng mô hình dân cư",
    ]
    signature = registration_form(year, YEAR, 1).blocks[-1]
    assert isinstance(signature, blocks.Signature) and signature.right.position == ("THỦ TRƯỞNG ĐƠN VỊ",)


def test_a_form_that_has_come_in_keeps_little_room_for_what_it_lacks(year: Workspace) -> None:
    [row] = records.page(year.file, "registrations", where={"organisation_id": 1, "year": YEAR})
    registrations.set_received(year, int(row["id"] or 0), date(2026, 2, 1))
    assert [len(table.rows) for table in tables(registration_form(year, YEAR, 1))[:4]] == [2, 2, 2, 2]


def test_all_organisations_in_one_document_or_one_each(year: Workspace) -> None:
    document = registration_form(year, YEAR)
    assert sum(isinstance(block, blocks.PageBreak) for block in document.blocks) == 5
    each = EXPORTS["registration-form"].for_each
    assert each and list(each(year, Request(YEAR)).values()) == [
        "UBMTTQ xã",
        "Hội Nông dân",
        "Hội LHPN",
        "Hội CCB",
        "Hội làm vườn",
        "Hội khuyến học",
    ]


def test_a_year_without_organisations_has_one_form_for_any(desk: Workspace) -> None:
    document = registration_form(desk, YEAR, blank=True)
    assert texts(document)[1].endswith("đăng ký thi đua năm 2026 như sau:")
    with pytest.raises(NothingToExport, match="Năm 2026 chưa có đơn vị nào đăng ký"):
        registration_form(desk, YEAR)
    for make in (registration_summary, registration_summary_sheet):
        with pytest.raises(NothingToExport, match="chưa có gì để tổng hợp"):
            make(desk, YEAR)


def test_the_summary_counts_by_organisation_and_title(year: Workspace) -> None:
    document = registration_summary(year, YEAR)
    counted, listed, initiatives, movements = tables(document)
    headings = [column.heading for column in counted.columns]
    assert headings[:3] == ["STT", "Đơn vị", "Ngày nộp"] and headings[-4:] == [
        "Cộng",
        "Sáng kiến",
        "Phong trào",
        "Cam kết",
    ]
    assert counted.rows[1] == ("2", "Hội Nông dân", "05/02/2026", "1", "1", "1", "3", "1", "1", "1")
    assert counted.rows[0][2:] == ("chưa nộp", "", "", "", "", "", "", "2")
    assert counted.total == ("", "Tổng cộng", "", "1", "2", "1", "4", "1", "1", "7")
    assert [row[0] for row in listed.rows if len(row) == 1] == [
        "Tập thể lao động tiên tiến – tập thể (1)",
        "Lao động tiên tiến – cá nhân (2)",
        "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã – hộ gia đình (1)",
    ]
    assert [row[1:4:2] for row in listed.rows if row[0] in ("2", "3")] == [
        ("Lê Thị Mẫu", "Hội Nông dân"),
        ("Lê Thị Mẫu", "Hội LHPN"),
    ]
    assert initiatives.rows == (("1", "Ủ phân hữu cơ tại hộ", "Lê Thị Mẫu", "Chi hội trưởng", "Hội Nông dân", "cơ sở"),)
    assert movements.rows == (("1", "Nông dân sản xuất, kinh doanh giỏi", "1", "Hội Nông dân"),)
    assert "2/6 đơn vị đã nộp bản đăng ký." in texts(document)
    assert document.page.width > document.page.height


def test_a_movement_stands_once_with_all_who_join_it(year: Workspace) -> None:
    second = registrations.registration(year, YEAR, 3)
    assert second
    with year.file.act("Thêm phong trào"):
        for name in ("Giữ gìn đường làng sạch", "Nông dân sản xuất,  kinh doanh giỏi"):
            records.insert(year.file, "registered_movements", {"registration_id": second.id, "name": name})
    movements = tables(registration_summary(year, YEAR))[3]
    assert [row[1:] for row in movements.rows] == [
        ("Nông dân sản xuất, kinh doanh giỏi", "2", "Hội Nông dân; Hội LHPN"),
        ("Giữ gìn đường làng sạch", "1", "Hội LHPN"),
    ]


def test_households_of_a_culture_list_are_counted_and_not_named(year: Workspace) -> None:
    homes = [[f"Hộ ông Nguyễn Văn Mẫu {number}", "hộ gia đình", "Gia đình văn hóa"] for number in range(1, 41)]
    registers.paste_rows(year, "registered_titles", ("subject", "subject_kind", "award"), homes, scope=3)
    document = registration_form(year, YEAR, 3)
    assert len(tables(document)[1].rows) == 1
    assert "Hộ gia đình đăng ký danh hiệu “Gia đình văn hóa”: 40 hộ (danh sách kèm theo)." in texts(document)
    counted, listed, *_ = tables(registration_summary(year, YEAR))
    assert "40" in counted.total and not any("Mẫu 7" in cell for row in listed.rows for cell in row)


def test_the_summary_is_a_spreadsheet_with_sums(year: Workspace) -> None:
    sheet = registration_summary_sheet(year, YEAR)
    assert [column.heading for column in sheet.columns if column.summed][-4:] == [
        "Cộng",
        "Sáng kiến",
        "Phong trào",
        "Cam kết",
    ]
    assert sheet.rows[1] == (2, "Hội Nông dân", "2026-02-05", 1, 1, 1, 3, 1, 1, 1)
    assert sheet.rows[0][2:] == ("chưa nộp", None, None, None, None, None, None, 2)
    assert sheet.heading[1:] == ("BẢNG TỔNG HỢP ĐĂNG KÝ THI ĐUA NĂM 2026", "(2/6 đơn vị đã nộp bản đăng ký)")
    assert sheet.total_label == "Tổng cộng"


def test_a_year_nobody_registered_in_yet_is_summed_up_too(desk: Workspace) -> None:
    registers.add_row(desk, "organisations", {"name": "Hội A"})
    registrations.open_year(desk, YEAR)
    (counted,) = tables(registration_summary(desk, YEAR))
    assert counted.rows == (("1", "Hội A", "chưa nộp", "", "", "", ""),)


def test_a_form_that_is_out_names_what_the_plan_asks_of_the_organisation(desk: Workspace) -> None:
    registers.add_row(desk, "organisations", {"name": "Phòng Kinh tế"})
    registrations.open_year(desk, YEAR, [1])
    target = Target("", "Trồng mới rừng", values=(TargetValue(15, "ha"),), responsible="Phòng Kinh tế")
    plans.store_plan(desk, Plan(YEAR, title="Kế hoạch", targets=(target,)))
    assert tables(registration_form(desk, YEAR, 1))[-1].rows == (("1", "Trồng mới rừng", "15 ha", "", ""),)
    blank = tables(registration_form(desk, YEAR, 1, blank=True))[-1]
    assert not any("".join(row[1:]) for row in blank.rows)
    found = registrations.registration(desk, YEAR, 1)
    assert found
    registrations.set_received(desk, found.id, desk.today())
    assert not any("".join(row[1:]) for row in tables(registration_form(desk, YEAR, 1))[-1].rows)
