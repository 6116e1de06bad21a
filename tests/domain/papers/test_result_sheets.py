"""The targets' spreadsheet: what a part is called, and where a figure comes from."""

from __future__ import annotations

from thidua_desktop.domain.figures.values import parse_values
from thidua_desktop.domain.papers.result_sheets import results_book
from thidua_desktop.domain.reports.year import ReportFacts, ResultLine

WHOLE = "Diện tích cây trồng chủ yếu"
LINES = (
    ResultLine(name=f"{WHOLE}:", number="1", composite=True),
    ResultLine(name=f"{WHOLE}: Lúa 120 ha", number="1.1"),
    ResultLine(name=f"{WHOLE}: Ngô 40 ha", number="1.2"),
    ResultLine(
        name="Tỷ lệ hòa giải thành",
        number="2",
        planned=parse_values("90%")[0],
        achieved=92,
        status="vượt",
        origin="theo báo cáo của Hội Cựu chiến binh",
    ),
)


def test_a_part_is_called_by_its_own_words_and_a_figure_tells_whose_it_is() -> None:
    sheet = results_book(ReportFacts(year=2026, today="2026-12-31", targets=LINES)).sheets[0]
    headings = [column.heading for column in sheet.columns]
    rows = [dict(zip(headings, row, strict=True)) for row in sheet.rows]
    assert [row["Chỉ tiêu"] for row in rows] == [f"{WHOLE}:", "Lúa 120 ha", "Ngô 40 ha", "Tỷ lệ hòa giải thành"]
    assert rows[3]["Đánh giá"] == "vượt (theo báo cáo của Hội Cựu chiến binh)"
