"""The fields of the papers of registration and commitments."""

from __future__ import annotations

from types import MappingProxyType

from .field_names import HEAD, SIGNATURE, PaperFields, names

_TITLE_ROW = names(
    stt="số thứ tự",
    subject="tập thể, cá nhân, hộ",
    position="chức vụ, đơn vị",
    award="danh hiệu, hình thức đăng ký",
    note="ghi chú, sáng kiến",
)

REGISTRATION_FORM = PaperFields(
    "registration-form",
    "Bản đăng ký thi đua",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | {
            "organisation": "tên đơn vị đăng ký",
            "committee": "nơi nhận đăng ký: Ủy ban nhân dân xã …",
            "opening": "câu mở đầu, nhắc kế hoạch của năm",
        }
    ),
    rows=MappingProxyType(
        {
            "collectives": _TITLE_ROW,
            "people": _TITLE_ROW,
            "commitments": names(
                stt="số thứ tự",
                content="nội dung cam kết",
                figures="mức cam kết, mỗi mức một dòng",
                target="chỉ tiêu của kế hoạch",
                note="chỉ tiêu của kế hoạch mà cam kết góp vào, khi nói khác với cam kết",
            ),
        }
    ),
)

REGISTRATION_SUMMARY = PaperFields(
    "registration-summary",
    "Bảng tổng hợp đăng ký thi đua",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | {
            "counts": "số đơn vị đã nộp và chưa nộp",
            "unanswered": "tên các đơn vị chưa nộp",
        }
    ),
    names(by_organisation="bảng số lượng theo đơn vị và danh hiệu, có dòng cộng"),
    MappingProxyType({"titles": MappingProxyType({**_TITLE_ROW, "organisation": "đơn vị"})}),
)

PAPERS: tuple[PaperFields, ...] = (REGISTRATION_FORM, REGISTRATION_SUMMARY)
