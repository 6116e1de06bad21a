"""A made-up plan whose text names organisations in the ways plans do."""

from __future__ import annotations

from thidua_desktop.domain.figures.values import parse_values
from thidua_desktop.domain.plan.plans import Phase, Plan, PlanCommitment, Recipient, Target, Task

PLAN = Plan(
    year=2026,
    title="Phát động phong trào thi đua năm 2026",
    issuer="Ủy ban nhân dân xã Ví Dụ",
    targets=(
        Target("Hỗ trợ 60 hộ cải tạo vườn tạp", "Cải tạo vườn tạp", values=parse_values("60 hộ")),
        Target("Tỷ lệ BHYT", "Tỷ lệ bao phủ BHYT", values=parse_values("tỉnh giao 95%; HĐND xã giao 97%")),
        Target("MTTQ xã xây dựng mô hình dân cư", "Mô hình dân cư", kind="qualitative", responsible="MTTQ xã"),
        Target(
            "Hội làm vườn, hội khuyến học… xây dựng cụm dân cư sáng, xanh",
            "Cụm dân cư sáng, xanh",
            kind="qualitative",
            responsible="Hội làm vườn, hội khuyến học…",
        ),
    ),
    commitments=(
        PlanCommitment("UBMTTQ xã", "Vận động 97% dân số tham gia BHYT", parse_values("97%"), 1),
        PlanCommitment("Hội Nông dân", "Cải tạo vườn tạp 41 hộ", parse_values("41 hộ"), 0),
        PlanCommitment("Hội LHPN, Hội CCB", "Cải tạo vườn tạp 10 hộ", parse_values("10 hộ"), 0),
        PlanCommitment("MTTQ xã", "MTTQ xã xây dựng mô hình dân cư", target=2),
    ),
    phases=(
        Phase("Đợt 1", "2026-01-01", "2026-04-30", "2026-06-25"),
        Phase("Đợt 2", "2026-07-01", "2026-12-31", "2026-12-25"),
    ),
    tasks=(Task("Công an xã", "Giữ gìn an ninh"), Task("Các thôn", "Hưởng ứng")),
    recipients=(Recipient("UBND tỉnh"), Recipient("Trạm Y tế"), Recipient("Lưu: VT")),
)
