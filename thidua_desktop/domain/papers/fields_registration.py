"""The fields of the papers of registration and commitments."""

from __future__ import annotations

from types import MappingProxyType

from .field_names import CODE, HEAD, SIGNATURE, PaperFields, names

_TITLE_ROW = names(
    stt="số thứ tự",
    subject="tập thể, cá nhân, hộ",
    position="chức vụ, đơn vị",
    award="danh hiệu, hình thức đăng ký",
    title="danh hiệu thi đua đăng ký",
    reward="hình thức khen thưởng đăng ký",
    note="ghi chú, sáng kiến",
)
INITIATIVE_ROW = names(
    stt="số thứ tự",
    author="tác giả sáng kiến",
    position="chức vụ, đơn vị",
    award="danh hiệu tác giả đăng ký",
    initiative="tên sáng kiến",
    scope="phạm vi ảnh hưởng",
    note="ghi chú",
)
MOVEMENT_ROW = names(stt="số thứ tự", movement="tên phong trào", launcher="nơi phát động", note="ghi chú")
COMMITMENT_ROW = names(
    stt="số thứ tự",
    content="nội dung cam kết",
    figures="mức cam kết, mỗi mức một dòng",
    deadline="thời hạn",
    proof="minh chứng",
    target="chỉ tiêu của kế hoạch",
    note="chỉ tiêu của kế hoạch mà cam kết góp vào, khi nói khác với cam kết",
)
OF_ORGANISATION = MappingProxyType(
    HEAD
    | SIGNATURE
    | CODE
    | {
        "period": "năm thi đua hoặc năm học: năm 2026, năm học 2025 – 2026",
        "organisation": "tên đơn vị đăng ký",
        "committee": "nơi nhận đăng ký: Ủy ban nhân dân xã …",
    }
)
"""Of every paper that an organisation sends in."""

REGISTRATION_FORM = PaperFields(
    "registration-form",
    "Bản đăng ký thi đua",
    MappingProxyType(
        {
            **OF_ORGANISATION,
            "opening": "câu mở đầu, nhắc kế hoạch của năm",
            "households": "số hộ đăng ký “Gia đình văn hóa”",
        }
    ),
    rows=MappingProxyType(
        {
            "collectives": _TITLE_ROW,
            "people": _TITLE_ROW,
            "initiatives": INITIATIVE_ROW,
            "joined_movements": MOVEMENT_ROW,
            "commitments": COMMITMENT_ROW,
        }
    ),
)

PERSONAL_REGISTRATION = PaperFields(
    "personal-registration",
    "Phiếu đăng ký thi đua cá nhân",
    MappingProxyType(
        {
            **OF_ORGANISATION,
            "person": "họ và tên người đăng ký",
            "person_position": "chức vụ của người đăng ký",
            "sex": "giới tính",
            "birth_date": "ngày sinh",
            "employed_on": "ngày vào ngành",
            "party": "chữ Đảng viên khi người đăng ký là đảng viên",
            "opening": "câu mở đầu, nhắc kế hoạch của năm",
            "head_position": "chức vụ người xác nhận",
            "head_name": "họ và tên người xác nhận",
        }
    ),
    rows=MappingProxyType(
        {
            "titles": names(stt="số thứ tự", award="danh hiệu, hình thức đăng ký", kind="loại", note="ghi chú"),
            "initiatives": INITIATIVE_ROW,
            "commitments": COMMITMENT_ROW,
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
    MappingProxyType(
        {
            "titles": MappingProxyType({**_TITLE_ROW, "organisation": "đơn vị"}),
            "initiatives": MappingProxyType({**INITIATIVE_ROW, "organisation": "đơn vị"}),
            "joined_movements": names(
                stt="số thứ tự",
                movement="tên phong trào",
                launcher="nơi phát động",
                count="số đơn vị tham gia",
                organisations="các đơn vị tham gia",
            ),
        }
    ),
)

_CULTURE = {
    "households": "số hộ",
    "registered": "số hộ đăng ký",
    "registered_percent": "tỷ lệ hộ đăng ký",
    "recognised": "số hộ đạt",
    "recognised_percent": "tỷ lệ hộ đạt",
}

CULTURE_LIST = PaperFields(
    "culture-list",
    "Danh sách Gia đình văn hóa",
    MappingProxyType(
        {
            **OF_ORGANISATION,
            "village": "tên thôn, tổ dân phố",
            "totals": "câu tổng số hộ, số đăng ký, số đạt, tỷ lệ",
            "posting": "câu niêm yết công khai, từ ngày nào đến ngày nào",
        }
    ),
    rows=MappingProxyType(
        {"families": names(stt="số thứ tự", subject="họ và tên chủ hộ", village="thôn, tổ dân phố", note="ghi chú")}
    ),
)

CULTURE_SUMMARY = PaperFields(
    "culture-summary",
    "Tổng hợp Gia đình văn hóa",
    MappingProxyType(
        {
            **HEAD,
            **SIGNATURE,
            **{f"all_{key}": f"tổng cộng {words}" for key, words in _CULTURE.items()},
            "missing": "câu cho biết còn mấy thôn, tổ dân phố chưa đủ số liệu để cộng",
        }
    ),
    rows=MappingProxyType(
        {"villages": MappingProxyType({"stt": "số thứ tự", "village": "thôn, tổ dân phố", **_CULTURE})}
    ),
)

_TARGET = names(
    stt="số thứ tự",
    group="lĩnh vực",
    indicator="chỉ tiêu",
    unit="đơn vị tính",
    assigned_above="số cấp trên giao, mỗi số một dòng",
    registered="số xã đăng ký: số Hội đồng nhân dân xã giao, không có thì số cấp trên giao",
    responsible="cơ quan phụ trách",
)

COMMUNE_REGISTRATION = PaperFields(
    "commune-registration",
    "Đăng ký, giao ước thi đua của xã",
    MappingProxyType(
        HEAD
        | SIGNATURE
        | {
            "committee": "Ủy ban nhân dân xã …",
            "addressed": "nơi kính gửi",
            "cluster": "cụm thi đua của xã",
            "province": "tên tỉnh, thành phố",
            "opening": "câu mở đầu, nhắc kế hoạch của năm",
        }
    ),
    rows=MappingProxyType(
        {
            "commune_titles": names(stt="số thứ tự", award="danh hiệu, hình thức xã đăng ký"),
            "higher": names(
                stt="số thứ tự",
                award="danh hiệu, hình thức của cấp trên",
                count="số tập thể, cá nhân",
                who="tên tập thể, cá nhân",
            ),
            "targets": _TARGET,
            "pledges": names(stt="số thứ tự", content="nội dung giao ước"),
        }
    ),
)

COVER = PaperFields(
    "cover",
    "Bảng đối chiếu cam kết với kế hoạch",
    MappingProxyType(HEAD | SIGNATURE | {"counts": "câu đếm chỉ tiêu chưa ai nhận, chưa đủ, đơn vị chưa cam kết"}),
    rows=MappingProxyType(
        {
            "covered_targets": names(
                stt="số thứ tự",
                indicator="chỉ tiêu",
                planned="số của kế hoạch",
                responsible="cơ quan phụ trách",
                shares="các đơn vị cam kết, mỗi đơn vị một dòng",
                total="cộng cam kết",
                state="thiếu, đủ hay vượt so với kế hoạch",
            ),
            "owing": names(
                stt="số thứ tự", organisation="tên đơn vị", commitments="số cam kết", owes="chỉ tiêu còn nợ"
            ),
        }
    ),
)

PAPERS: tuple[PaperFields, ...] = (
    REGISTRATION_FORM,
    PERSONAL_REGISTRATION,
    CULTURE_LIST,
    REGISTRATION_SUMMARY,
    CULTURE_SUMMARY,
    COMMUNE_REGISTRATION,
    COVER,
)
