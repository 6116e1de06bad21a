"""Sheets of points and places as papers and spreadsheets: what stands in their rows, blank and filled."""

from __future__ import annotations

from dataclasses import replace

from tests.golden.samples import OFFICE, form
from tests.golden.score_samples import RANKING, SHEET, of_farmers, score_documents
from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.papers.score_books import SheetsFacts, ranking_book, score_book
from thidua_desktop.domain.papers.score_ranking import RankingFacts, missing
from thidua_desktop.domain.papers.score_sheet import criteria_rows, score_sheet
from thidua_desktop.domain.scoring.figures import TARGET_GONE


def rows(document):
    return next(block for block in document.blocks if isinstance(block, blocks.Table)).rows


def test_a_filled_sheet_tells_figures_points_and_reasons():
    found = [tuple(row.get(key, "") for key in _COLUMNS) for row in criteria_rows(SHEET) if "stt" in row]
    assert found == [
        ("1", "Xóa nhà tạm", "40", "4", "5", "44", "", "4", "", "44", ""),
        ("2", "Hộ nghèo còn lại", "20", "2", "4", "10", "", "", "", "10", ""),
        ("1", "Nền nếp làm việc", "10", "", "", "", "A", "", "B", "8", "(chưa ghi lý do)"),
        ("2", "Đoàn kết nội bộ", "30", "", "", "", "28", "", "25", "25", "Một đơn thư"),
        ("1", "Cách làm sáng tạo", "≤ 5", "", "", "", "3", "", "", "3", ""),
        ("1", "Nộp chậm", "theo ngày", "", "7", "−5", "", "", "", "−5", ""),
        ("2", "Hồ sơ bị trả", "−5/hồ sơ", "", "", "", "", "", "", "", ""),
    ]


_COLUMNS = (
    *("stt", "criterion", "base", "planned", "achieved", "reckoned", "own", "bonus", "council", "counts", "reason"),
)


def test_the_sheet_has_its_parts_sums_rules_and_what_is_missing():
    document = score_sheet(of_farmers(), SHEET, form("score-sheet"))
    table = next(block for block in document.blocks if isinstance(block, blocks.Table))
    assert [row for row in table.rows if len(row) == 1] == [
        ("I. Chỉ tiêu",),
        ("II. Nền nếp",),
        ("III. Thưởng",),
        ("IV. Trừ",),
    ]
    shown = [column.heading for column in table.columns]
    assert dict(zip(shown, table.total, strict=True)) | {"STT": "", "Đơn vị tính": ""} == {
        **dict.fromkeys(shown, ""),
        "Tiêu chí": "Tổng điểm",
        "Điểm chuẩn": "100",
        "Tự chấm": "41",
        "Thưởng": "4",
        "Hội đồng chấm": "33",
        "Được tính": "85",
    }
    said = [block.paragraph.text for block in document.blocks if isinstance(block, blocks.Text)]
    assert said == [
        "Đơn vị: Hội Nông dân xã Ví Dụ",
        "Khối thi đua: Khối đoàn thể",
        "Vượt 1% thưởng 1% điểm chuẩn, nhiều nhất 10%/tiêu chí, tất cả không quá 20 điểm; mức chất lượng: A 100%; B 80%; "
        "nộp chậm: 5 ngày trừ 5, 10 ngày trừ 10.",
        "1 điểm Hội đồng đổi chưa ghi lý do.",
    ]


def test_a_criterion_whose_target_is_gone_is_told_on_the_paper():
    lost = replace(SHEET, rows=tuple(replace(row, said=TARGET_GONE) for row in SHEET.rows[1:2]))
    document = score_sheet(of_farmers(), lost, form("score-sheet"))
    assert [block.paragraph.text for block in document.blocks if isinstance(block, blocks.Text)][-1] == (
        "Chỉ tiêu của tiêu chí “Xóa nhà tạm” không còn trong kế hoạch: gắn chỉ tiêu khác ở bộ tiêu chí, hoặc gõ số liệu."
    )


def test_a_blank_sheet_keeps_what_was_planned_and_leaves_the_rest_to_the_pen():
    document = score_sheet(of_farmers(), SHEET, form("score-sheet"), blank=True)
    first = next(row for row in rows(document) if len(row) > 1)
    assert first[:5] == ("1", "Xóa nhà tạm", "40", "nhà", "4")
    assert set(first[5:]) == {""}
    assert [block for block in document.blocks if isinstance(block, blocks.Text)][-1].paragraph.text.startswith("Vượt")


def test_places_stand_block_by_block_with_ties_and_those_not_scored():
    document = score_documents()["score-ranking"]
    assert rows(document) == (
        ("Khối đoàn thể (3 đơn vị)",),
        ("1", "Hội Nông dân xã Ví Dụ", "85 (+ 7)", "1", ""),
        ("2", "Hội Phụ nữ xã Ví Dụ", "85 (+ 7)", "1", ""),
        ("3", "Đoàn Thanh niên xã Ví Dụ", "", "", "chưa chấm"),
        ("Đơn vị chưa xếp khối (1 đơn vị)",),
        ("1", "Trạm Y tế xã Ví Dụ", "9,5", "1", "còn 3 tiêu chí chưa có điểm"),
    )
    assert missing(RANKING) == (
        "Còn 1 đơn vị chưa chấm; 1 đơn vị chưa chấm đủ tiêu chí; 2 điểm Hội đồng đổi chưa ghi lý do."
    )


def test_the_spreadsheets_hold_figures_not_words():
    ranking, matrix = ranking_book(RankingFacts(SHEET.criteria, RANKING, OFFICE, None)).sheets
    assert ranking.rows[1] == (1, "Hội Nông dân xã Ví Dụ", 83, 7, 5, 85, 1, 1, None)
    assert [column.heading for column in matrix.columns[3:6]] == ["Xóa nhà tạm", "Hộ nghèo còn lại", "Nền nếp làm việc"]
    assert matrix.rows[0][3:] == (44, 10, 8, 25, 3, -5, None, 85)
    assert matrix.rows[2][3:] == (None,) * 8
    (one,) = score_book(SheetsFacts(2026, OFFICE, (SHEET,))).sheets
    assert one.name == "1. Hội Nông dân xã Ví Dụ"
    assert one.rows[1] == ("1", "Xóa nhà tạm", 40, 4, 5, 44, None, 4, None, 44, None)
    assert one.rows[4] == ("1", "Nền nếp làm việc", 10, None, None, None, "A", None, "B", 8, None)
    assert one.notes == ("Tổng điểm: 85",)
