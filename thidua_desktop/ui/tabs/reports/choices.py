"""What the tab Báo cáo offers, in the order of its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thidua_desktop.domain.destinations import AWARDS, PLANS, REGISTRATION

Kind = Literal["report", "sheet", "paper"]


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """One report: ``name`` in the list of exports, what it is, and how it is shown.

    ``kind``: a "report" has parts to write in, a "sheet" is a table on screen, a "paper" only its pages. ``needs`` says
    what must be there first, ``goes_to`` the tab where it is entered, ``act`` the button that leads there.
    """

    name: str
    title: str
    subtitle: str
    kind: Kind
    needs: str = ""
    act: str = ""
    goes_to: int = 0

    def title_of(self, year: int) -> str:
        """What it is and of which year: "Bảng chỉ tiêu năm 2026"."""
        return f"{self.title} {year}" if self.title.endswith("năm") else f"{self.title} năm {year}"


REPORT, MIDYEAR, TARGETS, STATISTICS = "report", "midyear-report", "target-results", "statistics"
SUMMARY = "registration-summary"

CHOICES = (
    ReportChoice(
        REPORT, "Báo cáo tổng kết năm", "Câu và bảng lấy từ số liệu đã nhập; phần bạn viết thêm được in theo.", "report"
    ),
    ReportChoice(
        MIDYEAR, "Báo cáo sơ kết 6 tháng", "Kết quả đến hết nửa đầu năm; phần bạn viết thêm được in theo.", "report"
    ),
    ReportChoice(
        TARGETS,
        "Bảng chỉ tiêu",
        "Ai giao, kế hoạch, cam kết, kết quả và tỷ lệ của từng chỉ tiêu.",
        "sheet",
        "Bảng này lấy chỉ tiêu từ kế hoạch năm và kết quả trong thẻ Đăng ký – Giao ước.",
        "Đến Kế hoạch",
        PLANS,
    ),
    ReportChoice(
        STATISTICS,
        "Thống kê khen thưởng",
        "Theo danh hiệu, hình thức, đối tượng, loại hình và cấp quyết định.",
        "sheet",
        "Khi ban hành quyết định hoặc nhập khen thưởng đã có, chương trình thống kê ở đây.",
        "Đến Khen thưởng",
        AWARDS,
    ),
    ReportChoice(
        SUMMARY,
        "Bảng tổng hợp đăng ký",
        "Danh hiệu đăng ký theo từng đơn vị.",
        "paper",
        goes_to=REGISTRATION,
    ),
)
