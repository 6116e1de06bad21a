"""The fields of the papers of reports."""

from __future__ import annotations

from types import MappingProxyType

from .field_names import HEAD, SIGNATURE, PaperFields, names

_AWARD_ROW = names(
    stt="số thứ tự",
    award="danh hiệu, hình thức khen thưởng",
    total="tổng số",
    collectives="tập thể",
    households="hộ gia đình",
    people="cá nhân",
    leaders="cá nhân là lãnh đạo, quản lý",
    others="cá nhân không là lãnh đạo, quản lý",
    unsaid="cá nhân chưa ghi đối tượng",
    women="cá nhân là nữ",
    merit="khen theo công trạng",
    movement="khen theo phong trào thi đua",
    sudden="khen đột xuất",
    other_types="khen theo loại hình khác",
    decisions="số quyết định",
    bonus="tiền thưởng, đồng",
)
_TARGET_ROW = names(
    stt="số thứ tự",
    indicator="chỉ tiêu",
    unit="đơn vị tính",
    assigned_by="cấp giao",
    planned="kế hoạch",
    committed="các đơn vị cam kết",
    achieved="thực hiện",
    percent="tỷ lệ %",
    status="đánh giá",
    responsible="cơ quan phụ trách",
)
_SUMS = {
    f"{name}_total": f"cộng: {words}"
    for name, words in _AWARD_ROW.items()
    if name not in ("stt", "award", "total", "decisions")
} | {
    "awards_total": "cộng: tổng số khen thưởng",
    "decisions_total": "số quyết định khen thưởng",
    "unpaid_total": "số khen thưởng chưa ghi tiền thưởng",
}

REPORT = PaperFields(
    "report",
    "Báo cáo thi đua, khen thưởng",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | {
            "title": "trích yếu",
            "issuer_name": "tên cơ quan trong câu",
            "period": "thời gian báo cáo, ví dụ: năm 2026",
            "period_capitals": "thời gian báo cáo, chữ in hoa",
            "next_period": "thời gian tiếp theo",
            "next_period_capitals": "thời gian tiếp theo, chữ in hoa",
        }
        | _SUMS
    ),
    names(
        opening="mở đầu",
        guidance="công tác chỉ đạo, phát động",
        registration="kết quả đăng ký",
        targets="kết quả chỉ tiêu",
        commitments="kết quả cam kết",
        awards="công tác khen thưởng",
        shortcomings="hạn chế, nguyên nhân",
        direction="phương hướng, nhiệm vụ",
        proposals="kiến nghị, đề xuất",
    ),
    MappingProxyType(
        {
            "target_rows": _TARGET_ROW,
            "award_rows": _AWARD_ROW,
        }
    ),
)

STATISTICS = PaperFields(
    "statistics",
    "Thống kê khen thưởng",
    MappingProxyType(
        HEAD | SIGNATURE | {"period": "thời gian thống kê", "period_capitals": "thời gian thống kê, chữ in hoa"} | _SUMS
    ),
    rows=MappingProxyType({"award_rows": _AWARD_ROW}),
)

TARGET_RESULTS = PaperFields(
    "target-results",
    "Kết quả thực hiện chỉ tiêu",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | {
            "period": "thời gian báo cáo",
            "period_capitals": "thời gian báo cáo, chữ in hoa",
            "plan_reference": "kế hoạch mà chỉ tiêu nằm trong đó",
            "today": "ngày lấy số liệu",
        }
    ),
    rows=MappingProxyType({"target_rows": _TARGET_ROW}),
)

PAPERS: tuple[PaperFields, ...] = (REPORT, STATISTICS, TARGET_RESULTS)
