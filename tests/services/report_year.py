"""A made-up year with plan, registrations, results and awards, typed in as the clerk does."""

from __future__ import annotations

from datetime import date

from thidua_desktop.domain.plan.plans import (
    Movement,
    PartialDate,
    Phase,
    Plan,
    PlanCommitment,
    PlanSigner,
    Recipient,
    Target,
    TargetValue,
    Task,
)
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments, registrations, results
from thidua_desktop.services.workspace import Workspace

YEAR = 2026
PLAN = Plan(
    YEAR,
    title="Phát động phong trào thi đua năm 2026",
    issuer="Ủy ban nhân dân xã Ví Dụ",
    symbol="KH-UBND",
    number=5,
    place="Ví Dụ",
    date=PartialDate(5, 2, YEAR),
    theme="Đoàn kết, sáng tạo",
    targets=(
        Target(
            "Thu nhập bình quân",
            "Thu nhập bình quân đầu người",
            "Kinh tế",
            values=(
                TargetValue(62.0, "triệu đồng", ">=", "tỉnh"),
                TargetValue(63.5, "triệu đồng", ">=", "HĐND xã"),
            ),
        ),
        Target("Trồng rừng", "Trồng rừng mới", "Kinh tế", values=(TargetValue(20.0, "ha"),)),
        Target("Hộ nghèo", "Tỷ lệ hộ nghèo còn", "Xã hội", values=(TargetValue(3.0, "%", "<="),)),
        Target("Nhà văn hóa", "Xây nhà văn hóa thôn", "Xã hội", values=(TargetValue(1.0, "nhà", value_to=2.0),)),
        Target("An ninh", "Giữ vững an ninh, trật tự", "Quốc phòng - an ninh", "qualitative"),
        Target("Hòa giải", "Hòa giải thành", "Quốc phòng - an ninh", values=(TargetValue(90.0, "%", ">="),)),
    ),
    movements=(
        Movement("Chung tay vì người nghèo", "Thủ tướng Chính phủ"),
        Movement("Toàn dân đoàn kết xây dựng đời sống văn hóa", "MTTQ Việt Nam", "cuộc vận động"),
    ),
    commitments=(
        PlanCommitment("Hội Nông dân", "Trồng mới 12 ha rừng", (TargetValue(12.0, "ha"),), target=1),
        PlanCommitment("Đoàn Thanh niên", "Trồng mới 8 ha rừng", (TargetValue(8.0, "ha"),), target=1),
        PlanCommitment("Hội Cựu chiến binh", "Hòa giải thành 90%", (TargetValue(90.0, "%", ">="),), target=5),
    ),
    phases=(
        Phase("Đợt 1", "2026-01-01", "2026-06-30", "2026-06-25"),
        Phase("Đợt 2", "2026-07-01", "2026-12-31", "2026-12-25"),
    ),
    tasks=(Task("Văn phòng", "Tổng hợp", due="2026-12-01", done_on="2026-11-20"), Task("Công an", "Báo cáo")),
    recipients=(Recipient("UBND tỉnh", "(bc)"), Recipient("Lưu: VT")),
    signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
)
# What was reached by the end of each phase: target → figures of the two phases.
RESULTS = {0: ("30", "65"), 2: ("3,4", "3,2"), 3: ("", "1"), 4: ("đạt", "đạt")}
PEOPLE = (
    ("Trần Thị Ví", "nữ", "lãnh đạo, quản lý"),
    ("Lê Văn Dụ", "nam", "công chức, viên chức"),
    ("Phạm Thị Mẫu", "nữ", "nông dân"),
    ("Hoàng Văn Thử", "nam", ""),
)
AWARDS = (
    ("Trần Thị Ví", "cá nhân", "Lao động tiên tiến", "công trạng", "xã", "12/QĐ-UBND", "15/12/2026", "759000"),
    ("Lê Văn Dụ", "cá nhân", "Lao động tiên tiến", "công trạng", "xã", "12/QĐ-UBND", "15/12/2026", "759000"),
    ("Lê Văn Dụ", "cá nhân", "Chiến sĩ thi đua cơ sở", "công trạng", "xã", "13/QĐ-UBND", "15/12/2026", "2530000"),
    ("Phạm Thị Mẫu", "cá nhân", "Khen tặng của thôn", "phong trào thi đua", "xã", "4/QĐ-UBND", "20/05/2026", ""),
    ("Hoàng Văn Thử", "cá nhân", "Khen tặng của thôn", "đột xuất", "xã", "", "", "100000"),
    (
        "Hội Nông dân",
        "tập thể",
        "Tập thể lao động tiên tiến",
        "công trạng",
        "xã",
        "12/QĐ-UBND",
        "15/12/2026",
        "2024000",
    ),
    ("Hộ ông Nguyễn Văn A", "hộ gia đình", "Khen tặng của thôn", "công trạng", "xã", "4/QĐ-UBND", "20/05/2026", ""),
)
_AWARD_KEYS = ("subject", "subject_kind", "award", "award_type", "level", "decision_number", "decided_on", "bonus")


def fill(workspace: Workspace) -> int:
    """Types the whole year into the file and returns the plan's id; two of three organisations answered."""
    _, plan_id = plans.store_plan(workspace, PLAN)
    candidates = [one for one in registrations.candidates(workspace, plan_id) if one.commitments]
    registrations.adopt(workspace, plan_id, candidates)
    _answers(workspace)
    _results(workspace, plan_id)
    for name, sex, person_class in PEOPLE:
        registers.add_row(workspace, "people", {"full_name": name, "sex": sex, "person_class": person_class})
    for award in AWARDS:
        registers.add_row(workspace, "awards", {"year": str(YEAR), **_cells(award)})
    return plan_id


def _cells(award: tuple[str, ...]) -> dict[str, str]:
    cells = dict(zip(_AWARD_KEYS, award, strict=True))
    return cells | ({"person_id": award[0]} if award[1] == "cá nhân" else {})


def _answers(workspace: Workspace) -> None:
    """The farmers and the youth sent their forms."""
    for standing in registrations.standing(workspace, YEAR):
        if standing.registration_id is None or "binh" in standing.name:
            continue
        title = {"subject": standing.name, "subject_kind": "tập thể", "award": "Tập thể lao động tiên tiến"}
        person = {"subject": "Trần Thị Ví", "subject_kind": "cá nhân", "award": "Lao động tiên tiến"}
        for cells in (title, person):
            registers.add_row(workspace, "registered_titles", cells, scope=standing.registration_id)
        registrations.set_received(workspace, standing.registration_id, date(2026, 2, 20))


def _results(workspace: Workspace, plan_id: int) -> None:
    """The targets' own results; the forest is reported by the two who promised it: 5 of 12 and 8 of 8 ha."""
    stored = plans.plan(workspace, plan_id)
    for place, figures in RESULTS.items():
        for phase, text in zip(stored.phases, figures, strict=True):
            results.set_target_result(workspace, stored.targets[place].id, phase.id, 0, text)
    for commitment in commitments.of_year(workspace, YEAR):
        figure = {"Hội Nông dân": "5", "Đoàn Thanh niên": "8"}.get(commitment.organisation, "")
        if figure:
            results.set_commitment_result(workspace, commitment.id, stored.phases[1].id, 0, figure)
