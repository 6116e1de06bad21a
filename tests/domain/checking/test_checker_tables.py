"""What the checker says about one slip at a time, and what it lets stand: tables for a person of the field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.checking.clean_plans import YEARLY, YEARLY_LINES
from thidua_desktop.domain.checking import CheckRules, Finding, check_plan
from thidua_desktop.domain.legal_acts import LegalAct
from thidua_desktop.domain.plan.plans import LegalBasis, PartialDate, Phase, Plan, PlanSigner, Target, TargetValue
from thidua_desktop.domain.richtext import plain

Checked = tuple[Finding, ...]


@pytest.fixture
def check(acts: tuple[LegalAct, ...], rules: CheckRules):
    def run(*lines: str, plan: Plan = YEARLY) -> Checked:
        return check_plan(plan, acts, rules, lines)

    return run


def one(findings: Checked, code: str) -> Finding:
    (found,) = [finding for finding in findings if finding.code == code]
    return found


SLIPS = [
    # what the paper writes, the code, the words pointed at
    ("nhiệm vụ chính trị của của địa phương", "DUP_WORD", "của của"),
    ("theo Hội nghị Đảng uỷ ủy lần thứ 39", "DUP_WORD", "uỷ ủy"),
    ("nâng cao các các chỉ tiêu", "DUP_WORD", "các các"),
    ("xây dựng nông thôn mới thực hiện hiện tốt", "DUP_WORD", "hiện hiện"),
    ("đạt tiêu chí chí của tỉnh", "DUP_WORD", "chí chí"),
    ("nếu có có vướng mắc thì báo cáo", "DUP_WORD", "có có"),
    ("bà con góp góp ngày công", "DUP_WORD", "góp góp"),
    ("các thôn gửi gửi báo cáo", "DUP_WORD", "gửi gửi"),
    ("phong trào trên trên địa bàn", "DUP_WORD", "trên trên"),
    ("tập thể được được biểu dương", "DUP_WORD", "được được"),
    ("việc này cũng cũng cần làm", "DUP_WORD", "cũng cũng"),
    ("đẩy mạnh phong trào phong trào thi đua", "DUP_PHRASE", "phong trào phong trào"),
    ("sát với tình hình của xã, sát với tình hình của xã.", "DUP_PHRASE", "sát với tình hình của xã, sát với tình hình của xã"),
    ("sát với ngành, địa phương, sát với ngành, địa phương; không hình thức", "DUP_PHRASE", "sát với ngành, địa phương, sát với ngành, địa phương"),
    ("tránh đăng ký cho xong, cho xong.", "DUP_PHRASE", "cho xong, cho xong"),
    ("phấn đấu được 78 hộ..", "DOUBLE_PERIOD", "78 hộ.."),
    ("tỷ lệ mới đạt 41%..", "DOUBLE_PERIOD", "đạt 41%.."),
    ("thu gom rác,, trồng cây", "DOUBLE_PERIOD", "gom rác,,"),
    ("tổ chức ngày 31/4/2026", "DATE_INVALID", "31/4/2026"),
    ("tổ chức ngày 29/02/2026", "DATE_INVALID", "29/02/2026"),
    ("hoàn thành trước ngày 31 tháng 6 năm 2026", "DATE_INVALID", "31 tháng 6 năm 2026"),
    ("chào mừng ngày 31/9", "DATE_INVALID", "ngày 31/9"),
    ("họp vào thứ Hai, ngày 10/7/2026", "WEEKDAY_MISMATCH", "thứ Hai, ngày 10/7/2026"),
    ("gửi đăng ký trước thứ Ba, ngày 10/7/2026", "WEEKDAY_MISMATCH", "thứ Ba, ngày 10/7/2026"),
    ("ra quân ngày 18/7/2026 (Chủ nhật)", "WEEKDAY_MISMATCH", "18/7/2026 (Chủ nhật)"),
    ("95 năm ngày thành lập Đảng (03/02/1930 - 03/02/2026)", "ANNIVERSARY_MISMATCH", "95 năm ngày thành lập Đảng (03/02/1930 - 03/02/2026"),
    ("toàn xã 100 ha (trong đó: lúa 60 ha, màu 45 ha)", "SUM_MISMATCH", "toàn xã 100 ha (trong đó: lúa 60 ha, màu 45 ha"),
    ("Mặt trận tổ quốc xã vận động", "CASE_INCONSISTENT", "Mặt trận tổ quốc"),
    ("theo quy định của chính phủ", "CASE_INCONSISTENT", "của chính phủ"),
    ("học tập tấm gương đạo đức, phong cách Hồ Chí Minh", "NAME_WRONG", "tấm gương đạo đức, phong cách Hồ Chí Minh"),
    ("gửi HĐĐKT xã", "ABBR_WRONG", "HĐĐKT"),
    ("gửi HTĐĐKT xã", "ABBR_WRONG", "HTĐĐKT"),
    ('phong trào "Làng văn hóa", “Xanh - sạch - đẹp” và “Dân vận khéo”', "QUOTE_MIX", '"Làng văn hóa"'),
    ("hộ nghèo 0.78%, cận nghèo 1,2%", "NUMFMT_MIX", "0.78%"),
    ("hộ nghèo 0,85 %, cận nghèo 1,2%", "NUMFMT_MIX", "0,85 %"),
    ("tích tụ 10ha, trồng 56,5 ha", "NUMFMT_MIX", "10ha"),
    ("2. 2. Về văn hóa", "HEADING_SPACING", "2. 2. Về"),
    ("IV . Lĩnh vực văn hóa", "HEADING_SPACING", "IV . Lĩnh"),
    ("2.Về văn hóa", "HEADING_SPACING", "2.Về"),
    ("a. Triển khai phong trào", "ENUM_STYLE", "a. Triển"),
    ("gửi UBND huyện Ví Dụ", "BODY_ABOLISHED", "UBND huyện"),
    ("tổng hợp, báo cáo Phòng Nội vụ theo quy định", "BODY_ABOLISHED", "Phòng Nội vụ"),
    ("Hội đồng Thi đua - Khen thưởng xã Ví Dụ phát động phong trào", "ISSUER_MISMATCH", "Hội đồng Thi đua - Khen thưởng xã Ví Dụ phát động"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "code", "quote"), SLIPS)
def test_a_slip_is_pointed_at(check, line: str, code: str, quote: str) -> None:
    (found,) = check(line)
    assert (found.code, found.quote) == (code, quote)


RIGHT = [
    "luôn luôn, dần dần, thường thường, người người thi đua, nhà nhà thi đua",
    "tổng kết kết quả, sơ kết kết quả của năm; quy định định mức; thực hiện hiện đại hóa; sản xuất xuất khẩu",
    "Đảng ủy ủy quyền cho Phó Bí thư; của của cải cải thành; về về đích nông thôn mới",
    "trong vòng năm năm, từng người từng người một",
    "Đảng ủy Ủy ban Kiểm tra",
    "và các đơn vị khác... (còn nữa), v.v.. ; ngày .. tháng .. năm 2026 theo mẫu",
    "tỷ lệ 31/40 hộ, tiêu chí 17.1, số 31/2026/QĐ-UBND, Nghị quyết 30/2/NQ",
    "lần thứ hai ngày 10/7/2026; vào thứ Sáu, ngày 10/7/2026; thứ 7, ngày 11/7/2026",
    "Kế hoạch 5 năm (2021 - 2025); 10 năm (2016 - 2026) thực hiện",
    "96 năm ngày thành lập Đảng (03/02/1930 - 03/02/2026)",
    "toàn xã 100 ha (trong đó: lúa 60 ha, màu 40 ha); 46 doanh nghiệp (trong đó thị xã giao 05 doanh nghiệp)",
    "kết nạp 100 hội viên (trong đó nữ 60 hội viên, trẻ 45 hội viên)",
    "các tổ chức phi chính phủ; MẶT TRẬN TỔ QUỐC; cán bộ chính trị viên",
    "HĐTĐKT, UBMTTQ, UBMTTQVN, MTTQVN, HĐND",
    "thu 44.762,5 triệu đồng, 1.200 con, đạt 95,5% và 100%",
    "2.2. Về văn hóa; 1. 2 đợt thi đua; 1.000 đồng",
    "a) Triển khai; b) Kiểm tra",
    "thẩm quyền của Chủ tịch xã khi không tổ chức chính quyền cấp huyện; báo cáo Sở Nội vụ",
    "địa bàn UBND huyện Ví Dụ (cũ); trước đây là thị trấn",
    "Hội đồng Thi đua - Khen thưởng xã tham mưu Ủy ban nhân dân xã phát động phong trào",
]


@pytest.mark.parametrize("line", RIGHT)
def test_right_writing_is_let_stand(check, line: str) -> None:
    assert check(line) == ()


@pytest.mark.parametrize(
    ("line", "day", "code", "words"),
    [
        ("Căn cứ Nghị định số 91/2017/NĐ-CP", PartialDate(5, 2, 2024), "LEGAL_EXPIRED", "98/2023/NĐ-CP"),
        ("Căn cứ Nghị định số 91/2017/NĐ-CP", PartialDate(5, 2, 2026), "LEGAL_EXPIRED", "152/2025/NĐ-CP"),
        ("Căn cứ Nghị định 98/2023/ND-CP", PartialDate(1, 7, 2025), "LEGAL_EXPIRED", "152/2025/NĐ-CP"),
        ("Căn cứ Nghị định 98/2023/NĐ-CP", PartialDate(30, 6, 2025), None, ""),
        ("Căn cứ Nghị định 98/2023/NĐ-CP", PartialDate(1, 3, 2027), "LEGAL_EXPIRED", "Thay bằng Nghị định số 152/2025/NĐ-CP"),
        ("Căn cứ Nghị định 98/2023/NĐ-CP", PartialDate(5, 2, 2028), "LEGAL_EXPIRED", "chưa có văn bản thay thế còn hiệu lực"),
        ("Căn cứ Nghị định 91/2017/NĐ-CP", PartialDate(None, None, 2028), "LEGAL_EXPIRED", "hãy tra văn bản mới"),
        ("Căn cứ Nghị định 98/2023/NĐ-CP", PartialDate(None, None, 2025), "LEGAL_OUTDATED_NOW", "152/2025/NĐ-CP"),
        ("Căn cứ Luật Thi đua, Khen thưởng ngày 26/11/2003", PartialDate(5, 2, 2026), "LEGAL_EXPIRED", "06/2022/QH15"),
        ("Căn cứ Luật Thi đua, khen thưởng năm 2022", PartialDate(5, 2, 2026), None, ""),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022", PartialDate(1, 10, 2026), "LEGAL_AMENDED", "sửa đổi"),
        ("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 được sửa đổi, bổ sung ngày 23/4/2026", PartialDate(1, 10, 2026), None, ""),
        ("Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014", PartialDate(None, None, 2024), "LEGAL_OUTDATED_NOW", "ngày đó"),
        ("Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014", PartialDate(5, 2, 2024), None, ""),
        ("Thực hiện Chỉ thị số 134-CT/TW", PartialDate(None, None, 2024), None, ""),
        ("Nghị định số 98/2023/NĐ-CP thay thế Nghị định số 91/2017/NĐ-CP", PartialDate(5, 2, 2024), None, ""),
    ],
)  # fmt: skip
def test_acts_are_judged_by_the_day_of_the_paper(check, line: str, day: PartialDate, code: str, words: str) -> None:
    findings = check(line, plan=replace(YEARLY, date=day, year=day.year or 0, legal_bases=(), phases=()))
    assert [finding.code for finding in findings] == ([code] if code else [])
    assert all(words in finding.message + finding.advice and finding.quote in line for finding in findings)


def test_only_a_checked_act_is_called_an_error(check) -> None:
    findings = check("Căn cứ Nghị định 98/2023/NĐ-CP và Nghị định 91/2017/NĐ-CP")
    assert {finding.quote: finding.severity for finding in findings} == {
        "Nghị định 98/2023/NĐ-CP": "error",
        "Nghị định 91/2017/NĐ-CP": "warning",
    }
    (warned,) = [finding for finding in findings if finding.severity == "warning"]
    assert "chưa đối chiếu" in warned.message


@pytest.mark.parametrize("number", ["", "5", "0", "/", "NĐ"])
def test_half_a_number_in_the_register_is_found_nowhere(rules: CheckRules, number: str) -> None:
    act = LegalAct("Nghị định", number, "Chưa gõ xong", valid_to="2020-12-31", replaced_by="6/2021/NĐ-CP")
    assert check_plan(YEARLY, (act,), rules, ("Nghị định số 5 ngày 05/02/2019, chỉ tiêu 5 và 0",)) == ()


def test_a_basis_of_a_later_day(check) -> None:
    basis = LegalBasis("Quyết định", "12/QĐ-UBND", "2027-01-15", None, "Quyết định số 12/QĐ-UBND ngày 15/01/2027")
    found = one(check(f"Căn cứ {basis.quote}", plan=replace(YEARLY, legal_bases=(basis,))), "LEGAL_FUTURE")
    assert found.quote == basis.quote


@pytest.mark.parametrize(
    ("opening", "missing"),
    [
        ("Năm 2026 là năm bản lề. Ủy ban nhân dân xã Ví Dụ phát động thi đua, thực hiện Nghị quyết của xã.", True),
        ("Căn cứ Luật Thi đua, khen thưởng; Ủy ban nhân dân xã Ví Dụ phát động.", False),
        ("Phát huy kết quả năm trước theo Kết luận số 70-KL/TU ngày 30/12/2025, UBND xã phát động.", False),
        ("Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh, UBND xã phát động.", False),
    ],
)
def test_a_plan_names_what_it_stands_on(check, opening: str, missing: bool) -> None:
    findings = check(opening, plan=replace(YEARLY, preamble=(plain(opening),)))
    assert ("NO_LEGAL_BASIS" in {finding.code for finding in findings}) == missing
    assert not missing or findings[0].quote.startswith("Ủy ban nhân dân xã Ví Dụ phát động")


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("Số:      /KH-UBND", "NUMBER_BLANK"),
        ("Số: ……/KH-UBND", "NUMBER_BLANK"),
        ("Số:.../KH- UBND", "NUMBER_BLANK"),
        ("Số: 07 /KH-UBND", None),
        ("Ví Dụ, ngày tháng 02 năm 2026", "DATE_BLANK"),
        ("Ví Dụ, ngày ... tháng ... năm 2026", "DATE_BLANK"),
        ("Ví Dụ, ngày 05 tháng 02 năm 202…", "DATE_BLANK"),
        ("Ví Dụ, ngày 05 tháng 02 năm 2026", None),
        ("Số: 7/KH-UBND", "NUMBER_UNPADDED"),
        ("Số: 17/KH-UBND", None),
        ("Số: 07/KH-UBND", None),
        ("Ví Dụ, ngày 7 tháng 01 năm 2026", "DATE_PADDING"),
        ("Ví Dụ, ngày 17 tháng 1 năm 2026", "DATE_PADDING"),
        ("Ví Dụ, ngày 07 tháng 03 năm 2026", "DATE_PADDING"),
        ("Ví Dụ, ngày 07 tháng 3 năm 2026", None),
        ("Ví Dụ, ngày 17 tháng 12 năm 2026", None),
        ("Ví Dụ, ngày    tháng 3 năm 2026", "DATE_BLANK"),
    ],
)
def test_number_and_date_of_the_paper(check, line: str, missing: str | None) -> None:
    findings = check("XÃ VÍ DỤ", line, *YEARLY_LINES[6:])
    assert [finding.code for finding in findings] == ([missing] if missing else [])


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("Ví Dụ, ngày\t\ttháng 02 năm 2026", "tháng 02 năm 2026"),
        ("Ví Dụ, ngày\ttháng\tnăm 2026", "năm 2026"),
        ("Số:\t\t/KH-UBND", "/KH-UBND"),
    ],
)
def test_a_blank_made_of_tabs_is_quoted_without_them(check, line: str, quote: str) -> None:
    (found,) = check("XÃ VÍ DỤ", line, *YEARLY_LINES[6:])
    assert found.quote == quote


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        (("Đợt 1: đến ngày 31/7/2026", "Đợt 2: từ ngày 01/7/2026"), "01/7/2026"),
        (("Đợt 1: hết tháng 7", "Đợt 2: từ tháng 7"), "Đợt 2"),
        (("Đợt đầu đến ngày 31/7/2026",), "31/7/2026"),
    ],
)
def test_an_overlap_is_pointed_at_by_its_day_or_its_phase(check, lines: tuple[str, ...], quote: str) -> None:
    plan = phases(("2026-01-01", "2026-07-31", None), ("2026-07-01", "2026-12-31", None))
    assert one(check(*lines, plan=plan), "PHASE_OVERLAP").quote == quote


def test_a_caption_above_the_head_is_not_the_title(check) -> None:
    lines = ("KẾ HOẠCH Phát động thi đua", "XÃ VÍ DỤ", "KẾ HOẠCH", "các tầng lớp Nhân dân; Thực hiện tốt nhiệm vụ")
    assert one(check(*lines), "CASE_AFTER_SEMICOLON").quote == "Nhân dân; Thực hiện"


def test_a_blank_below_the_title_is_not_the_papers_own(check) -> None:
    assert check("XÃ VÍ DỤ", "KẾ HOẠCH", "Mẫu kèm theo: Số: ..../GM-UBND, ngày ... tháng ... năm 2026") == ()


@pytest.mark.parametrize(
    ("lines", "signer", "quote"),
    [
        (("CHỦ TỊCH", "Nguyễn Văn Mẫu"), PlanSigner(None, "CHỦ TỊCH", "Nguyễn Văn Mẫu"), "CHỦ TỊCH"),
        (
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"),
            PlanSigner("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"),
            "KT. CHỦ TỊCH",
        ),
    ],
)
def test_the_missing_authority_is_told_where_the_signature_begins(
    check, lines: tuple[str, ...], signer: PlanSigner, quote: str
) -> None:
    assert one(check(*lines, plan=replace(YEARLY, signer=signer)), "SIGN_NO_TM").quote == quote


@pytest.mark.parametrize(
    ("doc_type", "symbol", "signer", "code"),
    [
        ("KẾ HOẠCH", "KH-UBND", PlanSigner(None, "CHỦ TỊCH", "Nguyễn Văn Mẫu"), "SIGN_NO_TM"),
        ("KẾ HOẠCH", "KH-UBND", PlanSigner(None, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"), "SIGN_NO_TM"),
        ("KẾ HOẠCH", "KH-UBND", PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"), None),
        ("KẾ HOẠCH", "KH-UBND", PlanSigner("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Nguyễn Văn Mẫu"), None),
        ("QUYẾT ĐỊNH", "QĐ-UBND", PlanSigner(None, "CHỦ TỊCH", "Nguyễn Văn Mẫu"), None),
        ("PHÁT ĐỘNG", "PĐ-UBND", PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"), "DOCTYPE_NONSTANDARD"),
        ("KẾ HOẠCH", "BC-UBND", PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"), "SYMBOL_MISMATCH"),
    ],
)  # fmt: skip
def test_kind_symbol_and_signature_agree(
    check, doc_type: str, symbol: str, signer: PlanSigner, code: str | None
) -> None:
    plan = replace(YEARLY, doc_type=doc_type, symbol=symbol, signer=signer)
    findings = check("Số: 05/" + symbol, doc_type, signer.title or "", plan=plan)
    assert [finding.code for finding in findings] == ([code] if code else [])
    assert all(finding.quote for finding in findings)


def phases(*days: tuple[str, str, str | None], occasion: str = "") -> Plan:
    made = [
        Phase(f"Đợt {number}", start, end, deadline, (occasion,) if occasion else ())
        for number, (start, end, deadline) in enumerate(days, start=1)
    ]
    return replace(YEARLY, phases=tuple(made))


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        ([("2026-01-01", "2026-06-30", None), ("2026-07-01", "2026-12-31", None)], []),
        ([("2026-01-01", "2026-04-30", None), ("2026-07-01", "2026-12-31", None)], ["PHASE_GAP"]),
        ([("2026-01-01", "2026-07-31", None), ("2026-07-01", "2026-12-31", None)], ["PHASE_OVERLAP"]),
        ([("2026-01-01", "2026-12-31", None), ("2026-05-01", "2026-05-31", None)], []),
        ([("2026-06-30", "2026-01-01", None)], ["PHASE_REVERSED"]),
        ([("2026-01-01", "2026-06-30", "2026-06-25")], ["REPORT_BEFORE_END"]),
        ([("2026-01-01", "2026-06-30", "2026-06-30")], []),
        ([("2026-01-01", "2026-06-30", "2026-07-30")], []),
        ([("2026-01-01", "2026-06-30", "2026-07-31")], ["REPORT_DEADLINE_LATE"]),
    ],
)
def test_phases_follow_one_another(check, days: list[tuple[str, str, str | None]], codes: list[str]) -> None:
    assert [finding.code for finding in check("", plan=phases(*days))] == codes


def test_a_gap_of_one_day_is_that_day(check) -> None:
    [found] = check("", plan=phases(("2026-01-01", "2026-03-30", None), ("2026-04-01", "2026-12-31", None)))
    assert found.message == "Ngày 31/03/2026 không thuộc đợt nào (giữa Đợt 1 và Đợt 2)."


def test_a_gap_is_pointed_at_from_the_name_of_the_phase_after_it_on(check) -> None:
    lines = (
        "Gửi đăng ký trước 15/7/2026.",
        "Đợt 1 (đến ngày 30/6/2026)",
        "Đợt 2 (từ ngày 15/7/2026 đến ngày 31/12/2026)",
    )
    plan = phases(("2026-01-01", "2026-06-30", None), ("2026-07-15", "2026-12-31", None))
    assert one(check(*lines, plan=plan), "PHASE_GAP").quote == "Đợt 2 (từ ngày 15/7/2026"


@pytest.mark.parametrize(
    ("occasion", "outside"),
    [
        ("ngày sinh Bác Hồ (19/5)", True),
        ("Quốc khánh (02/9)", False),
        ("thành lập Đảng (03/02/1930 - 03/02/2026)", True),
        ("ngày Tết", False),
        ("Năm mới (01/01)", False),  # work towards a day ends before it
    ],
)
def test_an_occasion_lies_in_its_phase(check, occasion: str, outside: bool) -> None:
    line = f"Đợt 1: từ ngày 01/7/2026 đến ngày 31/12/2026 chào mừng {occasion}."
    findings = check(line, plan=phases(("2026-07-01", "2026-12-31", None), occasion=occasion))
    assert [(finding.code, finding.quote) for finding in findings] == (
        [("EVENT_OUTSIDE_PHASE", occasion)] if outside else []
    )


@pytest.mark.parametrize(("start", "outside"), [("2026-05-10", True), ("2026-04-10", False)])
def test_what_a_campaign_celebrates_is_not_over_before_it(check, start: str, outside: bool) -> None:
    line = "Thi đua cao điểm chào mừng 72 năm ngày Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2026)"
    found = check(line, plan=phases((start, "2026-08-16", None)))
    assert [finding.code for finding in found] == (["EVENT_OUTSIDE_PHASE"] if outside else [])


def test_a_report_deadline_is_pointed_at_in_its_own_words(check) -> None:
    line = "Đợt 2: từ 01/7/2026 đến 31/12/2026. Hạn chót gửi báo cáo: 25/12/2026."
    found = one(check(line, plan=phases(("2026-07-01", "2026-12-31", "2026-12-25"))), "REPORT_BEFORE_END")
    assert found.quote == "Hạn chót gửi báo cáo: 25/12/2026"


@pytest.mark.parametrize(
    ("quote", "given", "own", "pointed_at"),
    [
        ("Bao phủ BHYT: tỉnh giao 95,5%, HĐND xã giao 90%", 95.5, 90.0, "HĐND xã giao 90%"),
        ("Bao phủ BHYT: tỉnh giao 95,5%, HĐND xã giao 96%", 95.5, 96.0, None),
        ("Tỷ lệ hộ nghèo còn 0,85% tỉnh giao và 0,89% HĐND xã giao", 0.85, 0.89, "0,89% HĐND xã giao"),
        ("Tỷ lệ hộ nghèo còn 0,85% tỉnh giao và 0,8% HĐND xã giao", 0.85, 0.8, None),
        ("Giảm tỷ lệ hộ nghèo: tỉnh giao 2%, HĐND xã giao 1%", 2.0, 1.0, None),  # which way is better cannot be told
        ("Tỷ lệ giảm hộ nghèo: tỉnh giao 7%, HĐND xã giao 6,5%", 7.0, 6.5, "HĐND xã giao 6,5%"),
        ("Tổng chi ngân sách: tỉnh giao 50%, HĐND xã giao 40%", 50.0, 40.0, None),
    ],
)
def test_the_communes_own_figure_is_not_weaker(
    check, quote: str, given: float, own: float, pointed_at: str | None
) -> None:
    values = (TargetValue(given, "%", assigned_by="tỉnh"), TargetValue(own, "%", assigned_by="HĐND xã"))
    findings = check(quote, plan=replace(YEARLY, targets=(Target(quote, quote, values=values),)))
    assert [finding.quote for finding in findings] == ([pointed_at] if pointed_at else [])
    for finding in findings:
        weaker = "thấp hơn" if own < given else "cao hơn"
        assert weaker in finding.message and f"không nên đặt mức {weaker}" in finding.advice


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ((377.4, 190.3, 95.3), False),
        ((387.4, 190.3, 95.3), True),
        ((377.4, 190.3), True),
        ((377.4, 95.3), False),  # far off: not all parts are named
        ((663.0,), False),
    ],
)
def test_parts_add_up_to_their_total(check, parts: tuple[float, ...], wrong: bool) -> None:
    targets = [Target("Tổng giá trị sản xuất: 663 tỷ đồng", "Tổng", values=(TargetValue(663, "tỷ đồng"),))]
    targets += [Target(f"phần {part}", "phần", parent=0, values=(TargetValue(part, "tỷ đồng"),)) for part in parts]
    findings = check(targets[0].quote, plan=replace(YEARLY, targets=tuple(targets)))
    assert [finding.code for finding in findings] == (["SUM_MISMATCH"] if wrong else [])


def test_the_same_slip_in_two_places_gives_two_quotes(check) -> None:
    findings = check("gửi HĐĐKT xã trước hạn", "nộp HĐĐKT phường")
    assert [finding.quote for finding in findings] == ["HĐĐKT", "HĐĐKT phường"]


def test_without_rules_only_what_needs_no_list_is_said(acts: tuple[LegalAct, ...]) -> None:
    codes = {finding.code for finding in check_plan(YEARLY, acts, None, ("của của, ngày 31/4/2026, UBND huyện",))}
    assert codes == {"DATE_INVALID"}
