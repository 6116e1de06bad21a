from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.services.samples import PLAN
from thidua_desktop import bootstrap, cli
from thidua_desktop.domain.offices import Office
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.services.office import years
from thidua_desktop.services.plan import plans

PLAN_TEXT = """\
UBND XÃ VÍ DỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số:     /KH-UBND
Ví Dụ, ngày     tháng 02 năm 2026
KẾ HOẠCH
Phát động phong trào thi đua năm 2026
Căn cứ Luật Thi đua, khen thưởng số 15/2003/QH11 ngày 26/11/2003 của Quốc hội;
I. MỤC ĐÍCH
Nâng cao đời sống của của nhân dân.
II. CHỈ TIÊU
- Thu ngân sách đạt 10 tỷ đồng.
Nơi nhận:
- UBND tỉnh (bc);
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch 2026.txt"
    path.write_text(PLAN_TEXT, encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data file with the year 2026 and one plan, and the empty year 2027."""
    path = tmp_path / "xã Ví Dụ.thidua"
    desk = bootstrap.create_workspace(path, Office("Ví Dụ"), year=2026)
    plans.store_plan(desk, PLAN, SourceFile("gốc.docx", b"x"))
    years.add_year(desk, 2027)
    bootstrap.close_workspace(desk)
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command: exit code, standard output, standard error."""

    def run(*words: object) -> tuple[int, str, str]:
        code = cli.main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
