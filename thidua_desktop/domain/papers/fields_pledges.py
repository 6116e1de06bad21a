"""The fields of the papers by which the commune and its organisations bind themselves, report, and are reminded."""

from __future__ import annotations

from types import MappingProxyType

from .field_names import CODE, HEAD, SIGNATURE, PaperFields, names
from .fields_registration import MOVEMENT_ROW, OF_ORGANISATION

_PLEDGED_ROW = names(
    stt="số thứ tự",
    content="nội dung giao ước",
    unit="đơn vị tính",
    figure="mức giao ước",
    deadline="thời hạn",
    proof="minh chứng",
    target="chỉ tiêu của kế hoạch",
    note="ghi chú, để trống",
)
_PERIOD = {
    "period": "năm thi đua hoặc năm học: năm 2026, năm học 2025 - 2026",
    "committee": "Ủy ban nhân dân xã …",
    "opening": "căn cứ: kế hoạch của năm",
}
_TWO_SIDES = MappingProxyType(
    HEAD
    | SIGNATURE
    | CODE
    | _PERIOD
    | {
        "organisation": "tên đơn vị",
        "office_head": "chức vụ người ký của Ủy ban nhân dân, chữ in hoa",
        "office_head_words": "chức vụ người ký, viết thường",
        "office_head_name": "họ và tên người ký của Ủy ban nhân dân",
        "office_head_called": "họ và tên người ký của Ủy ban nhân dân, chưa có thì chỗ chấm",
        "unit_position": "chức vụ người đứng đầu đơn vị, chữ in hoa",
        "unit_head": "chức vụ người đứng đầu đơn vị",
        "unit_name": "họ và tên người đứng đầu đơn vị",
        "unit_called": "họ và tên người đứng đầu đơn vị, chưa có thì chỗ chấm",
    }
)

PLEDGE = PaperFields(
    "pledge",
    "Bản giao ước thi đua",
    _TWO_SIDES,
    rows=MappingProxyType({"joined_movements": MOVEMENT_ROW, "commitments": _PLEDGED_ROW}),
)

BLOCK_PLEDGE = PaperFields(
    "block-pledge",
    "Bản giao ước thi đua của cụm, khối",
    MappingProxyType(HEAD | SIGNATURE | _PERIOD | {"block": "tên cụm, khối", "counts": "số thành viên"}),
    rows=MappingProxyType(
        {
            "joined_movements": MOVEMENT_ROW,
            "commitments": _PLEDGED_ROW,
            "members": names(
                stt="số thứ tự",
                organisation="đơn vị thành viên",
                head="họ và tên người đại diện",
                position="chức vụ",
                signature="ô để ký tên, đóng dấu",
            ),
        }
    ),
)

TARGET_ASSIGNMENT = PaperFields(
    "target-assignment",
    "Bảng giao chỉ tiêu",
    _TWO_SIDES,
    rows=MappingProxyType(
        {
            "shares": names(
                stt="số thứ tự",
                indicator="chỉ tiêu của kế hoạch",
                planned="mức của cả xã",
                own="mức giao cho đơn vị",
                deadline="thời hạn",
                note="ghi chú",
            )
        }
    ),
)

PROGRESS_FORM = PaperFields(
    "progress-form",
    "Phiếu báo cáo kết quả đợt",
    MappingProxyType(
        {
            **OF_ORGANISATION,
            "phase": "tên đợt",
            "phase_of_year": "tên đợt và năm: “đợt 1 năm …”",
            "span": "(Từ ngày … đến ngày …)",
            "due": "hạn gửi báo cáo",
            "opening": "câu mở đầu, nhắc kế hoạch của năm",
        }
    ),
    rows=MappingProxyType(
        {
            "results": names(
                stt="số thứ tự",
                content="nội dung cam kết",
                planned="mức cam kết",
                achieved="kết quả từ đầu năm",
                percent="tỷ lệ %",
                status="đánh giá",
                proof="minh chứng",
                note="ghi chú",
            )
        }
    ),
)

_OWED_ROW = names(
    stt="số thứ tự",
    organisation="đơn vị",
    head="người đứng đầu",
    contact="điện thoại, liên hệ",
    owed="còn thiếu, mỗi việc một dòng",
    owed_due="còn thiếu, kèm hạn và số ngày quá hạn",
    due="hạn, mỗi việc một dòng",
    late="số ngày quá hạn, mỗi việc một dòng",
    last="lần liên hệ gần nhất",
    answer="trả lời, hẹn",
)

REMINDER = PaperFields(
    "reminder",
    "Công văn đôn đốc",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | _PERIOD
        | {
            "addressee": "đơn vị nhận, khi chỉ gửi một đơn vị",
            "addressees": "các đơn vị nhận, mỗi dòng một đơn vị, khi gửi nhiều đơn vị",
            "opening": "câu mở đầu: theo kế hoạch nào, đến ngày nào còn thiếu",
            "day": "ngày lập công văn",
            "days": "việc đến hạn trong bao nhiêu ngày tới cũng được nêu",
            "asked": "“đơn vị” khi gửi một nơi, “các đơn vị” khi gửi nhiều nơi",
            "until": "ngày đề nghị gửi chậm nhất",
        }
    ),
    rows=MappingProxyType({"owed": _OWED_ROW}),
)

RECEIPT_LIST = PaperFields(
    "receipt-list",
    "Danh sách ký nhận",
    MappingProxyType(HEAD | SIGNATURE | _PERIOD | {"papers": "giấy tờ được giao"}),
    rows=MappingProxyType(
        {
            "receivers": names(
                stt="số thứ tự",
                code="mã phiếu đăng ký",
                organisation="đơn vị",
                receiver="người nhận",
                day="ngày nhận",
                signature="ô ký nhận",
            )
        }
    ),
)

CHASE_LIST = PaperFields(
    "chase-list",
    "Danh sách gọi điện đôn đốc",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | _PERIOD
        | {"day": "ngày lập danh sách", "days": "việc đến hạn trong bao nhiêu ngày tới cũng được nêu"}
    ),
    rows=MappingProxyType({"owed": _OWED_ROW}),
)

PAPERS: tuple[PaperFields, ...] = (
    PLEDGE,
    BLOCK_PLEDGE,
    TARGET_ASSIGNMENT,
    PROGRESS_FORM,
    REMINDER,
    RECEIPT_LIST,
    CHASE_LIST,
)
