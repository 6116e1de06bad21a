"""The tables of the tab Danh mục: who signs, who belongs to the commune, which acts are cited."""

from __future__ import annotations

from ..legal_act_kinds import ACT_KINDS
from ..movement_kinds import MOVEMENT_KINDS
from .parts import Column, Register, date_column, same

VILLAGE = "Thôn, tổ dân phố"
"""The kind of an organisation that registers households."""
_SCHOOL, _COOPERATIVE, _ENTERPRISE = "Trường học", "Hợp tác xã", "Doanh nghiệp"
STAY_APART = (VILLAGE, _SCHOOL, _COOPERATIVE, _ENTERPRISE)
"""Kinds that stay what they are when communes are put together: two that are called alike are two."""

# The two-level local government (from 1 July 2025): what sits below and beside a commune's People's Committee.
ORGANISATION_KINDS = same(
    "Cơ quan Đảng",
    "Hội đồng nhân dân",
    "Phòng, ban chuyên môn",
    "Trung tâm Phục vụ hành chính công",
    "Mặt trận Tổ quốc",
    "Tổ chức chính trị - xã hội",
    "Hội quần chúng",
    "Hội đặc thù",
    "Công an",
    "Quân sự",
    _SCHOOL,
    "Trạm y tế",
    "Đơn vị sự nghiệp",
    VILLAGE,
    _COOPERATIVE,
    _ENTERPRISE,
    "Khác",
)

SEXES = same("nam", "nữ")
# Who the statistics of awards tell apart (leaders and those who work themselves, farmers, …).
PERSON_CLASSES = same(
    "lãnh đạo, quản lý",
    "công chức, viên chức",
    "người hoạt động không chuyên trách",
    "công nhân, người lao động",
    "nông dân",
    "lực lượng vũ trang",
    "học sinh, sinh viên",
    "khác",
)
MARKS = same("đã đối chiếu", "chưa đối chiếu")

SIGNERS = Register(
    "signers",
    "Người ký",
    "người ký",
    (
        Column("full_name", "Họ và tên", width=24, required=True, sort="name", aliases=("Họ tên", "Người ký")),
        Column("position", "Chức vụ", "long_text", width=26, hint="Như in dưới văn bản: CHỦ TỊCH"),
        Column("authority", "Thẩm quyền ký", width=28, hint="Ví dụ: TM. ỦY BAN NHÂN DÂN", aliases=("Thay mặt",)),
        date_column("valid_from", "Ký từ ngày", "Từ ngày"),
        date_column("valid_to", "Đến ngày", "Ký đến ngày"),
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
        Column("short_name", "Tên gọi tắt", width=10, aliases=("Viết tắt",)),
        Column(
            "printed_name",
            "Tên in trên văn bản",
            width=14,
            hint="Để trống thì văn bản in tên tổ chức",
            aliases=("Tên đầy đủ", "Tên in"),
        ),
        Column("kind", "Loại", "choice", ORGANISATION_KINDS, width=18, open_choice=True, aliases=("Loại hình", "Khối")),
        Column(
            "parent_id",
            "Trực thuộc",
            "link",
            width=14,
            empty=None,
            links_to="organisations",
            aliases=("Đơn vị cấp trên", "Thuộc"),
        ),
        Column(
            "head", "Người đứng đầu", width=17, sort="name", aliases=("Thủ trưởng", "Phụ trách", "Họ tên thủ trưởng")
        ),
        Column("head_position", "Chức vụ", width=12),
        Column("contact", "Liên hệ", width=14, aliases=("Điện thoại", "Số điện thoại", "Email", "SĐT")),
        Column(
            "precedence",
            "Thứ tự",
            "integer",
            width=7,
            empty=0,
            sort="plain",
            hint="Số nhỏ đứng trước khi in danh sách; Alt+↑, Alt+↓ chuyển chỗ",
            aliases=("STT", "TT"),
        ),
        Column("must_register", "Phải đăng ký", "yes_no", width=11, empty=0, default="có", sort="plain"),
        Column("must_report", "Phải báo cáo", "yes_no", width=11, empty=0, default="có", sort="plain"),
        Column(
            "by_school_year",
            "Theo năm học",
            "yes_no",
            width=10,
            empty=0,
            default="không",
            sort="plain",
            hint="Trường học: văn bản ghi năm học thay cho năm",
        ),
        Column("active_from", "Từ năm", "year", width=8, empty=None, sort="plain"),
        Column("active_to", "Đến năm", "year", width=8, empty=None, sort="plain"),
    ),
    title_key="name",
    order="precedence",
    places="precedence",
)

FORMER_NAMES = Register(
    "former_names",
    "Tên cũ của tổ chức",
    "tên cũ",
    (
        Column("name", "Tên cũ", width=36, required=True, aliases=("Tên",)),
        date_column("valid_to", "Dùng đến ngày", "Đến ngày"),
    ),
    title_key="name",
    order="valid_to",
    scope="organisation_id",
    descending=True,
)

BLOCK_KINDS = same("khối", "cụm")
BLOCKS = Register(
    "blocks",
    "Khối, cụm thi đua",
    "khối",
    (
        Column("name", "Tên khối, cụm", width=36, required=True, aliases=("Tên khối", "Tên cụm", "Khối", "Cụm")),
        Column("kind", "Loại", "choice", BLOCK_KINDS, width=10, required=True, default="khối"),
        Column("note", "Ghi chú", "long_text", width=36),
    ),
    title_key="name",
    order="name",
)

PEOPLE = Register(
    "people",
    "Cá nhân",
    "cá nhân",
    (
        Column("full_name", "Họ và tên", width=24, required=True, sort="name", aliases=("Họ tên", "Tên")),
        Column("sex", "Giới tính", "choice", SEXES, width=7, aliases=("Nam/Nữ", "Phái")),
        date_column("birth_date", "Ngày sinh", "Ngày, tháng, năm sinh", "Sinh ngày"),
        Column("position", "Chức vụ", width=18, aliases=("Chức danh", "Nghề nghiệp")),
        Column(
            "organisation_id",
            "Tổ chức",
            "link",
            width=22,
            empty=None,
            links_to="organisations",
            aliases=("Đơn vị", "Nơi công tác", "Đơn vị công tác"),
        ),
        Column(
            "person_class",
            "Đối tượng",
            "choice",
            PERSON_CLASSES,
            width=20,
            open_choice=True,
            hint="Dùng để thống kê khen thưởng",
            aliases=("Phân loại đối tượng", "Phân loại cán bộ"),
        ),
        date_column("started_on", "Công tác từ ngày", "Ngày vào ngành", "Từ ngày"),
        date_column("employed_on", "Ngày tuyển dụng", "Ngày vào làm", "Tuyển dụng"),
        Column("party_member", "Đảng viên", "yes_no", width=9, empty=0, default="không", sort="plain"),
        Column("unions", "Đoàn thể", width=18, hint="Ví dụ: Công đoàn; Hội Phụ nữ", aliases=("Đoàn, hội",)),
        Column(
            "identity_number",
            "Số định danh",
            width=14,
            sort="plain",
            hint="Không bắt buộc; chỉ hiện ba số cuối",
            aliases=("Số CCCD", "CCCD", "Căn cước", "Số căn cước", "Số định danh cá nhân"),
            masked=True,
        ),
        Column("note", "Ghi chú", "long_text", width=24),
    ),
    title_key="full_name",
    order="full_name",
)

PERSON_POSTS = Register(
    "person_posts",
    "Quá trình công tác trước đây",
    "quá trình công tác",
    (
        Column("position", "Chức vụ", width=24, aliases=("Chức danh",)),
        Column(
            "organisation_id",
            "Tổ chức",
            "link",
            width=26,
            empty=None,
            links_to="organisations",
            aliases=("Đơn vị", "Nơi công tác", "Đơn vị công tác"),
        ),
        date_column("valid_from", "Từ ngày"),
        date_column("valid_to", "Đến ngày"),
    ),
    title_key="position",
    order="valid_to",
    scope="person_id",
    descending=True,
)

LEGAL_ACTS = Register(
    "legal_acts",
    "Văn bản căn cứ",
    "văn bản",
    (
        Column("kind", "Loại", "choice", ACT_KINDS, width=11, open_choice=True, aliases=("Loại văn bản",)),
        Column("number", "Số, ký hiệu", width=18, required=True, aliases=("Số", "Số hiệu", "Số văn bản")),
        Column("title", "Trích yếu", "long_text", width=40, aliases=("Tên văn bản", "Nội dung")),
        Column("short_title", "Tên gọi tắt", width=24, hint="Cách gọi thường ngày, để tìm cho nhanh"),
        date_column("date", "Ngày ban hành", "Ngày", "Ngày ký"),
        Column("issuer", "Cơ quan ban hành", width=20, aliases=("Nơi ban hành",)),
        date_column("valid_from", "Hiệu lực từ", "Ngày có hiệu lực", "Có hiệu lực từ"),
        date_column("valid_to", "Hết hiệu lực", "Ngày hết hiệu lực", "Hiệu lực đến"),
        Column("replaced_by", "Thay bằng", width=20, hint="Số, ký hiệu của văn bản thay thế", aliases=("Bị thay bởi",)),
        Column("mark", "Đối chiếu", "choice", MARKS, width=15, default="chưa đối chiếu", required=True),
        Column("source", "Nguồn", width=24),
    ),
    title_key="number",
    order="date",
    descending=True,
)

MOVEMENTS = Register(
    "movements",
    "Phong trào, cuộc vận động",
    "phong trào",
    (
        Column("name", "Tên phong trào, cuộc vận động", "long_text", width=44, required=True, aliases=("Phong trào",)),
        Column("launcher", "Nơi phát động", width=28, empty=None, aliases=("Cơ quan phát động",)),
        Column(
            "kind", "Loại", "choice", MOVEMENT_KINDS, width=15, open_choice=True, required=True, default="phong trào"
        ),
        date_column("launched_on", "Phát động ngày", "Ngày phát động", "Từ ngày"),
        date_column("valid_to", "Đến ngày", "Kết thúc", "Ngày kết thúc"),
        Column("mark", "Đối chiếu", "choice", MARKS, width=15, default="chưa đối chiếu", required=True),
        Column("source", "Nguồn", width=28, aliases=("Văn bản phát động",)),
    ),
    title_key="name",
    order="name",
)

PHRASES = Register(
    "phrases",
    "Câu mẫu",
    "câu mẫu",
    (
        Column(
            "text",
            "Câu, vế câu",
            "long_text",
            width=46,
            required=True,
            hint="{năm} và {năm trước} được thay bằng năm của kế hoạch khi chèn",
            aliases=("Câu", "Nội dung"),
        ),
        Column("topic", "Dùng ở mục", width=24, aliases=("Mục", "Chủ đề")),
        Column("used", "Số lần dùng", "integer", width=11, empty=0, default="0", sort="plain"),
    ),
    title_key="text",
    order="used",
    descending=True,
)
