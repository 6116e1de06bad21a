from __future__ import annotations

import pytest

from thidua_desktop.services.awards import nominations, rounds, verdicts, year_facts
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.awards.steps import DECIDING
from thidua_desktop.ui.tabs.awards.tab import AwardsTab

GOOD = "hoàn thành tốt nhiệm vụ"
GIVEN_BY_COMMUNE = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"
GIVEN_BY_PROVINCE = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"
ADVANCED = "Lao động tiên tiến"


@pytest.fixture
def tab(qtbot, context):
    made = AwardsTab(context)
    qtbot.addWidget(made)
    context.bus.changed.connect(made.reload)
    made.resize(1366, 690)
    made.show()
    yield made
    context.bus.changed.disconnect(made.reload)
    made.hide()


def add(context, kind, scope=None, **cells):
    return registers.add_row(context.workspace, kind, {key: str(value) for key, value in cells.items()}, scope=scope)[1]


def nominate(context, round_id, subject, kind, award):
    cells = {"subject": subject, "subject_kind": kind, "award": award}
    return nominations.add_row(context.workspace, "nominations", cells, scope=round_id)[1]


@pytest.fixture
def year_end(context):
    """A round with a person who is evaluated well, one who is not, one for the province, a school and a household."""
    add(context, "signers", full_name="Nguyễn Văn Mẫu", position="CHỦ TỊCH")
    add(context, "organisations", name="Trường Tiểu học Ví Dụ")
    for name, evaluation in (
        ("Trần Thị An", GOOD),
        ("Lê Văn Bình", "không hoàn thành nhiệm vụ"),
        ("Phạm Thị Chi", GOOD),
    ):
        person = add(context, "people", full_name=name, organisation_id="Trường Tiểu học Ví Dụ")
        year_facts.set_person_year(context.workspace, person, 2026, "evaluation", evaluation)
    _, round_id = rounds.add_round(context.workspace, 2026, "Tổng kết năm 2026")
    nominate(context, round_id, "Trần Thị An", "cá nhân", ADVANCED)
    nominate(context, round_id, "Lê Văn Bình", "cá nhân", ADVANCED)
    nominate(context, round_id, "Phạm Thị Chi", "cá nhân", GIVEN_BY_PROVINCE)
    nominate(context, round_id, "Trường Tiểu học Ví Dụ", "tập thể", "Tập thể lao động tiên tiến")
    nominate(context, round_id, "Hộ ông Phạm Văn Thử", "hộ gia đình", GIVEN_BY_COMMUNE)
    return round_id


@pytest.fixture
def shown(tab, year_end):
    """The tab with that round in view."""
    tab.reload(None)
    return tab


def cell(tab, row, key):
    """What the table of nominations shows."""
    model = tab.round.nominations.register.model
    return model.text(row, [column.key for column in model.columns].index(key))


def go_to(tab, row):
    """Put the keyboard into a nomination and let the panel follow."""
    view = tab.round.nominations.register
    view.table.go_to(row)
    view._later.timeout.emit()


@pytest.fixture
def chosen(context, shown, year_end):
    """Everybody is chosen; the tab is at the third step."""
    rows = registers.page(context.workspace, "nominations", scope=year_end)
    context.bus.publish(verdicts.choose(context.workspace, [row.id for row in rows], "được chọn", "Hội đồng đồng ý"))
    shown.round.steps.buttons[DECIDING].click()
    return shown
