"""The editable tables (danh mục) of the program, one definition each.

A register's kind is the name of its table in the data file, a column's key the name of its field.
"""

from __future__ import annotations

from .register_parts import Choice, Column, Register

__all__ = ["REGISTERS", "Choice", "Column", "Register"]

DATE_HINT = "Ngày/tháng/năm, ví dụ 05/02/2026"
VALUES_HINT = "Nhiều giá trị cách nhau bằng dấu ; — ví dụ: ≥ 96%; thị xã giao 10 ha; 1–2 nhà; giảm 4 hộ"


def _same(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(label, label) for label in labels)


def _date(key: str, heading: str, *aliases: str) -> Column:
    return Column(key, heading, "date", width=15, empty=None, hint=DATE_HINT, sort="plain", aliases=aliases)


# The two-level local government (from 1 July 2025): what sits below and beside a commune's People's Committee.
ORGANISATION_KINDS = _same(
    "Cơ quan Đảng",
    "Hội đồng nhân dân",
    "Phòng, ban chuyên môn",
    "Trung tâm Phục vụ hành chính công",
    "Mặt trận Tổ quốc",
    "Tổ chức chính trị - xã hội",
    "Hội quần chúng",
    "Công an",
    "Quân sự",
    "Trường học",
    "Trạm y tế",
    "Đơn vị sự nghiệp",
    "Thôn, tổ dân phố",
    "Hợp tác xã, doanh nghiệp",
    "Khác",
)

# Kinds of legal documents (Luật Ban hành văn bản quy phạm pháp luật 2025) and of administrative documents
# (Nghị định 30/2020/NĐ-CP, Điều 7) and Party documents that plans cite.
ACT_KINDS = _same(
    "Hiến pháp",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Thông tư liên tịch",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Hướng dẫn",
    "Kế hoạch",
    "Chương trình",
    "Đề án",
    "Kết luận",
    "Thông báo",
    "Công văn",
    "Văn bản hợp nhất",
)

TARGET_KINDS = (
    Choice("quantitative", "định lượng"),
    Choice("qualitative", "định tính"),
    Choice("composite", "gồm nhiều phần"),
)
MOVEMENT_KINDS = _same("phong trào", "cuộc vận động", "chương trình", "chuyên đề")
SEXES = _same("nam", "nữ")
MARKS = _same("đã đối chiếu", "chưa đối chiếu")

SIGNERS = Register(
    "signers",
    "Người ký",
    "người ký",
    (
        Column("full_name", "Họ và tên", width=24, required=True, sort="name", aliases=("Họ tên", "Người ký")),
        Column("position", "Chức vụ", "long_text", width=26, hint="Như in dưới văn bản: CHỦ TỊCH"),
        Column("authority", "Thẩm quyền ký", width=28, hint="Ví dụ: TM. ỦY BAN NHÂN DÂN", aliases=("Thay mặt",)),
        _date("valid_from", "Ký từ ngày", "Từ ngày"),
        _date("valid_to", "Đến ngày", "Ký đến ngày"),
    ),
    title_key="full_name",
    order="full_name",
)

ORGANISATIONS = Register(
    "organisations",
    "Tổ chức thành viên",
    "tổ chức",
    (
        Column(
            "name", "Tên tổ chức", width=32, required=True, aliases=("Tên đơn vị", "Đơn vị", "Tổ chức", "Tên cơ quan")
        ),
        Column("short_name", "Tên gọi tắt", width=14, aliases=("Viết tắt",)),
        Column("kind", "Loại", "choice", ORGANISATION_KINDS, width=24, open_choice=True, aliases=("Loại hình", "Khối")),
        Column(
            "parent_id",
            "Trực thuộc",
            "link",
            width=20,
            empty=None,
            links_to="organisations",
            aliases=("Đơn vị cấp trên", "Thuộc"),
        ),
        Column(
            "head", "Người đứng đầu", width=22, sort="name", aliases=("Thủ trưởng", "Phụ trách", "Họ tên thủ trưởng")
        ),
        Column("head_position", "Chức vụ", width=18),
        Column("contact", "Liên hệ", width=18, aliases=("Điện thoại", "Số điện thoại", "Email", "SĐT")),
        Column(
            "precedence",
            "Thứ tự",
            "integer",
            width=7,
            empty=0,
            sort="plain",
            hint="Số nhỏ đứng trước khi in danh sách",
            aliases=("STT", "TT"),
        ),
        Column("must_register", "Phải đăng ký", "yes_no", width=11, empty=0, default="có", sort="plain"),
        Column("must_report", "Phải báo cáo", "yes_no", width=11, empty=0, default="có", sort="plain"),
        Column("active_from", "Từ năm", "year", width=8, empty=None, sort="plain"),
        Column("active_to", "Đến năm", "year", width=8, empty=None, sort="plain"),
    ),
    title_key="name",
    order="precedence",
)

PEOPLE = Register(
    "people",
    "Cá nhân",
    "cá nhân",
    (
        Column("full_name", "Họ và tên", width=24, required=True, sort="name", aliases=("Họ tên", "Tên")),
        Column("sex", "Giới tính", "choice", SEXES, width=9, aliases=("Nam/Nữ", "Phái")),
        _date("birth_date", "Ngày sinh", "Ngày, tháng, năm sinh", "Sinh ngày"),
        Column("position", "Chức vụ", width=24, aliases=("Chức danh", "Nghề nghiệp")),
        Column(
            "organisation_id",
            "Tổ chức",
            "link",
            width=26,
            empty=None,
            links_to="organisations",
            aliases=("Đơn vị", "Nơi công tác", "Đơn vị công tác"),
        ),
        _date("started_on", "Công tác từ ngày", "Ngày vào ngành", "Từ ngày"),
        Column("note", "Ghi chú", "long_text", width=24),
    ),
    title_key="full_name",
    order="full_name",
)

LEGAL_ACTS = Register(
    "legal_acts",
    "Văn bản căn cứ",
    "văn bản",
    (
        Column("kind", "Loại", "choice", ACT_KINDS, width=14, open_choice=True, aliases=("Loại văn bản",)),
        Column("number", "Số, ký hiệu", width=20, required=True, aliases=("Số", "Số hiệu", "Số văn bản")),
        Column("title", "Trích yếu", "long_text", width=40, aliases=("Tên văn bản", "Nội dung")),
        _date("date", "Ngày ban hành", "Ngày", "Ngày ký"),
        Column("issuer", "Cơ quan ban hành", width=20, aliases=("Nơi ban hành",)),
        _date("valid_from", "Hiệu lực từ", "Ngày có hiệu lực", "Có hiệu lực từ"),
        _date("valid_to", "Hết hiệu lực", "Ngày hết hiệu lực", "Hiệu lực đến"),
        Column("replaced_by", "Thay bằng", width=20, hint="Số, ký hiệu của văn bản thay thế", aliases=("Bị thay bởi",)),
        Column("mark", "Đối chiếu", "choice", MARKS, width=15, default="chưa đối chiếu", required=True),
        Column("source", "Nguồn", width=24),
    ),
    title_key="number",
    order="date",
    descending=True,
)

PLAN_TARGETS = Register(
    "plan_targets",
    "Chỉ tiêu",
    "chỉ tiêu",
    (
        Column(
            "indicator", "Chỉ tiêu", width=36, required=True, aliases=("Tên chỉ tiêu", "Nội dung chỉ tiêu", "Nội dung")
        ),
        Column("values", "Giá trị", "values", width=30, empty=None, hint=VALUES_HINT, aliases=("Kế hoạch", "Số liệu")),
        Column("group", "Nhóm", width=18, empty=None, aliases=("Lĩnh vực",)),
        Column("responsible", "Đơn vị phụ trách", width=22, empty=None, aliases=("Phụ trách", "Đơn vị thực hiện")),
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
        _date("start", "Từ ngày", "Bắt đầu"),
        _date("end", "Đến ngày", "Kết thúc"),
        _date("report_deadline", "Hạn báo cáo", "Báo cáo trước ngày"),
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
            "assignee", "Chủ trì", width=24, empty=None, aliases=("Đơn vị chủ trì", "Đơn vị thực hiện", "Phụ trách")
        ),
        Column("helpers", "Phối hợp", width=24, empty=None, aliases=("Đơn vị phối hợp",)),
        _date("due", "Hạn", "Thời hạn", "Thời gian", "Thời hạn hoàn thành"),
        _date("done_on", "Xong ngày", "Ngày hoàn thành"),
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
        Column("number", "Số, ký hiệu", width=20, empty=None, aliases=("Số", "Số hiệu")),
        _date("date", "Ngày ban hành", "Ngày", "Ngày ký"),
        Column("issuer", "Cơ quan ban hành", width=24, empty=None, aliases=("Nơi ban hành",)),
        Column("quote", "Nguyên văn trong kế hoạch", "long_text", width=48, aliases=("Nguyên văn", "Trích yếu")),
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
    ),
    title_key="organisation",
    order="position",
    scope="plan_id",
    ordered=True,
)

REGISTERS: dict[str, Register] = {
    register.kind: register
    for register in (
        SIGNERS,
        ORGANISATIONS,
        PEOPLE,
        LEGAL_ACTS,
        PLAN_TARGETS,
        PLAN_MOVEMENTS,
        PLAN_PHASES,
        PLAN_TASKS,
        PLAN_RECIPIENTS,
        PLAN_BASES,
        COMMITMENTS,
    )
}
