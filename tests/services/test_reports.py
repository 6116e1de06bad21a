"""The report of a year: whole, half missing, empty; what is typed in it; its statistics; 5,000 awards."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from tests.services import report_year
from tests.services.report_year import YEAR
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.papers.blocks import Book, Document, Sheet, cell_value
from thidua_desktop.exporting import docx, pdf, xlsx
from thidua_desktop.services import history
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.plan import papers, plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.reports import report_papers, report_texts, reports
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records


@pytest.fixture
def december(desk: Workspace) -> Workspace:
    """The office at the end of the year, its year typed in."""
    there = replace(desk, today=lambda: date(YEAR, 12, 28))
    report_year.fill(there)
    return there


def texts(document: Document) -> list[str]:
    """Every paragraph and cell of a paper, in order."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case blocks.Text(paragraph):
                found.append(f"{paragraph.bullet} {paragraph.text}".strip())
            case blocks.Heading():
                found.append(f"{block.marker} {block.text}")
            case blocks.Title():
                found.append(block.subject)
            case blocks.Table():
                found.extend(" | ".join(row) for row in (*block.rows, block.total) if row)
    return found


def shown(sheet: Sheet) -> list[list[object]]:
    return [[cell_value(cell) for cell in row] for row in sheet.rows]


def sheets(book: Book) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in book.sheets}


# The whole year


@pytest.mark.parametrize(
    "sentence",
    [
        "Ủy ban nhân dân xã Ví Dụ ban hành Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026 về phát động phong trào "
        "thi đua năm 2026, với chủ đề “Đoàn kết, sáng tạo”.",
        "Các đơn vị hưởng ứng, triển khai 1 phong trào, 1 cuộc vận động: “Chung tay vì người nghèo”; “Toàn dân đoàn "
        "kết xây dựng đời sống văn hóa”.",
        "Có 2/3 đơn vị gửi bản đăng ký thi đua năm 2026.",
        "Các đơn vị đăng ký 4 lượt danh hiệu thi đua, hình thức khen thưởng (2 tập thể, 2 cá nhân): “Tập thể lao động "
        "tiên tiến”: 2; “Lao động tiên tiến”: 2.",
        "Các đơn vị cam kết thực hiện 3 nội dung, trong đó 3 nội dung gắn với chỉ tiêu của kế hoạch.",
        "Trong 6 chỉ tiêu của kế hoạch có 1 chỉ tiêu vượt, 2 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt, 1 chỉ tiêu chưa có số "
        "liệu. Tỷ lệ chỉ tiêu đạt và vượt: 3/6 (50%).",
        "3 đơn vị cam kết 3 nội dung; đến nay 1 nội dung đạt và vượt, 1 nội dung chưa đạt, 1 nội dung chưa có số liệu.",
        "Đơn vị hoàn thành tất cả nội dung cam kết: Đoàn Thanh niên.",
        "Trong năm 2026 có 7 lượt khen thưởng theo 3 quyết định: 1 tập thể, 1 hộ gia đình, 5 cá nhân (trong số cá "
        "nhân: 1 lãnh đạo, quản lý, 3 người không giữ chức vụ lãnh đạo, quản lý, 2 nữ).",
        "Các chỉ tiêu vượt: Thu nhập bình quân đầu người (tỉnh giao ≥ 62 triệu đồng, thực hiện 65 triệu đồng, đạt "
        "104,8%).",
        "Danh hiệu thi đua: “Lao động tiên tiến”: 2; “Chiến sĩ thi đua cơ sở”: 1; “Tập thể lao động tiên tiến”: 1.",
        "Khen thưởng khác: Khen tặng của thôn: 3.",
        "Theo loại hình khen thưởng: công trạng: 5; phong trào thi đua: 1; đột xuất: 1.",
        "Tổng số tiền thưởng: 6.172.000 đồng, chưa kể 2 trường hợp chưa ghi tiền thưởng.",
        "Còn 2 chỉ tiêu chưa đạt: Trồng rừng mới (kế hoạch 20 ha, thực hiện 13 ha, đạt 65%); Tỷ lệ hộ nghèo còn "
        "(kế hoạch ≤ 3%, thực hiện 3,2%, đạt 93,8%).",
        "Còn 1 đơn vị chưa gửi bản đăng ký thi đua: Hội Cựu chiến binh.",
        "2 | Trồng rừng mới | ha | 20 | 13 | 65% | chưa đạt",
        "6 | Hòa giải thành | % | ≥ 90 |  |  | chưa có số liệu",
        " | Cộng | 7 | 1 | 1 | 5 | 6.172.000",
    ],
)
def test_the_report_says_in_sentences_what_the_year_brought(december: Workspace, sentence: str) -> None:
    assert sentence in texts(report_papers.report_document(december, YEAR))


def test_the_report_is_signed_for_the_committee_and_goes_where_the_plan_went(december: Workspace) -> None:
    document = report_papers.report_document(december, YEAR)
    head, foot = document.blocks[0], document.blocks[-1]
    assert isinstance(head, blocks.NationalHeader)
    assert isinstance(foot, blocks.Signature)
    assert head.number_line == "Số:       /BC-UBND"
    assert foot.right == blocks.Signer(("TM. ỦY BAN NHÂN DÂN",), ("CHỦ TỊCH",), "Nguyễn Văn Mẫu")
    assert foot.left == blocks.Recipients(("- UBND tỉnh (bc);", "- Lưu: VT."))


def test_the_report_of_the_first_half_counts_to_its_end_only(december: Workspace) -> None:
    found = texts(report_papers.report_document(december, YEAR, midyear=True))
    assert (
        "Sơ kết phong trào thi đua và công tác khen thưởng 6 tháng đầu năm 2026, phương hướng, nhiệm vụ 6 tháng cuối "
        "năm 2026" in found
    )
    assert "1 | Thu nhập bình quân đầu người\ntỉnh giao | triệu đồng | ≥ 62 | 30 | 48,4% | chưa đạt" in found
    assert " | HĐND xã giao | triệu đồng | ≥ 63,5 | 30 | 47,2% | chưa đạt" in found
    assert any(text.startswith("So với kế hoạch cả năm, trong 6 chỉ tiêu có ") for text in found)
    assert "2 | Trồng rừng mới | ha | 20 |  |  | chưa có số liệu" in found
    assert any(text.startswith("Trong 6 tháng đầu năm 2026 có 2 lượt khen thưởng theo 1 quyết định") for text in found)


def test_next_years_plan_is_what_comes_next(december: Workspace) -> None:
    plans.store_plan(
        december, replace(report_year.PLAN, year=YEAR + 1, title="Phát động thi đua năm 2027", number=None)
    )
    found = texts(report_papers.report_document(december, YEAR))
    named = "Kế hoạch ngày 05 tháng 02 năm 2026 về phát động thi đua năm 2027"
    assert any(f"Tổ chức thực hiện {named}" in text for text in found)


def test_the_table_of_results_says_who_assigned_what_in_a_column_of_its_own(december: Workspace) -> None:
    found = texts(report_papers.target_results_document(december, YEAR))
    assert "1 | Thu nhập bình quân đầu người | tỉnh | triệu đồng | ≥ 62 |  | 65 | 104,8% | vượt" in found
    assert " |  | HĐND xã | triệu đồng | ≥ 63,5 |  | 65 | 102,4% | vượt" in found


def test_every_paper_of_the_tab_is_word_and_pdf(december: Workspace) -> None:
    for name in ("report", "midyear-report", "target-results", "statistics"):
        gather = EXPORTS[name].document
        assert gather
        document = gather(december, Request(YEAR))
        assert docx.render(document)[:2] == b"PK"
        assert pdf.render(document)[:4] == b"%PDF"


# Half of it, or nothing


def test_a_year_without_targets_has_no_table_of_their_results(desk: Workspace) -> None:
    with pytest.raises(NothingToExport, match="Năm 2026 chưa có chỉ tiêu nào"):
        report_papers.target_results_document(desk, 2026)


def test_a_year_of_which_nothing_is_known_is_a_report_to_fill_in_and_a_list_of_what_is_missing(desk: Workspace) -> None:
    found = texts(report_papers.report_document(desk, 2026))
    assert "Có … đơn vị gửi bản đăng ký thi đua năm 2026." in found
    assert "I. CÔNG TÁC CHỈ ĐẠO, PHÁT ĐỘNG PHONG TRÀO THI ĐUA" in found
    assert [one.text for one in reports.missing_in(reports.gather(desk, 2026))] == [
        "Chưa có kế hoạch năm 2026",
        "Chưa có đơn vị nào trong danh sách đăng ký",
        "Chưa có khen thưởng nào của năm 2026",
    ]


def test_what_is_missing_of_a_whole_year_is_named(december: Workspace) -> None:
    found = reports.missing_in(reports.gather(december, YEAR))
    assert [(one.text, one.advice) for one in found] == [
        ("1 đơn vị chưa gửi bản đăng ký", "Hội Cựu chiến binh."),
        ("1 chỉ tiêu chưa có số liệu", "Hòa giải thành."),
        ("1 đơn vị chưa báo cáo đủ kết quả cam kết", "Hội Cựu chiến binh."),
        ("1 khen thưởng chưa ghi số hoặc ngày quyết định", "Hoàng Văn Thử."),
        ("1 cá nhân được khen chưa ghi đối tượng", "Thống kê xếp vào cột “Chưa ghi”: Hoàng Văn Thử."),
        (
            "2 khen thưởng chưa ghi tiền thưởng",
            "Tổng số tiền thưởng chưa kể: Hộ ông Nguyễn Văn A; Phạm Thị Mẫu.",
        ),
    ]


def test_a_plan_without_phases_and_results_is_reported_all_the_same(desk: Workspace) -> None:
    plans.store_plan(desk, replace(report_year.PLAN, phases=(), number=None))
    found = texts(report_papers.report_document(desk, YEAR))
    assert "Trong 6 chỉ tiêu của kế hoạch có 6 chỉ tiêu chưa có số liệu." in found
    missing = {one.text for one in reports.missing_in(reports.gather(desk, YEAR))}
    assert {"Kế hoạch chưa chia đợt", "Kế hoạch chưa có số hoặc ngày ban hành"} <= missing
    assert texts(report_papers.report_document(desk, YEAR, midyear=True))


def test_a_new_file_without_office_has_a_report_too(new: Workspace) -> None:
    assert texts(report_papers.report_document(new, 2026))
    missing = [one.text for one in reports.missing_in(reports.gather(new, 2026))]
    assert missing[:2] == ["Chưa có thông tin cơ quan", "Chưa biết ai ký báo cáo"]


# The clerk's own words

KIND = report_texts.kind(midyear=False)


def test_own_words_follow_the_programs_and_bullets_stay_bullets(december: Workspace) -> None:
    report_texts.set_text(
        december, KIND, YEAR, "guidance", "Đã tuyên truyền 12 buổi.\n- Loa truyền thanh\n\n+ Họp thôn"
    )
    found = texts(report_papers.report_document(december, YEAR))
    at = found.index("Đã tuyên truyền 12 buổi.")
    assert found[at - 1].startswith("Kế hoạch phân công 2 việc")
    assert found[at : at + 3] == ["Đã tuyên truyền 12 buổi.", "- Loa truyền thanh", "+ Họp thôn"]


def test_own_direction_and_opening_stand_in_place_of_what_is_suggested(december: Workspace) -> None:
    report_texts.set_text(december, KIND, YEAR, "direction", "Giữ vững kết quả đã đạt.")
    report_texts.set_text(december, KIND, YEAR, "opening", "UBND xã báo cáo như sau:")
    found = texts(report_papers.report_document(december, YEAR))
    assert not any("Phát hiện, bồi dưỡng" in text or text.startswith("Thực hiện Kế hoạch") for text in found)
    assert found[1] == "UBND xã báo cáo như sau:"


def test_the_programs_sentences_can_be_left_out_of_a_part(december: Workspace) -> None:
    report_texts.set_silent(december, KIND, YEAR, "registration", True)
    assert not any("gửi bản đăng ký" in text for text in texts(report_papers.report_document(december, YEAR))[:12])
    report_texts.set_silent(december, KIND, YEAR, "registration", False)
    assert any("gửi bản đăng ký" in text for text in texts(report_papers.report_document(december, YEAR))[:12])


def test_proposals_have_a_heading_only_when_there_are_some(december: Workspace) -> None:
    assert "Kiến nghị, đề xuất" not in texts(report_papers.report_document(december, YEAR))
    report_texts.set_text(december, KIND, YEAR, "proposals", "Đề nghị tập huấn.")
    found = texts(report_papers.report_document(december, YEAR))
    assert found[found.index("Kiến nghị, đề xuất") + 1] == "Đề nghị tập huấn."


def test_number_day_and_recipients_are_printed_as_typed(december: Workspace) -> None:
    for key, text in (("number", " 7 "), ("date", "5/1/2027"), ("recipients", "UBND tỉnh\n- Các thôn;\nLưu: VT, VX")):
        report_texts.set_text(december, KIND, YEAR, key, text)
    document = report_papers.report_document(december, YEAR)
    head, foot = document.blocks[0], document.blocks[-1]
    assert isinstance(head, blocks.NationalHeader)
    assert isinstance(foot, blocks.Signature)
    assert (head.number_line, head.place_date) == ("Số: 07/BC-UBND", "Ví Dụ, ngày 05 tháng 01 năm 2027")
    assert foot.left == blocks.Recipients(("- UBND tỉnh;", "- Các thôn;", "- Lưu: VT, VX."))


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("number", "bảy", "“bảy” không dùng được làm số báo cáo"),
        ("number", "0", "“0” không dùng được làm số báo cáo"),
        ("date", "31/02/2027", "“31/02/2027” không phải là một ngày"),
        ("date", "hôm nay", "“hôm nay” không phải là một ngày"),
    ],
)
def test_a_number_or_a_day_that_is_none_is_refused_and_nothing_is_stored(
    december: Workspace, key: str, text: str, said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        report_texts.set_text(december, KIND, YEAR, key, text)
    assert report_texts.texts(december, KIND, YEAR) == {}


def test_each_report_of_each_year_has_words_of_its_own(december: Workspace) -> None:
    report_texts.set_text(december, KIND, YEAR, "guidance", "Cả năm")
    report_texts.set_text(december, report_texts.kind(midyear=True), YEAR, "guidance", "Nửa năm")
    report_texts.set_text(december, KIND, YEAR + 1, "guidance", "Năm sau")
    assert reports.gather(december, YEAR).own("guidance") == "Cả năm"
    assert reports.gather(december, YEAR, midyear=True).own("guidance") == "Nửa năm"
    assert reports.gather(december, YEAR + 1).own("guidance") == "Năm sau"


def test_what_is_typed_in_one_visit_is_one_undo_and_comes_back(december: Workspace) -> None:
    for text in ("Đã", "Đã tuyên", "Đã tuyên truyền"):
        report_texts.set_text(december, KIND, YEAR, "guidance", text, editing="một")
    report_texts.set_text(december, KIND, YEAR, "guidance", "", editing="hai")
    assert reports.gather(december, YEAR).own("guidance") == ""
    history.undo(december)
    assert reports.gather(december, YEAR).own("guidance") == "Đã tuyên truyền"
    history.undo(december)
    assert reports.gather(december, YEAR).own("guidance") == ""
    assert history.redo(december).text == "Sửa “I. Công tác chỉ đạo, phát động phong trào thi đua” của báo cáo năm 2026"


def test_the_same_text_again_changes_nothing(december: Workspace) -> None:
    report_texts.set_text(december, KIND, YEAR, "guidance", "Một")
    assert not report_texts.set_text(december, KIND, YEAR, "guidance", "Một")
    assert not report_texts.set_text(december, KIND, YEAR, "awards", "  ")


# Sheets


def test_the_sheet_of_targets_has_who_assigned_promised_and_achieved(december: Workspace) -> None:
    found = sheets(papers.targets_sheet(december, plans.plan_summaries(december, YEAR)[0].id))
    assert list(found) == ["Phụ lục", "Chỉ tiêu", "Theo lĩnh vực", "Cam kết"]
    assert [row[:9] for row in shown(found["Chỉ tiêu"])[:3]] == [
        ["1", "Kinh tế", "Thu nhập bình quân đầu người", "tỉnh", "triệu đồng", "≥", 62, None, ""],
        ["", "Kinh tế", "Thu nhập bình quân đầu người", "HĐND xã", "triệu đồng", "≥", 63.5, None, ""],
        ["2", "Kinh tế", "Trồng rừng mới", "", "ha", "", 20, 20, "Hội Nông dân; Đoàn Thanh niên"],
    ]
    assert [row[9:14] for row in shown(found["Chỉ tiêu"])[:3]] == [
        [30, 65, 65, pytest.approx(65 / 62), "vượt"],
        [30, 65, 65, pytest.approx(65 / 63.5), "vượt"],
        [None, 13, 13, 0.65, "chưa đạt (cộng từ các đơn vị)"],
    ]
    assert shown(found["Theo lĩnh vực"])[0] == ["Kinh tế", 2, 1, 0, 1, 0, 0.5]
    assert [row[1] for row in shown(found["Cam kết"])] == ["Hội Nông dân", "Đoàn Thanh niên", "Hội Cựu chiến binh"]


def test_rates_are_formulas_turned_round_where_less_is_more(december: Workspace) -> None:
    book = papers.targets_sheet(december, plans.plan_summaries(december, YEAR)[0].id)
    page = openpyxl.load_workbook(io.BytesIO(xlsx.render(book)))["Chỉ tiêu"]
    formulas = {page.cell(row, 3).value: page.cell(row, 13).value for row in range(7, 14)}
    assert formulas["Trồng rừng mới"] == '=IF(OR(L9="",G9=0),"",L9/G9)'
    assert formulas["Tỷ lệ hộ nghèo còn"] == '=IF(OR(L10="",L10=0),"",G10/L10)'
    assert page["L9"].value == '=IF(K9<>"",K9,IF(J9<>"",J9,""))'


def test_awards_are_counted_by_kind_of_subject_class_and_sex(december: Workspace) -> None:
    found = sheets(report_papers.statistics_sheet(december, YEAR))
    assert list(found) == ["Theo đối tượng", "Theo loại hình", "Danh sách", "Phong trào"]
    sheet = found["Theo đối tượng"]
    headings = [column.heading for column in sheet.columns]
    rows = {row[1]: dict(zip(headings, row, strict=True)) for row in shown(sheet) if len(row) > 1}
    assert [row[0] for row in sheet.rows if len(row) == 1] == ["Danh hiệu thi đua", "Khen thưởng khác"]
    wanted = {"Tổng số": 2, "Cộng cá nhân": 2, "Lãnh đạo, quản lý": 1, "Công chức, viên chức": 1, "Trong đó nữ": 1}
    assert rows["Lao động tiên tiến"].items() >= (wanted | {"Số quyết định": 1, "Tiền thưởng (đồng)": 1518000}).items()
    said = "Tiền thưởng chưa kể 2 trường hợp chưa ghi tiền thưởng."
    assert sheet.notes == (said,)
    paper = report_papers.statistics_document(december, YEAR)
    assert said in [block.paragraph.text for block in paper.blocks if isinstance(block, blocks.Text)]
    other = rows["Khen tặng của thôn"]
    assert (other["Hộ gia đình"], other["Nông dân"], other["Chưa ghi"], other["Tổng số"]) == (1, 1, 1, 3)


def test_every_sum_of_the_statistics_adds_up(december: Workspace) -> None:
    book = xlsx.render(report_papers.statistics_sheet(december, YEAR))
    page = openpyxl.load_workbook(io.BytesIO(book))["Theo đối tượng"]
    values = openpyxl.load_workbook(io.BytesIO(book), data_only=True)["Theo đối tượng"]
    last = page.max_row - 1  # below it is said what the sum of bonuses leaves out
    assert page.cell(last, 3).value == f"=SUM(C7:C{last - 1})"
    assert page.cell(8, 3).value == "=SUM(D8:F8)"
    assert [values.cell(last, column).value for column in (3, 4, 5, 6, 18)] == [7, 1, 1, 5, 6172000]


def test_every_award_stands_in_the_list_with_its_decision(december: Workspace) -> None:
    rows = shown(sheets(report_papers.statistics_sheet(december, YEAR))["Danh sách"])
    assert len(rows) == 7
    assert ["Trần Thị Ví", "cá nhân", "nữ", "12/QĐ-UBND", "2026-12-15"] in [
        [row[1], row[2], row[5], row[9], row[10]] for row in rows
    ]


def test_a_name_that_begins_like_a_formula_stays_a_name(december: Workspace) -> None:
    cells = {"year": "2026", "subject": "=Tổ 1", "subject_kind": "tập thể", "award": "Tập thể lao động tiên tiến"}
    registers.add_row(december, "awards", cells)
    page = openpyxl.load_workbook(io.BytesIO(xlsx.render(report_papers.statistics_sheet(december, YEAR))))["Danh sách"]
    cell = next(cell for cell in page["B"] if cell.value == "=Tổ 1")
    assert (cell.data_type, bool(cell.quotePrefix)) == ("s", True)


def test_statistics_of_a_year_without_awards_are_headings_alone(desk: Workspace) -> None:
    book = report_papers.statistics_sheet(desk, 2026)
    assert [len(sheet.rows) for sheet in book.sheets] == [0, 0, 0, 0]
    assert xlsx.render(book)[:2] == b"PK"
    assert pdf.render(report_papers.statistics_document(desk, 2026))[:4] == b"%PDF"


def test_five_thousand_people_and_awards_are_counted_at_once(
    december: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = december.file
    with file.act("Thêm nhiều người"):
        for number in range(5000):
            person = records.insert(file, "people", {"full_name": f"Nguyễn Văn {number}", "sex": "nam"})
            award: records.Row = {"year": YEAR, "subject": f"Nguyễn Văn {number}", "subject_kind": "cá nhân"}
            award |= {"award": "Lao động tiên tiến", "award_type": "công trạng", "level": "xã", "person_id": person}
            records.insert(file, "awards", award)
    asked: list[str] = []
    query = file.query
    monkeypatch.setattr(file, "query", lambda sql, values=(): asked.append(sql) or query(sql, values))
    facts = reports.gather(december, YEAR)
    assert sum(group.total for group in facts.awards) == 5007
    assert len(asked) < 100  # not one for each of them
    assert len(sheets(report_papers.statistics_sheet(december, YEAR))["Danh sách"].rows) == 5007
