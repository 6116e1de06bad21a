"""A made-up year: a plan that names organisations and gives targets, and the organisations of the directory."""

from __future__ import annotations

from thidua_desktop.domain.plan.plans import Phase, Plan, PlanCommitment, Target, TargetValue, Task

PHASES = (
    Phase("6 tháng đầu năm", "2026-01-01", "2026-06-30", "2026-06-25"),
    Phase("6 tháng cuối năm", "2026-07-01", "2026-12-31", "2026-11-30"),
)
TARGETS = (
    Target(
        "Thu nhập bình quân đạt 62 triệu đồng/người/năm",
        "Thu nhập bình quân đầu người",
        values=(TargetValue(62, "triệu đồng", ">="),),
        responsible="Phòng Kinh tế",
    ),
    Target("Xóa 12 nhà tạm", "Xóa nhà tạm, nhà dột nát", values=(TargetValue(12, "nhà", assigned_by="tỉnh"),)),
    Target("Trồng mới 15 ha rừng", "Trồng rừng mới", values=(TargetValue(15, "ha"),)),
)
COMMITMENTS = (
    PlanCommitment("Hội Nông dân xã", "Vận động hội viên xóa 4 nhà tạm", (TargetValue(4, "nhà"),), target=1),
    PlanCommitment("Hội Nông dân xã", "Trồng rừng mới 5 ha", (TargetValue(5, "ha"),)),
    PlanCommitment("Hội Phụ nữ xã", "Giúp hội viên xóa 3 nhà tạm", (TargetValue(3, "nhà"),), target=1),
    PlanCommitment("Đoàn Thanh niên xã", "Giữ 3 tuyến đường hoa"),
)
PLAN = Plan(
    2026,
    title="Phát động phong trào thi đua năm 2026",
    issuer="Ủy ban nhân dân xã Ví Dụ",
    place="Ví Dụ",
    targets=TARGETS,
    commitments=COMMITMENTS,
    phases=PHASES,
    tasks=(Task("Trường Tiểu học Ví Dụ", "Tổ chức hội thi"),),
)
