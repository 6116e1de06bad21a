"""What two levels above the commune decide in one round."""

from __future__ import annotations

from tests.ui.awards.conftest import nominate
from thidua_desktop.services.awards import verdicts
from thidua_desktop.services.registers import registers


def test_of_two_levels_those_of_the_first_are_chosen(chosen, context, year_end):
    chosen.round.deciding.upper.click()
    dialog = chosen.acts.dialog
    dialog.day.setText("15/01/2025")
    levels = [row[2].rpartition(" ")[2] for row in dialog.table.model()._rows]
    assert levels == ["tỉnh", "huyện"]
    assert dialog.table.selected_rows() == [0]
    dialog.table.selectAll()
    dialog.number.setText("77/QĐ-UBND")
    dialog.accept()
    assert "không ký chung một quyết định" in dialog.message._title.text()
    assert not registers.count(context.workspace, "awards")
    dialog.reject()


def test_it_is_said_that_two_deciders_get_a_paper_each(chosen, context, year_end):
    nominate(context, year_end, "Lê Văn Mẫu", "cá nhân", "Bằng khen của Thủ tướng Chính phủ")
    rows = registers.page(context.workspace, "nominations", scope=year_end)
    context.bus.publish(verdicts.choose(context.workspace, [rows[-1].id], "được chọn", "Hội đồng đồng ý"))
    assert chosen.round.deciding.upward.text().endswith("Lập 2 tờ trình, số dưới đây in ở tờ đầu.")
