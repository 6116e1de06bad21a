"""What a task of a plan asks for by its day."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.plan.task_words import asked_for

# the task as the plan words it, who helps, what is to be done
TASKS = [
    ("Tổng hợp kết quả, trình họp sơ kết trước ngày 15/7/2026", "", "Tổng hợp kết quả, trình họp sơ kết"),
    (
        "Theo dõi các chỉ tiêu; phối hợp với Hội Nông dân xã hướng dẫn các hộ trước ngày 30/9/2026",
        "Hội Nông dân xã",
        "Hướng dẫn các hộ",
    ),
    (
        "Là cơ quan thường trực. Chủ trì, phối hợp chặt chẽ với Văn phòng, lập bảng chậm nhất là ngày 05-12-2026",
        "Văn phòng",
        "Lập bảng",
    ),
    ("triển khai kế hoạch; đăng ký danh hiệu", "", "Triển khai kế hoạch; đăng ký danh hiệu"),
    ("Trước ngày 05/12/2026, gửi báo cáo về xã.", "", "Gửi báo cáo về xã"),
    ("phối hợp với Hội Nông dân", "Hội Nông dân", "Phối hợp với Hội Nông dân"),
    ("", "", ""),
]


@pytest.mark.parametrize(("summary", "helpers", "asked"), TASKS)
def test_what_is_to_be_done_comes_first(summary: str, helpers: str, asked: str) -> None:
    assert asked_for(summary, helpers) == asked
