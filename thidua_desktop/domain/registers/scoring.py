"""The criteria of a set, as a table."""

from __future__ import annotations

from .parts import Choice, Column, Register, same
from .plan import DIRECTIONS

CRITERION_KINDS = same("nhóm", "định lượng", "định tính", "thưởng", "trừ")
MEASURES = (Choice("cam kết", "tỷ lệ cam kết đạt"), Choice("nộp chậm", "số ngày nộp chậm"))

CRITERIA = Register(
    "criteria",
    "Tiêu chí",
    "tiêu chí",
    (
        Column("name", "Tiêu chí", "long_text", width=44, required=True, aliases=("Nội dung", "Nội dung tiêu chí")),
        Column(
            "kind",
            "Loại",
            "choice",
            CRITERION_KINDS,
            width=12,
            required=True,
            default="định lượng",
            hint="nhóm: tên một phần; định lượng: theo số; định tính: theo mức A, B, C, D; thưởng; trừ: mỗi lần",
        ),
        Column(
            "points",
            "Điểm chuẩn",
            "number",
            width=10,
            empty=None,
            sort="plain",
            hint="Điểm thưởng: nhiều nhất bao nhiêu; điểm trừ: mỗi lần trừ bao nhiêu",
            aliases=("Điểm", "Điểm tối đa", "Thang điểm"),
        ),
        Column("unit", "Đơn vị tính", width=11, empty=None, aliases=("ĐVT",)),
        Column(
            "measure",
            "Lấy số liệu từ",
            "choice",
            MEASURES,
            width=20,
            hint="Để trống thì gõ số khi chấm, hoặc lấy theo chỉ tiêu của kế hoạch",
        ),
        Column(
            "target_id",
            "Chỉ tiêu của kế hoạch",
            "link",
            width=28,
            empty=None,
            links_to="plan_targets",
            hint="Kế hoạch và thực hiện lấy từ kết quả của chỉ tiêu này, không phải gõ lại",
            aliases=("Chỉ tiêu",),
        ),
        Column(
            "direction", "Chiều tốt", "choice", DIRECTIONS, width=15, hint="Để trống: theo chỉ tiêu, cao hơn là tốt"
        ),
        Column("note", "Ghi chú", "long_text", width=24, aliases=("Cách chấm", "Hướng dẫn")),
    ),
    title_key="name",
    order="position",
    scope="set_id",
    ordered=True,
)
