"""The tables of registration and awards: what is registered, facts of a year, rounds, nominations, what was given."""

from __future__ import annotations

from .directory import PERSON_CLASSES
from .parts import Choice, Column, Register, date_column, same

SUBJECT_KINDS = same("cá nhân", "tập thể", "hộ gia đình")
# Loại hình khen thưởng: Luật 06/2022/QH15, Điều 8.
AWARD_TYPES = same("công trạng", "phong trào thi đua", "đột xuất", "cống hiến", "niên hạn", "đối ngoại")
EVALUATIONS = same(
    "hoàn thành xuất sắc nhiệm vụ",
    "hoàn thành tốt nhiệm vụ",
    "hoàn thành nhiệm vụ",
    "không hoàn thành nhiệm vụ",
)
# A year of which something was entered is one without discipline until it is named; the clerk reads that it is.
DISCIPLINES = (Choice("", "không"), *same("khiển trách", "cảnh cáo", "trên cảnh cáo"))
SCOPES = same("cơ sở", "tỉnh", "toàn quốc")
LEVELS = same("xã", "huyện", "tỉnh", "trung ương")
NOMINATION_STATES = same("đề nghị", "được chọn", "không chọn")

_SUBJECT_KIND = Column("subject_kind", "Loại", "choice", SUBJECT_KINDS, width=12, required=True, default="cá nhân")
_PERSON = Column(
    "person_id", "Người trong danh mục", "link", width=22, empty=None, links_to="people", hint="Để trống thì tự tìm"
)
_ORGANISATION = Column(
    "organisation_id",
    "Đơn vị",
    "link",
    width=24,
    empty=None,
    links_to="organisations",
    aliases=("Tổ chức", "Đơn vị công tác", "Nơi công tác", "Thôn"),
)
_AWARD = Column(
    "award",
    "Danh hiệu, hình thức",
    "choice",
    width=30,
    required=True,
    open_choice=True,
    suggests="awards",
    aliases=("Danh hiệu", "Hình thức", "Hình thức khen thưởng", "Danh hiệu/Hình thức", "Danh hiệu đăng ký"),
)
_AWARD_TYPE = Column(
    "award_type", "Loại hình khen thưởng", "choice", AWARD_TYPES, width=18, required=True, default="công trạng"
)
_YEAR = Column("year", "Năm", "year", width=9, required=True, sort="plain")
_EVALUATION = Column("evaluation", "Xếp loại", "choice", EVALUATIONS, width=28, aliases=("Mức độ hoàn thành",))


def _subject(heading: str) -> Column:
    return Column(
        "subject",
        heading,
        width=26,
        required=True,
        sort="name",
        aliases=("Họ và tên", "Họ tên", "Tên tập thể", "Tên tập thể, cá nhân", "Tên tập thể/cá nhân/hộ", "Chủ hộ"),
    )


REGISTERED_TITLES = Register(
    "registered_titles",
    "Danh hiệu đăng ký",
    "danh hiệu đăng ký",
    (
        _subject("Tập thể, cá nhân"),
        _SUBJECT_KIND,
        _AWARD,
        Column("note", "Ghi chú, sáng kiến", "long_text", width=24, aliases=("Ghi chú", "Tên đề tài, sáng kiến")),
    ),
    title_key="subject",
    order="position",
    scope="registration_id",
    ordered=True,
)

PERSON_YEARS = Register(
    "person_years",
    "Kết quả từng năm của cá nhân",
    "kết quả năm",
    (
        _YEAR,
        _EVALUATION,
        Column(
            "months_worked",
            "Số tháng làm việc",
            "integer",
            width=10,
            empty=None,
            sort="plain",
            hint="Để trống là đủ năm",
        ),
        Column("discipline", "Kỷ luật", "choice", DISCIPLINES, width=16),
        Column("note", "Ghi chú", "long_text", width=24),
    ),
    title_key="year",
    order="year",
    scope="person_id",
    descending=True,
)

ORGANISATION_YEARS = Register(
    "organisation_years",
    "Kết quả từng năm của tập thể",
    "kết quả năm",
    (
        _YEAR,
        _EVALUATION,
        Column("headcount", "Tổng số người", "integer", width=9, empty=None, sort="plain"),
        Column("completed", "Hoàn thành nhiệm vụ trở lên", "integer", width=12, empty=None, sort="plain"),
        Column("advanced", "Đạt Lao động tiên tiến", "integer", width=11, empty=None, sort="plain"),
        Column("fighters", "Đạt Chiến sĩ thi đua cơ sở", "integer", width=12, empty=None, sort="plain"),
        Column("disciplined", "Bị kỷ luật từ cảnh cáo", "integer", width=11, empty=None, sort="plain"),
        Column("note", "Ghi chú", "long_text", width=24),
    ),
    title_key="year",
    order="year",
    scope="organisation_id",
    descending=True,
)

INITIATIVES = Register(
    "initiatives",
    "Sáng kiến, đề tài",
    "sáng kiến",
    (
        _YEAR,
        Column(
            "name", "Tên sáng kiến, đề tài", "long_text", width=40, required=True, aliases=("Tên đề tài, sáng kiến",)
        ),
        Column("scope", "Phạm vi công nhận", "choice", SCOPES, width=14, required=True, default="cơ sở"),
        Column("decision", "Quyết định công nhận", width=24),
    ),
    title_key="name",
    order="year",
    scope="person_id",
    descending=True,
)

ROUNDS = Register(
    "rounds",
    "Đợt xét",
    "đợt xét",
    (
        Column("name", "Tên đợt xét", width=36, required=True),
        Column("year", "Năm", "year", width=9, required=True, sort="plain"),
        _AWARD_TYPE,
        date_column("received_on", "Ngày nhận hồ sơ"),
        date_column("council_on", "Ngày họp Hội đồng"),
        Column("council_members", "Số thành viên Hội đồng", "integer", width=12, empty=None, sort="plain"),
        Column("council_present", "Số có mặt", "integer", width=9, empty=None, sort="plain"),
        Column("submission_number", "Số tờ trình", "integer", width=9, empty=None, sort="plain"),
        date_column("submitted_on", "Ngày tờ trình"),
    ),
    title_key="name",
    order="year",
    descending=True,
)

NOMINATIONS = Register(
    "nominations",
    "Đề nghị khen thưởng",
    "đề nghị khen thưởng",
    (
        _subject("Tập thể, cá nhân, hộ"),
        _SUBJECT_KIND,
        _ORGANISATION,
        _AWARD,
        Column("merit", "Tóm tắt thành tích", "long_text", width=32, aliases=("Thành tích", "Nội dung khen thưởng")),
        Column("votes_for", "Phiếu đồng ý", "integer", width=8, empty=None, sort="plain", aliases=("Số phiếu",)),
        Column("state", "Kết quả xét", "choice", NOMINATION_STATES, width=12, required=True, default="đề nghị"),
        Column("reason", "Lý do", "long_text", width=20, hint="Lý do không chọn, hoặc vì sao vẫn đề nghị"),
        _PERSON,
    ),
    title_key="subject",
    order="position",
    scope="round_id",
    ordered=True,
)

AWARDS = Register(
    "awards",
    "Khen thưởng đã có",
    "khen thưởng",
    (
        _YEAR,
        _subject("Tập thể, cá nhân, hộ"),
        _SUBJECT_KIND,
        _ORGANISATION,
        _AWARD,
        _AWARD_TYPE,
        Column("level", "Cấp quyết định", "choice", LEVELS, width=13, required=True, default="xã"),
        Column("decision_number", "Số quyết định", width=18, empty=None, aliases=("Quyết định số", "Số QĐ")),
        date_column("decided_on", "Ngày quyết định", "Ngày QĐ"),
        Column("person_class", "Đối tượng", "choice", PERSON_CLASSES, width=20, open_choice=True),
        Column("bonus", "Tiền thưởng (đồng)", "integer", width=14, empty=None, sort="plain"),
        Column("merit", "Thành tích", "long_text", width=28),
        _PERSON,
    ),
    title_key="subject",
    order="year",
    descending=True,
)
