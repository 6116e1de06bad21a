"""Made-up plans and whole-file pictures that several tests of the data file need."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

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
    theme="Đoàn kết, sáng tạo",
    header=("UBND XÃ VÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    preamble=(Paragraph((Run("Căn cứ "), Run("Luật", bold=True), Run(" Thi đua", italic=True))),),
    sections=(
        Section(1, "I.", "MỤC ĐÍCH", (plain("Nâng cao đời sống.", "-"),)),
        Section(1, "II.", "CHỈ TIÊU", (), (Section(2, "1.", "Kinh tế"), Section(2, "2.", None, (plain("Văn hóa"),)))),
        Section(1, "III.", "TỔ CHỨC"),
    ),
    closing=(plain("Trên đây là kế hoạch."),),
    legal_bases=(LegalBasis("Luật", "01/2000/QH", "2000-01-02", "Quốc hội", "Luật số 01"),),
    targets=(
        Target("Giảm nghèo", "Tỷ lệ hộ nghèo", "Xã hội", values=(TargetValue(0.1 + 0.2, "%", "<="),)),
        Target(
            "Trong đó thôn Một", "Hộ nghèo thôn Một", parent=0, values=(TargetValue(1, "hộ", "=", "tỉnh", value_to=2),)
        ),
    ),
    movements=(Movement("Xã Ví Dụ chung sức"),),
    commitments=(PlanCommitment("Hội Nông dân", "Trồng 5 ha rừng", (TargetValue(5.0, "ha"),)),),
    phases=(Phase("Đợt 1", "2026-01-01", "2026-06-30", "2026-06-15", ("03/02", "30/4")),),
    tasks=(Task("Văn phòng", "Tổng hợp", None, "2026-12-01"),),
    recipients=(Recipient("UBND tỉnh", "(bc)"), Recipient("Lưu: VT")),
    signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
)

LOG = {"acts", "act_changes", "act_now", "sqlite_sequence", "_sqlite_migrations"}


def tables_of(path: Path, *, with_log: bool = False) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, as a connection of its own sees the file."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
            for name in names
            if with_log or name not in LOG
        }
