from __future__ import annotations

import pytest

from tests.ui.plans.import_samples import write_word_file
from thidua_desktop.domain.plan.plans import (
    Movement,
    PartialDate,
    Phase,
    Plan,
    PlanSigner,
    Recipient,
    Section,
    Target,
    TargetValue,
)
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.tab import PlansTab

PLAN = Plan(
    2026,
    title="Phát động phong trào thi đua năm 2026",
    issuer="Ủy ban nhân dân xã Ví Dụ",
    symbol="KH-UBND",
    place="Ví Dụ",
    date=PartialDate(None, 2, 2026),
    preamble=(plain("Thực hiện Luật Thi đua, khen thưởng."),),
    sections=(
        Section(
            1,
            "I.",
            "MỤC ĐÍCH, YÊU CẦU",
            children=(
                Section(2, "1.", "Mục đích", body=(plain("Thi đua sôi nổi trong toàn xã.", "-"),)),
                Section(2, "2.", "Yêu cầu", body=(plain("Thiết thực, hiệu quả.", "-"),)),
            ),
        ),
        Section(1, "II.", "CHỈ TIÊU", body=(plain("Thu nhập bình quân 60 triệu đồng."),)),
        Section(1, "III.", "TỔ CHỨC THỰC HIỆN"),
    ),
    closing=(plain("Trên đây là kế hoạch./."),),
    targets=(
        Target("Thu nhập bình quân 60 triệu đồng", "Thu nhập bình quân", values=(TargetValue(60, "triệu đồng"),)),
    ),
    movements=(Movement("Dân vận khéo", "Ủy ban nhân dân xã"),),
    phases=(Phase("Đợt 1", "2026-01-01", "2026-04-30", "2026-06-25"),),
    recipients=(Recipient("Đảng ủy xã", "bc"), Recipient("Lưu: VT")),
    signer=PlanSigner(None, "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
)


@pytest.fixture
def stored(context):
    return plans.store_plan(context.workspace, PLAN, None)[1]


@pytest.fixture
def tab(qtbot, context):
    made = PlansTab(context)
    qtbot.addWidget(made)
    context.bus.changed.connect(made.reload)
    made.resize(1366, 700)
    made.show()
    yield made
    context.bus.changed.disconnect(made.reload)


@pytest.fixture
def word_file(tmp_path):
    return write_word_file(tmp_path)


@pytest.fixture
def view(qtbot, tab, context, word_file):
    """The import view of the made-up plan, read in the tab as a clerk does."""
    context.show_year = tab.set_year
    tab.read_file(word_file)
    qtbot.waitUntil(lambda: tab.importing is not None, timeout=10_000)
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=10_000)
    return tab.importing
