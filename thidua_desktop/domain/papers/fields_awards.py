"""The fields of the papers of awards."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .field_names import HEAD, SIGNATURE, Names, PaperFields, names

_ROUND = {
    "office": "tên xã, phường: xã Ví Dụ",
    "round": "tên đợt xét",
    "about": "làm gì với danh hiệu, hình thức nào: tặng danh hiệu … năm …",
    "counts": "số tập thể, cá nhân, hộ gia đình",
    "council": "ngày họp và số có mặt của Hội đồng",
}
_LINE = names(
    stt="số thứ tự, từ 1 trong mỗi nhóm",
    subject="tên tập thể, họ tên cá nhân, hộ",
    called="tên với Ông, Bà ở trước",
    position="chức vụ, đơn vị",
    award="danh hiệu, hình thức",
    merit="tóm tắt thành tích",
    answer="điều kiện: đạt, lưu ý, thiếu dữ liệu, chưa đạt",
    votes="số phiếu đồng ý",
    coefficient="hệ số tiền thưởng",
    base="lương cơ sở, đồng",
    amount="số tiền thưởng, đồng",
    signed="ô để ký nhận",
)
_BASES = {"bases": "các căn cứ, mỗi căn cứ một dòng"}
_MONEY = {
    "total": "tổng số tiền, đồng",
    "total_words": "tổng số tiền bằng chữ",
    "left_out": "số trường hợp chưa kể trong tổng: , chưa kể 01 trường hợp thưởng theo quy định",
}


def _paper(paper: str, title: str, texts: Mapping[str, str]) -> PaperFields:
    lines: Mapping[str, Names] = MappingProxyType({"lines": _LINE})
    return PaperFields(paper, title, MappingProxyType({**HEAD, **SIGNATURE, **_ROUND, **texts}), rows=lines)


NOMINATIONS = _paper("nominations", "Danh sách đề nghị khen thưởng", {})
SUBMISSION = _paper(
    "submission",
    "Tờ trình đề nghị khen thưởng",
    _BASES
    | {
        "addressee": "kính gửi ai",
        "appraiser": "cơ quan thẩm định hồ sơ của cấp quyết định: Sở Nội vụ, Phòng Nội vụ",
        "decider": "người quyết định khen thưởng",
        "request": "đề nghị ai làm gì",
        "items": "mỗi danh hiệu, hình thức một dòng, với số lượng",
        "reference": "(Kèm theo Tờ trình số … ngày … của …)",
    },
)
DECISION = _paper(
    "decision",
    "Quyết định khen thưởng",
    _BASES
    | _MONEY
    | {
        "authority_line": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …",
        "title": "trích yếu",
        "proposal": "theo đề nghị của ai",
        "awarding": "tặng gì, cho bao nhiêu tập thể, cá nhân, vì thành tích gì",
        "items": "mỗi danh hiệu, hình thức một dòng, khi có từ hai trở lên",
        "named": "tập thể, cá nhân, hộ gia đình: những loại có trong quyết định",
        "no_total": "có chữ khi chưa biết tiền thưởng của ai",
        "last_article": "số của điều cuối: 3, không có điều về tiền thưởng thì 2",
        "reference": "(Kèm theo Quyết định số … ngày … của …)",
    },
)
CERTIFICATES = PaperFields(
    "certificates",
    "Giấy khen",
    names(
        authority_line="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …",
        called="tên người, tập thể, hộ được tặng",
        position="chức vụ, đơn vị",
        merit="đã có thành tích gì",
        decision="số quyết định",
        decided="ngày … tháng … năm … của quyết định",
        place_date="địa danh và ngày tháng",
        position_above="dòng KT. CHỦ TỊCH, khi cấp phó ký",
        signer_position="chức vụ người ký",
        name="họ và tên người ký",
    ),
)
BONUSES = _paper(
    "bonuses",
    "Bảng tiền thưởng",
    _MONEY | {"reference": "(Kèm theo Quyết định số … ngày … của …)"},
)

PAPERS: tuple[PaperFields, ...] = (NOMINATIONS, SUBMISSION, DECISION, CERTIFICATES, BONUSES)
