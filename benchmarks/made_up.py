"""Made-up contents to measure on: a plan of any length, a file of many years, a commune of many people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop import bootstrap
from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.domain.plan.plans import (
    Phase,
    Plan,
    PlanCommitment,
    PlanSigner,
    Recipient,
    Section,
    Target,
    TargetValue,
)
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace

OFFICE = Office("xã Ví Dụ", "xã", "tỉnh Mẫu", "UBND TỈNH MẪU", "Ví Dụ")
SIGNERS = (Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),)
FAMILY_NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ", "Ngô", "Vũ")
MIDDLE_NAMES = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Hữu", "Thu")
GIVEN_NAMES = ("Mẫu", "Thử", "Dụ", "Ví", "Thí", "Giả", "Định", "Tạm", "Kiểm", "Nghiệm", "Điển", "Hình", "Ước")
_SENTENCE = (
    "Tiếp tục phát động các phong trào thi đua thiết thực ở từng thôn, lấy kết quả làm được làm thước đo; khen thưởng "
    "đúng người, đúng việc, đúng lúc, chú ý người trực tiếp lao động."
)


def plan(year: int, sections: int) -> Plan:
    """A plan with so many headings, three paragraphs below each, and a target for each."""
    return Plan(
        year=year,
        title=f"Phát động phong trào thi đua năm {year}",
        issuer="Ủy ban nhân dân xã Ví Dụ",
        symbol="KH-UBND",
        place="Ví Dụ",
        header=("UBND XÃ VÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        sections=tuple(_section(number) for number in range(1, sections + 1)),
        closing=(plain("Trên đây là kế hoạch của Ủy ban nhân dân xã Ví Dụ."),),
        targets=tuple(_target(number) for number in range(1, sections + 1)),
        commitments=tuple(
            PlanCommitment(f"Thôn Mẫu {number}", f"Trồng {number} ha rừng", (TargetValue(float(number), "ha"),))
            for number in range(1, sections // 5 + 2)
        ),
        phases=(Phase("Đợt 1", f"{year}-01-01", f"{year}-06-30", f"{year}-06-15"),),
        recipients=(Recipient("UBND tỉnh", "(bc)"), Recipient("Lưu: VT")),
        signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    )


def _section(number: int) -> Section:
    return Section(1, f"{number}.", f"Nội dung thi đua thứ {number}", tuple(plain(_SENTENCE, "-") for _ in range(3)))


def _target(number: int) -> Target:
    text = f"Sản lượng mẫu {number}"
    return Target(text, text, "Kinh tế", values=(TargetValue(float(number), "tấn", "="),))


def people(count: int) -> list[tuple[str, str, str]]:
    """So many people: name, position, note; everybody's note is another one."""
    lists = (FAMILY_NAMES, MIDDLE_NAMES, GIVEN_NAMES)
    return [
        (
            " ".join(names[number // step % len(names)] for names, step in zip(lists, (1, 10, 70), strict=True)),
            f"Người dân thôn {number % 12 + 1}",
            f"Hồ sơ số {number}",
        )
        for number in range(count)
    ]


def new_file(path: Path, *, years: range = range(0), sections: int = 0, people_count: int = 0) -> Path:
    """A data file with a plan for each of the years, and so many people; closed, with its backup beside it."""
    workspace = bootstrap.create_workspace(path, OFFICE, SIGNERS, 2026)
    for year in years:
        plans.store_plan(workspace, plan(year, sections))
    if people_count:
        registers.paste_rows(workspace, "people", ("full_name", "position", "note"), people(people_count))
    bootstrap.close_workspace(workspace)
    return path


@contextmanager
def opened(path: Path) -> Iterator[Workspace]:
    """A workspace for the length of a ``with`` block; a file made for measuring is not backed up when it is left."""
    workspace = bootstrap.open_workspace(path)
    try:
        yield workspace
    finally:
        workspace.file.close()
