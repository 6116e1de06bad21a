"""The tables of one plan."""

from __future__ import annotations

from ..figures.value_parts import comparator_labels
from ..legal_act_kinds import ACT_KINDS
from ..movement_kinds import MOVEMENT_KINDS
from .parts import Choice, Column, Register, date_column, same

VALUES_HINT = "Nhiều giá trị cách nhau bằng dấu ; — ví dụ: ≥ 96%; thị xã giao 10 ha; 1–2 nhà; giảm 4 hộ"
TARGET_KINDS = (
    Choice("quantitative", "định lượng"),
    Choice("qualitative", "định tính"),
    Choice("composite", "gồm nhiều phần"),
)
DIRECTIONS = (
    Choice("higher", "cao hơn là tốt"),
    Choice("lower", "thấp hơn là tốt"),
    Choice("yes_no", "có / không"),
)
COMMITMENT_KINDS = (
    Choice("quantity", "số lượng"),
    Choice("quality", "chất lượng"),
    Choice("yes_no", "có / không"),
)
COMPARATORS = same(*comparator_labels())

PLAN_TARGETS = Register(
    "plan_targets",
    "Chỉ tiêu",
    "chỉ tiêu",
    (
        Column(
            "indicator", "Chỉ tiêu", width=36, required=True, aliases=("Tên chỉ tiêu", "Nội dung chỉ tiêu", "Nội dung")
        ),
        Column(
            "values",
            "Giá trị",
            "values",
            width=30,
            empty=None,
            hint=VALUES_HINT,
            aliases=("Kế hoạch", "KH", "Số liệu", "Chỉ tiêu giao", "Mục tiêu", "Kế hoạch năm"),
        ),
        Column(
            "last_year",
            "Năm trước",
            "reached",
            width=11,
            empty=None,
            sort="plain",
            hint="Số đạt được năm trước, theo đơn vị tính của chỉ tiêu; không có số thì gõ “đạt” hoặc “chưa đạt”",
            aliases=("Thực hiện năm trước", "Thực hiện", "TH", "Kết quả năm trước", "Ước thực hiện", "Ước TH"),
        ),
        Column(
            "responsible",
            "Đơn vị phụ trách",
            width=22,
            empty=None,
            suggests="organisations",
            aliases=("Phụ trách", "Đơn vị thực hiện", "Đơn vị chủ trì", "Cơ quan chủ trì"),
        ),
        Column("unit", "Đơn vị tính", "part", width=13, empty=None, aliases=("ĐVT", "Đơn vị")),
        Column("comparator", "So sánh", "part", COMPARATORS, width=14, empty=None),
        Column(
            "direction",
            "Chiều tốt",
            "choice",
            DIRECTIONS,
            width=15,
            hint="Để trống: suy ra từ dấu so sánh và tên chỉ tiêu",
            aliases=("Hướng",),
        ),
        Column("group", "Lĩnh vực", width=18, empty=None, aliases=("Nhóm",)),
        Column(
            "parent_id",
            "Trong đó của",
            "link",
            width=20,
            empty=None,
            links_to="plan_targets",
            hint="Chỉ tiêu mà dòng này là một phần",
            aliases=("Thuộc chỉ tiêu",),
        ),
        Column("kind", "Loại", "choice", TARGET_KINDS, width=14, required=True, default="định lượng"),
        Column("quote", "Nguyên văn trong kế hoạch", "long_text", width=40, aliases=("Nguyên văn",)),
    ),
    title_key="indicator",
    order="position",
    scope="plan_id",
    ordered=True,
)

PLAN_MOVEMENTS = Register(
    "plan_movements",
    "Phong trào",
    "phong trào",
    (
        Column(
            "name", "Tên phong trào, cuộc vận động", "long_text", width=48, required=True, aliases=("Phong trào", "Tên")
        ),
        Column("launcher", "Nơi phát động", width=24, empty=None, aliases=("Cơ quan phát động",)),
        Column(
            "kind", "Loại", "choice", MOVEMENT_KINDS, width=16, open_choice=True, required=True, default="phong trào"
        ),
    ),
    title_key="name",
    order="position",
    scope="plan_id",
    ordered=True,
)

PLAN_PHASES = Register(
    "plan_phases",
    "Đợt thi đua",
    "đợt",
    (
        Column("name", "Đợt", width=18, required=True, aliases=("Tên đợt",)),
        date_column("start", "Từ ngày", "Bắt đầu"),
        date_column("end", "Đến ngày", "Kết thúc"),
        date_column("report_deadline", "Hạn báo cáo", "Báo cáo trước ngày"),
        Column(
            "occasions",
            "Ngày kỷ niệm",
            "list",
            width=48,
            hint="Nhiều ngày cách nhau bằng dấu ;",
            aliases=("Chào mừng", "Ngày lễ"),
        ),
    ),
    title_key="name",
    order="position",
    scope="plan_id",
    ordered=True,
)

PLAN_TASKS = Register(
    "plan_tasks",
    "Việc phải làm",
    "việc",
    (
        Column(
            "summary", "Nội dung việc", "long_text", width=48, required=True, aliases=("Việc", "Nhiệm vụ", "Nội dung")
        ),
        Column(
            "assignee",
            "Chủ trì",
            width=24,
            empty=None,
            suggests="organisations",
            aliases=("Đơn vị chủ trì", "Đơn vị thực hiện", "Phụ trách"),
        ),
        Column(
            "helpers",
            "Phối hợp",
            width=24,
            empty=None,
            suggests="organisations",
            aliases=("Đơn vị phối hợp", "Cơ quan phối hợp"),
        ),
        date_column("due", "Hạn", "Thời hạn", "Thời gian", "Thời hạn hoàn thành"),
        date_column("done_on", "Xong ngày", "Ngày hoàn thành"),
    ),
    title_key="summary",
    order="position",
    scope="plan_id",
    ordered=True,
)

PLAN_RECIPIENTS = Register(
    "plan_recipients",
    "Nơi nhận",
    "nơi nhận",
    (
        Column("name", "Nơi nhận", width=48, required=True),
        Column("suffix", "Ghi chú", width=16, empty=None, hint="Trong ngoặc sau tên: bc, thực hiện"),
    ),
    title_key="name",
    order="position",
    scope="plan_id",
    ordered=True,
)

PLAN_BASES = Register(
    "plan_bases",
    "Căn cứ",
    "căn cứ",
    (
        Column(
            "kind", "Loại", "choice", ACT_KINDS, width=14, required=True, open_choice=True, aliases=("Loại văn bản",)
        ),
        Column("quote", "Nguyên văn trong kế hoạch", "long_text", width=48, aliases=("Nguyên văn", "Trích yếu")),
        Column("number", "Số, ký hiệu", width=20, empty=None, aliases=("Số", "Số hiệu")),
        date_column("date", "Ngày ban hành", "Ngày", "Ngày ký"),
        Column("issuer", "Cơ quan ban hành", width=24, empty=None, aliases=("Nơi ban hành",)),
    ),
    title_key="number",
    order="position",
    scope="plan_id",
    ordered=True,
)

COMMITMENTS = Register(
    "commitments",
    "Cam kết của tổ chức",
    "cam kết",
    (
        Column("organisation", "Tổ chức", width=28, required=True, aliases=("Đơn vị", "Tên tổ chức")),
        Column("quote", "Nội dung cam kết", "long_text", width=44, aliases=("Nội dung", "Cam kết")),
        Column("values", "Giá trị", "values", width=24, empty=None, hint=VALUES_HINT),
        Column(
            "target_id",
            "Chỉ tiêu của kế hoạch",
            "link",
            width=28,
            empty=None,
            links_to="plan_targets",
            hint="Chỉ tiêu mà cam kết này góp vào",
            aliases=("Chỉ tiêu", "Góp vào chỉ tiêu"),
        ),
        date_column("deadline", "Hạn hoàn thành", "Hạn", "Thời hạn", "Thời hạn hoàn thành"),
        Column("proof_expected", "Minh chứng dự kiến", width=20, aliases=("Minh chứng",)),
        Column(
            "kind",
            "Loại cam kết",
            "choice",
            COMMITMENT_KINDS,
            width=13,
            hint="Để trống: có số là số lượng, không có số là có / không",
            aliases=("Loại",),
        ),
        Column("direction", "Chiều tốt", "choice", DIRECTIONS, width=15, hint="Để trống: theo chỉ tiêu của kế hoạch"),
    ),
    title_key="organisation",
    order="position",
    scope="plan_id",
    ordered=True,
)
