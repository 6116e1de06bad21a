"""A made-up plan with a little of everything."""

from __future__ import annotations

from thidua_desktop.domain.plan.plans import (
    LegalBasis,
    Movement,
    PartialDate,
    Phase,
    Plan,
    PlanCommitment,
    PlanSigner,
    Recipient,
    Section,
    Target,
    TargetValue,
    Task,
)
from thidua_desktop.domain.richtext import Paragraph, Run, plain

PLAN = Plan(
    year=2026,
    title="Phát động phong trào thi đua năm 2026",
    issuer="Ủy ban nhân dân xã Ví Dụ",
    symbol="KH-UBND",
    place="Ví Dụ",
    date=PartialDate(None, 2, 2026),
    header=("UBND XÃ VÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    preamble=(Paragraph((Run("Căn cứ "), Run("Luật", bold=True))),),
    sections=(
        Section(1, "I.", "MỤC ĐÍCH", (plain("Nâng cao đời sống.", "-"),)),
        Section(1, "II.", "CHỈ TIÊU", (), (Section(2, "1.", "Kinh tế"), Section(2, "2.", None, (plain("Văn hóa"),)))),
        Section(1, "III.", "TỔ CHỨC"),
    ),
    closing=(plain("Trên đây là kế hoạch."),),
    legal_bases=(LegalBasis("Luật", "06/2022/QH15", "2022-06-15", "Quốc hội", "Luật số 06/2022/QH15"),),
    targets=(
        Target("Thu ngân sách", "Thu ngân sách", "Kinh tế", values=(TargetValue(10.0, "tỷ đồng", "=", "tỉnh"),)),
        Target("Trong đó thuế đất", "Thuế đất", parent=0, values=(TargetValue(1.0, "tỷ đồng", value_to=2.0),)),
    ),
    movements=(Movement("Xã Ví Dụ chung sức"),),
    commitments=(PlanCommitment("Hội Nông dân", "Trồng 5 ha rừng", (TargetValue(5.0, "ha"),)),),
    phases=(Phase("Đợt 1", "2026-01-01", "2026-06-30", "2026-06-15", ("03/02", "30/4")),),
    tasks=(Task("Văn phòng", "Tổng hợp kết quả", None, "2026-12-01"),),
    recipients=(Recipient("UBND tỉnh", "(bc)"), Recipient("Lưu: VT")),
    signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
)
