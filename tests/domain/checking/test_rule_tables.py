"""More slips one at a time, what one click makes of them, and what is let stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.checking.clean_plans import YEARLY
from tests.domain.checking.repairing import repaired_line
from thidua_desktop.domain.checking import CheckRules, Finding, Place, check_plan
from thidua_desktop.domain.checking.repairs import repaired
from thidua_desktop.domain.legal_acts import LegalAct
from thidua_desktop.domain.plan.plans import (
    LegalBasis,
    PartialDate,
    Phase,
    Plan,
    PlanSigner,
    Recipient,
    Section,
    Target,
    TargetValue,
    Task,
)
from thidua_desktop.domain.richtext import plain

ASSIGNED, ALONE = YEARLY.targets, YEARLY.targets[:1]  # with one that two levels give, without
HEAD = ("XÃ VÍ DỤ", "KẾ HOẠCH")


@pytest.fixture
def check(acts: tuple[LegalAct, ...], rules: CheckRules):
    def run(*lines: str, plan: Plan = YEARLY) -> tuple[Finding, ...]:
        return check_plan(plan, acts, rules, (*HEAD, *lines))

    return run


REPAIRED = [
    # what the paper writes, the code, the words pointed at, the line after one click
    ("chính trị của của địa phương", "DUP_WORD", "của của", "chính trị của địa phương"),
    ("đạt 78 hộ..", "DOUBLE_PERIOD", "78 hộ..", "đạt 78 hộ."),
    ("được khen thưởng,.", "DOUBLE_PERIOD", "khen thưởng,.", "được khen thưởng."),
    ("hộ nghèo 0.78%, cận nghèo 1,2%", "NUMFMT_MIX", "0.78%", "hộ nghèo 0,78%, cận nghèo 1,2%"),
    ("đàn lợn 1,250 con, đàn gà 14.500 con", "NUMFMT_MIX", "1,250 con", "đàn lợn 1.250 con, đàn gà 14.500 con"),
    ("tích tụ 10ha, trồng 56,5 ha, 6ha", "NUMFMT_MIX", "10ha", "tích tụ 10 ha, trồng 56,5 ha, 6 ha"),
    ("3 . Về văn hóa", "HEADING_SPACING", "3 . Về", "3. Về văn hóa"),
    ("2. 2. Về văn hóa", "HEADING_SPACING", "2. 2. Về", "2.2. Về văn hóa"),
    ("a. Triển khai phong trào", "ENUM_STYLE", "a. Triển", "a) Triển khai phong trào"),
    ("I/ Mục đích, yêu cầu", "ENUM_STYLE", "I/ Mục", "I. Mục đích, yêu cầu"),
    ("để Chủ tịch xem xét, quyết định ./.", "SPACE_BEFORE_PUNCT", "quyết định ./.", "để Chủ tịch xem xét, quyết định./."),
    ('thi đua "Làng văn hóa", “Xanh - sạch - đẹp” và “Dân vận khéo”', "QUOTE_MIX", '"Làng văn hóa"', "thi đua “Làng văn hóa”, “Xanh - sạch - đẹp” và “Dân vận khéo”"),
    ("các tầng lớp nhân dân và nhân dân", "CASE_INCONSISTENT", "nhân dân", "các tầng lớp Nhân dân và Nhân dân"),
    ("Hội đồng thi đua khen thưởng xã", "CASE_INCONSISTENT", "Hội đồng thi đua khen thưởng", "Hội đồng Thi đua - Khen thưởng xã"),
    ("Hội đồng Thi đua, khen thưởng xã", "CASE_INCONSISTENT", "Hội đồng Thi đua, khen thưởng", "Hội đồng Thi đua - Khen thưởng xã"),
    ("Luật Thi đua khen thưởng năm 2022", "CASE_INCONSISTENT", "Luật Thi đua khen thưởng", "Luật Thi đua, khen thưởng năm 2022"),
    ("học tập làm theo Bác", "NAME_WRONG", "học tập làm theo", "học tập và làm theo Bác"),
    ("tư tưởng phong cách Hồ Chí Minh", "NAME_WRONG", "tư tưởng phong cách Hồ Chí Minh", "tư tưởng, đạo đức, phong cách Hồ Chí Minh"),
    ("gửi UNBD xã", "ABBR_WRONG", "UNBD", "gửi UBND xã"),
    ("gửi HDND xã", "ABBR_WRONG", "HDND", "gửi HĐND xã"),
    ("gửi HĐTDKT xã", "ABBR_WRONG", "HĐTDKT", "gửi HĐTĐKT xã"),
    ("gửi HĐTKTĐ xã", "ABBR_WRONG", "HĐTKTĐ", "gửi HĐTĐKT xã"),
    ("giao UB MTTQ xã phối hợp cùng các ban của UBMTTQ", "ABBR_INCONSISTENT", "UB MTTQ", "giao UBMTTQ xã phối hợp cùng các ban của UBMTTQ"),
    ("thu gom rác; Không để tồn đọng", "CASE_AFTER_SEMICOLON", "gom rác; Không để", "thu gom rác; không để tồn đọng"),
    ("giảm nghèo ở xã nghèo; Thực hiện tốt chính sách", "CASE_AFTER_SEMICOLON", "xã nghèo; Thực hiện", "giảm nghèo ở xã nghèo; thực hiện tốt chính sách"),
    ("nội dung như sau :", "SPACE_BEFORE_PUNCT", "như sau :", "nội dung như sau:"),
    ("cán bộ,công chức", "SPACE_MISSING", "cán bộ,công", "cán bộ, công chức"),
    ("đã hoàn thành tốt.Các đơn vị", "SPACE_MISSING", "thành tốt.Các", "đã hoàn thành tốt. Các đơn vị"),
    ("phong trào  thi đua", "SPACE_DOUBLE", "phong trào  thi", "phong trào thi đua"),
    ("ba nội dung ( đã duyệt )", "SPACE_INSIDE", "dung ( đã", "ba nội dung (đã duyệt)"),
    ("I. MỤC ĐÍCH, YÊU CẦU.", "HEADING_TRAILING_DOT", "I. MỤC ĐÍCH, YÊU CẦU.", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("văn hóa, xã hội hóa; khu dân cư văn hoá", "TONE_MARK_MIX", "hoá", "văn hóa, xã hội hóa; khu dân cư văn hóa"),
    ("thu 377,4 tỷ.đ. từ đất", "UNIT_ABBR", "377,4 tỷ.đ.", "thu 377,4 tỷ đồng từ đất"),
    ("thu nhập 70tr.đ", "UNIT_ABBR", "70tr.đ", "thu nhập 70 triệu đồng"),
    ("chào mừng 80 năm Quốc khánh", "ANNIVERSARY_MISMATCH", "80 năm Quốc khánh", "chào mừng 81 năm Quốc khánh"),
    ("theo Công văn số: 12/UBND-NV", "LEGAL_FORM", "số: 12/UBND-NV", "theo Công văn số 12/UBND-NV"),
    ("theo Công văn số 12 /UBND- NV", "LEGAL_FORM", "12 /UBND- NV", "theo Công văn số 12/UBND-NV"),
    ("Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;", "LEGAL_EXPIRED", "Nghị định số 98/2023/NĐ-CP", "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "code", "quote", "right"), REPAIRED)
def test_a_slip_is_pointed_at_and_repaired(check, line: str, code: str, quote: str, right: str) -> None:
    (found,) = check(line)
    assert (found.code, found.quote) == (code, quote)
    assert repaired_line(line, found.edits) == right
    assert check(right) == ()


POINTED_AT = [
    ("NÂNG CAO CHÂTL LƯỢNG", "TYPO"),
    ("“Cả nước chung tay vì người nghèo - Không ai bị bỏ lại phía sau”", "NAME_WRONG"),
    ("“Toàn dân xây dựng nông thôn mới, đô thị văn minh”", "NAME_WRONG"),
    ("“Vì người nghèo - Không để ai bị bỏ lại phía sau”", "NAME_WRONG"),
    ("giao BCT xã và BCT thôn đôn đốc", "ABBR_UNDEFINED"),
    ("phong trào thi đua của với cả hệ thống chính trị", "EXTRA_WORD"),
    ("vận động hội viên thực tham gia phong trào", "EXTRA_WORD"),
    ("đoàn thể tổ chức triển nội dung này", "EXTRA_WORD"),
    ("chỉ đạo tốt. các đơn vị tham gia", "CASE_AFTER_PERIOD"),
    ("nội dung (gồm ba phần", "BRACKET_OPEN"),
    ("phong trào “Dân vận khéo", "BRACKET_OPEN"),
    ("Căn cứ Nghị định số 98/2023/NĐ-CP quy định chi tiết", "LEGAL_EXPIRED"),  # the title is the old one's
    ("chào mừng ngày Quốc khánh (03/9)", "OCCASION_DAY"),
    ("Chương trình giai đoạn 2021 - 2025", "PERIOD_OVER"),
    ("có 5/6 thôn (đạt 80%)", "TARGET_INCONSISTENT"),
    ("đạt 100% (5/6 thôn)", "TARGET_INCONSISTENT"),
    ("Cơ cấu kinh tế: nông nghiệp 28%; công nghiệp 38%; dịch vụ 35%", "SUM_MISMATCH"),
    ("Các thôn gửi bản đăng ký thi đua năm 2025 về xã", "YEAR_LEFT_OVER"),
    ("Bao phủ bảo hiểm y tế: tỉnh giao 95%, xã phấn đấu đạt 93%", "TARGET_WEAKER_THAN_ASSIGNED"),
    ("Tỷ lệ hộ nghèo: tỉnh giao 2%, xã phấn đấu còn 2,5%", "TARGET_WEAKER_THAN_ASSIGNED"),
]


@pytest.mark.parametrize(("line", "code"), POINTED_AT)
def test_what_only_the_clerk_can_put_right(check, line: str, code: str) -> None:
    (found,) = check(line)
    assert (found.code, found.edits) == (code, ())
    assert found.quote and found.quote in line


RIGHT = [
    "Ủy ban nhân dân, Hội đồng nhân dân, Công an nhân dân, lực lượng vũ trang nhân dân, Tòa án nhân dân; Nhân dân",
    "trước đây là Luật Thi đua, Khen thưởng ngày 26/11/2003, tổng kết kinh nghiệm",
    "“Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư”, “Dân vận khéo”, “Xây dựng gia đình 5 không, 3 sạch”",
    "phong trào “Doanh nghiệp hội nhập và phát triển”",
    "bán chuyên trách (viết tắt là BCT); giao BCT xã, BCT thôn; Đền ơn đáp nghĩa (ĐOĐN), quỹ ĐOĐN",
    "| TT | Chỉ tiêu | ĐVT | TH 2026 | ƯTH năm 2026",
    "UBND, HĐND, BHYT, KT-XH, QP-AN, THCS, OCOP; tiêu chí IV, đợt II",
    "Thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024; Thực hiện Nghị quyết của Đảng ủy",
    "trồng cây; UBND xã chỉ đạo; Hội Nông dân vận động",
    "v.v. và các nội dung khác; TP. Vinh; 1.000 đồng. Các đơn vị",
    "a) nội dung; b) thời gian: 3 ngày; 1) địa điểm; (2) thành phần",
    "chào mừng 81 năm Cách mạng tháng Tám và Quốc khánh 02/9; 96 năm thành lập Đảng",
    "chào mừng 95 năm thành lập Đảng bộ tỉnh; 50 năm giải phóng miền Nam Trung Bộ; ngày sinh Bác 19/5; ngày Quốc khánh 2/9",
    "thực chi, thực thu ngân sách; thiết thực chào mừng; khuyến học, khuyến tài; ban tuyên giáo; công tác triển khai",
    "phục vụ xây dựng của chính phủ số, tổ chức phi chính phủ",
    "tổng kết giai đoạn 2021 - 2025; nhiệm kỳ 2020 - 2025; giai đoạn 2026 - 2030",
    "trên 80% (5/6 thôn); 83,3% (5/6 thôn); 6/6 thôn đạt 100%; 4/5 trường (80%)",
    "Cơ cấu kinh tế: nông nghiệp 28%; công nghiệp 38%; dịch vụ 34%",
    "Bao phủ bảo hiểm y tế: tỉnh giao 95%, xã phấn đấu đạt 96%; tỉnh giao 5 ha, xã phấn đấu 3 mô hình",
    "Tỷ lệ hộ nghèo: tỉnh giao 2%, xã phấn đấu còn 1,5%; giảm nghèo: tỉnh giao giảm 2%, xã phấn đấu giảm 1%",
    "cơ cấu lao động chuyển dịch, giảm 2%, tăng 3%",
    "Công văn số 12/UBND-NV; hồ sơ số 3; tiêu chí số: không áp dụng",
    "Kết quả phong trào thi đua năm 2025; phát huy thành tích, phong trào thi đua năm 2025 đã lan tỏa; nhiệm vụ năm 2026",
    "hòa giải, khỏe mạnh, thủy lợi, quý I, quy định, khuya",
    "85 tỷ đồng, 70 triệu đồng, 1.200 đ, 15 đ/kg",
]


@pytest.mark.parametrize("line", RIGHT)
def test_right_writing_is_let_stand(check, line: str) -> None:
    assert check(line) == ()


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("basis", "code"),
    [
        (LegalBasis("Nghị định", "152/2025/NĐ-CP", "2025-06-15", "Chính phủ"), "LEGAL_DATE"),
        (LegalBasis("Nghị quyết", "12/KH-UBND", "2025-12-15", "UBND xã"), "LEGAL_KIND"),
        (LegalBasis("Kết luận", "70-KL/TU", "2025-12-15", "Đảng ủy xã"), "LEGAL_ISSUER"),
        (LegalBasis("Kế hoạch", "12/KH-UBND", None, "UBND tỉnh"), "LEGAL_NO_DATE"),
        (LegalBasis("Kết luận", "70-KL/ĐU", "2025-12-15", "Đảng ủy xã"), None),
        (LegalBasis("Nghị quyết", "12/NQ-HĐND", "2025-12-15", "HĐND xã"), None),
        (LegalBasis("Chỉ thị", "19/CT-TTg", "2021-07-16", "Thủ tướng Chính phủ"), "LEGAL_EXPIRED"),
        (LegalBasis("Tờ trình", "88/TTr-VHXH", "2025-12-15", None), None),
    ],
)
def test_a_basis_fits_its_own_number(check, basis: LegalBasis, code: str | None) -> None:
    basis = replace(basis, quote=f"{basis.kind} số {basis.number}")
    line = f"Căn cứ {basis.quote};"
    plan = replace(YEARLY, legal_bases=(basis,), preamble=(plain(line),))
    assert codes(check(line, plan=plan)) == ([code] if code else [])


@pytest.mark.parametrize(
    ("opening", "missing"),
    [
        ("Căn cứ Nghị quyết của Đảng ủy xã về nhiệm vụ năm 2026;", True),
        ("Thực hiện Kế hoạch của UBND tỉnh về thi đua;", True),
        ("Căn cứ Nghị quyết số 12-NQ/ĐU ngày 05/01/2026 của Đảng ủy xã;", False),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", False),
        ("Thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ XXV;", False),
    ],
)
def test_a_basis_names_its_number(check, opening: str, missing: bool) -> None:
    plan = replace(YEARLY, legal_bases=(), preamble=(plain(opening),))
    assert codes(check(opening, plan=plan)) == (["LEGAL_NO_NUMBER"] if missing else [])


def test_a_number_that_is_none_is_not_called_missing(check) -> None:
    opening = "Căn cứ Quyết định số 18/20262QĐ ngày 20/7/2026 của UBND tỉnh;"
    plan = replace(YEARLY, legal_bases=(), preamble=(plain(opening),))
    (found,) = check(opening, plan=plan)
    assert found.code == "LEGAL_FORM" and "gõ sai" in found.message


def test_a_law_is_cited_by_its_day(check) -> None:
    line = "Căn cứ Luật Thi đua, khen thưởng năm 2022;"
    (found,) = check(line, plan=replace(YEARLY, legal_bases=(), preamble=(plain(line),)))
    assert found.code == "LEGAL_NO_DATE"
    assert repaired_line(line, found.edits) == ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")
    assert check(line) == ()  # named in the body, it is no basis


@pytest.mark.parametrize(
    ("signer", "symbol", "code", "authority"),
    [
        (PlanSigner("TM. UBND", "CHỦ TỊCH", "Nguyễn Văn Mẫu"), "KH-UBND", "SIGN_FORM", "TM. ỦY BAN NHÂN DÂN"),
        (
            PlanSigner("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
            "KH-UBND",
            "SIGN_FORM",
            "TM. ỦY BAN NHÂN DÂN",
        ),
        (PlanSigner("TM. HỘI ĐỒNG", "CHỦ TỊCH", "Nguyễn Văn Mẫu"), "KH-UBND", "SIGN_TM_WRONG", "TM. HỘI ĐỒNG"),
        (PlanSigner("TM. HỘI ĐỒNG", "CHỦ TỊCH", "Nguyễn Văn Mẫu"), "KH-HĐTĐKT", None, ""),
        (PlanSigner(None, "CHỦ TỊCH", "Nguyễn Văn Mẫu"), "KH-UBND", "SIGN_NO_TM", "TM. ỦY BAN NHÂN DÂN"),
    ],
)
def test_who_signs_for_whom(check, signer: PlanSigner, symbol: str, code: str | None, authority: str) -> None:
    plan = replace(YEARLY, signer=signer, symbol=symbol)
    found = check(*filter(None, (signer.authority, signer.title, signer.name)), plan=plan)
    assert codes(found) == ([code] if code else [])
    for finding in found:
        assert finding.place == Place("foot", finding.place.name if finding.place else "", field="signer_authority")
        assert repaired(plan, finding.edits).signer.authority == authority


@pytest.mark.parametrize(
    ("written", "right"),
    [("ThS. Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"), ("Thạc sĩ Trần Thị Thử", "Trần Thị Thử")],
)
def test_no_academic_title_stands_before_the_signers_name(check, written: str, right: str) -> None:
    plan = replace(YEARLY, signer=replace(YEARLY.signer, name=written))
    (found,) = check(written, plan=plan)
    assert repaired(plan, found.edits).signer.name == right


def values(*figures: tuple[float, str, str | None]) -> tuple[TargetValue, ...]:
    return tuple(TargetValue(value, unit, assigned_by=level) for value, unit, level in figures)


@pytest.mark.parametrize(
    ("targets", "told"),
    [
        ([("Thôn kiểu mẫu: 03 thôn", [(3, "thôn", None)]), ("Tỷ lệ thôn kiểu mẫu: 33,3%", [(33.3, "%", None)]), ("Tỷ lệ thôn an toàn: 83,3%", [(83.3, "%", None)])], True),
        ([("Thôn kiểu mẫu: 02 thôn", [(2, "thôn", None)]), ("Tỷ lệ thôn kiểu mẫu: 33,3%", [(33.3, "%", None)]), ("Tỷ lệ thôn an toàn: 83,3%", [(83.3, "%", None)])], False),
        ([("Tỷ lệ hộ nghèo: còn 12 hộ", [(12, "hộ", None), (0.85, "%", "huyện"), (0.89, "%", "HĐND xã")])], True),
        ([("Tỷ lệ hộ nghèo: còn 12 hộ", [(12, "hộ", None), (0.85, "%", "huyện")])], False),
        ([("Thu nhập bình quân đầu người: 60", [(60, "triệu đồng", None)]), ("Thu nhập bình quân đầu người: 62", [(62, "triệu đồng", None)])], True),
        ([("Thu nhập bình quân đầu người: 60", [(60, "triệu đồng", None)]), ("Thu nhập bình quân đầu người là 60", [(60, "triệu đồng", None)])], False),
    ],
)  # fmt: skip
def test_targets_do_not_contradict(check, targets: list[tuple[str, list]], told: bool) -> None:
    made = tuple(
        Target(quote, quote.split(":")[0].split(" là")[0], values=values(*figures)) for quote, figures in targets
    )
    found = check(*(quote for quote, _ in targets), plan=replace(YEARLY, targets=made))
    told_codes = [finding.code for finding in found if finding.code == "TARGET_INCONSISTENT"]
    assert told_codes == (["TARGET_INCONSISTENT"] if told else [])


def test_a_share_is_told_in_per_cent(check) -> None:
    target = Target("Tỷ lệ tham gia bảo hiểm: 35 người", "Tỷ lệ tham gia bảo hiểm", values=values((35, "người", None)))
    assert codes(check(target.quote, plan=replace(YEARLY, targets=(target,)))) == ["UNIT_MISMATCH"]
    both = replace(target, quote="Tỷ lệ tham gia bảo hiểm: 35 người, 5%")
    assert codes(check(both.quote, plan=replace(YEARLY, targets=(both,)))) == []


def test_owners_and_measures_that_were_forgotten(check) -> None:
    given = Target("Trồng 5 ha rừng", "Trồng rừng", responsible="Thôn 1", values=values((5, "ha", None)))
    open_one = replace(
        given, quote="Trồng 6 ha tre", indicator="Trồng tre", responsible=None, values=values((6, "ha", None))
    )
    referring = replace(given, quote="Thu ngân sách đạt dự toán huyện giao", indicator="Thu ngân sách", values=())
    plan = replace(YEARLY, targets=(given, given, open_one), tasks=(Task(None, "Tổ chức hội nghị"), Task("A", "Họp")))
    assert codes(check(given.quote, open_one.quote, "Tổ chức hội nghị", plan=plan)) == [
        "TARGET_NO_OWNER",
        "TASK_NO_ASSIGNEE",
    ]
    assert codes(check(referring.quote, plan=replace(YEARLY, targets=(referring,)))) == ["TARGET_NO_VALUE"]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"symbol": None}, "SYMBOL_MISSING", "symbol"),
        ({"theme": None, "targets": ASSIGNED}, "THEME_MISSING", "theme"),
        ({"signer": PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")}, "SIGNER_BLANK", "signer_name"),
        ({"recipients": ()}, "RECIPIENTS_MISSING", ""),
        ({"recipients": (Recipient("UBND tỉnh"),)}, "ARCHIVE_MISSING", ""),
        ({}, "", ""),
    ],
)
def test_what_a_plan_lacks_leads_to_its_field(check, change: dict, code: str, field: str) -> None:
    whole = replace(
        YEARLY,
        sections=(Section(1, "I.", "MỤC ĐÍCH"),),
        recipients=(Recipient("UBND tỉnh"), Recipient("Lưu: VT")),
        date=PartialDate(5, 2, 2026),
    )
    found = [finding for finding in check(plan=replace(whole, **change)) if finding.code.endswith(("MISSING", "BLANK"))]
    assert [(finding.code, finding.place.field if finding.place else "") for finding in found] == (
        [(code, field)] if code else []
    )


@pytest.mark.parametrize(
    ("text", "theme", "told"),
    [
        ("với chủ đề “Đoàn kết, kỷ cương, đổi mới”, cụ thể như sau:", "Đoàn kết, sáng tạo", ["THEME_OTHERWISE"]),
        ("với chủ đề “Đoàn kết, kỷ cương, đổi mới”, cụ thể như sau:", "Đoàn kết, kỷ cương,  đổi mới", []),
        ("Chủ đề của tỉnh: “Bứt phá, về đích”. Chủ đề của xã: “Đoàn kết, sáng tạo”.", "Đoàn kết, sáng tạo", []),
        ("Các đơn vị thi đua theo chủ đề của năm.", "Đoàn kết, sáng tạo", []),
        ("với chủ đề “Đoàn kết, kỷ cương, đổi mới”, cụ thể như sau:", None, []),
    ],
)
def test_a_text_with_another_theme_than_the_plan_is_told(check, text: str, theme: str | None, told: list[str]) -> None:
    found = [one for one in check(text, plan=replace(YEARLY, theme=theme)) if one.code == "THEME_OTHERWISE"]
    assert [one.code for one in found] == told
    assert all(one.quote == "Đoàn kết, kỷ cương, đổi mới" for one in found)


@pytest.mark.parametrize(
    ("title", "heading", "targets", "told"),
    [
        ("Phát động thi đua thực hiện thắng lợi nhiệm vụ kinh tế - xã hội năm 2026", "MỤC ĐÍCH", ALONE, True),
        ("Phát động phong trào thi đua năm 2026", "MỤC ĐÍCH", ASSIGNED, True),
        ("Tổ chức phong trào thi đua năm 2026", "CHỦ ĐỀ THI ĐUA NĂM 2026", (), True),
        ("Phát động phong trào thi đua năm 2026", "MỤC ĐÍCH", ALONE, False),
        ("Phát động đợt thi đua cao điểm chào mừng Quốc khánh", "MỤC ĐÍCH", ASSIGNED, False),
        ("Tổ chức phong trào thi đua năm 2026", "THI ĐUA THEO CHUYÊN ĐỀ", ASSIGNED, False),
    ],
)
def test_a_theme_is_asked_only_where_one_is_expected(check, title: str, heading: str, targets, told: bool) -> None:
    plan = replace(YEARLY, theme=None, title=title, sections=(Section(1, "I.", heading),), targets=targets)
    assert ("THEME_MISSING" in codes(check(plan=plan))) == told
    spoken = check("Thực hiện chủ đề thi đua của năm, các đơn vị đăng ký trước ngày 28/02/2026.", plan=plan)
    assert "THEME_MISSING" in codes(spoken)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [("2025-02-01", "2025-06-30", True), ("2026-02-01", "2026-06-30", False), ("2025-12-15", "2026-06-30", False)],
)
def test_a_phase_lies_in_the_plans_year(check, start: str, end: str, told: bool) -> None:
    plan = replace(YEARLY, phases=(Phase("Đợt 1", start, end),))
    assert codes(check(plan=plan)) == (["PHASE_OTHER_YEAR"] if told else [])


def test_who_signs_for_the_chair_has_a_position(check) -> None:
    signer = PlanSigner("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Nguyễn Văn Mẫu")
    assert codes(check(plan=replace(YEARLY, signer=signer))) == ["SIGN_FORM"]


def test_two_parts_with_one_number(check) -> None:
    parts = tuple(
        Section(2, marker, heading) for marker, heading in (("a)", "Họp"), ("b)", "Báo cáo"), ("b)", "Kiểm tra"))
    )
    plan = replace(YEARLY, sections=(Section(1, "I.", "VIỆC", children=parts),), recipients=(Recipient("Lưu: VT"),))
    found = [finding for finding in check("b) Báo cáo", "b) Kiểm tra", plan=plan) if finding.code == "NUMBERING_DUP"]
    assert [finding.quote for finding in found] == ["b) Kiểm tra"]
    dashed = tuple(Section(1, "II-", heading) for heading in ("CHỈ TIÊU", "BIỆN PHÁP"))
    assert "NUMBERING_DUP" in codes(check("II- CHỈ TIÊU", "II- BIỆN PHÁP", plan=replace(plan, sections=dashed)))
    again = tuple(Section(1, marker, "Việc") for marker in ("1.", "2.", "1.", "2."))
    assert "NUMBERING_DUP" not in codes(check(plan=replace(plan, sections=again)))
    bullets = replace(plan, sections=(Section(1, "-", "một"), Section(1, "-", "hai")))
    assert "NUMBERING_DUP" not in codes(check(plan=bullets))


def test_a_sentence_cut_by_a_page_break_is_told_but_a_wrapped_text_is_not(check) -> None:
    cut = "Các đơn vị liên quan trên địa bàn xã chịu trách nhiệm tổ chức"
    rest = "thực hiện nội dung này."
    whole = ["Ủy ban nhân dân xã yêu cầu các đơn vị thực hiện nghiêm túc kế hoạch."] * 3
    assert [(one.code, one.quote) for one in check(*whole, cut, rest)] == [
        ("PAGE_BREAK_SPLIT", "chịu trách nhiệm tổ chức"),
    ]
    assert codes(check(*[cut, rest] * 6)) == []


def test_a_places_name_in_the_head_is_no_slip(rules: CheckRules) -> None:
    head = ("UBND HUYỆN PHIÊNG HIN", "PHƯỜNG ĐÔNG HẠCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH")
    assert "TYPO" not in codes(check_plan(YEARLY, (), rules, head))
    assert "TYPO" in codes(check_plan(YEARLY, (), rules, (*head, "PHIÊNG CAO CHẤT LƯỢNG")))


@pytest.mark.parametrize(("beside", "kept"), [("Huyện ủy, Tỉnh ủy", "ủy"), ("Huyện uỷ, Tỉnh uỷ", "uỷ")])
def test_of_a_doubled_word_the_spelling_of_the_paper_stays(check, beside: str, kept: str) -> None:
    line = f"theo Kết luận của Đảng uỷ ủy lần thứ 39 và {beside}"
    [found] = [one for one in check(line) if one.code == "DUP_WORD"]
    assert repaired_line(line, found.edits) == line.replace("uỷ ủy", kept)
