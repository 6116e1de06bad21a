"""The papers of awards as blocks, by Nghị định 30/2020 and the decisions that offices issue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.golden.award_samples import (
    BODY,
    CERTIFICATE,
    DEPUTY,
    HOUSE,
    LAW,
    LDTT,
    PAPER,
    PERSON,
    PROVINCE,
    TEACHER,
    line,
)
from tests.golden.samples import form
from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.papers.award_papers import (
    bonuses_paper,
    bonuses_sheet,
    certificates_paper,
    decision_paper,
    nominations_paper,
    submission_paper,
)
from thidua_desktop.domain.papers.award_parts import merit_of
from thidua_desktop.domain.papers.award_wording import about_phrase, counted, merit_phrase, post_at


def texts(document: blocks.Document) -> list[str]:
    return [block.paragraph.text for block in document.blocks if isinstance(block, blocks.Text)]


def one(document: blocks.Document, kind: type) -> object:
    return next(block for block in document.blocks if isinstance(block, kind))


def test_a_decision_is_the_chairs_own() -> None:
    document = decision_paper(PAPER, form("decision"))
    header = one(document, blocks.NationalHeader)
    assert header == blocks.NationalHeader(
        ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"), "Số: 07/QĐ-UBND", "Ví Dụ, ngày 20 tháng 12 năm 2026", "UBND TỈNH MẪU"
    )
    assert one(document, blocks.AuthorityLine) == blocks.AuthorityLine("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VÍ DỤ")
    signature = one(document, blocks.Signature)
    assert isinstance(signature, blocks.Signature)
    assert signature.right == blocks.Signer((), ("CHỦ TỊCH",), "Nguyễn Văn Mẫu")  # no "TM."
    deputy = one(decision_paper(replace(PAPER, signer=DEPUTY), form("decision")), blocks.Signature)
    assert isinstance(deputy, blocks.Signature)
    assert deputy.right == blocks.Signer((), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Thị Thí Dụ")
    small = replace(DEPUTY, position="kt. Chủ tịch\nPhó Chủ tịch")  # typed as it is spoken, printed in capitals
    assert one(decision_paper(replace(PAPER, signer=small), form("decision")), blocks.Signature) == deputy


def test_a_decision_without_a_known_bonus_promises_none() -> None:
    document = decision_paper(PAPER.only([HOUSE]), form("decision"))
    leads = [text[:7] for text in texts(document) if text.startswith("Điều ")]
    assert leads == ["Điều 1.", "Điều 2."]
    assert not any("tiền thưởng" in text for text in texts(document))
    signature = one(document, blocks.Signature)
    assert isinstance(signature, blocks.Signature)
    assert isinstance(signature.left, blocks.Recipients)
    assert signature.left.lines[0] == "- Như Điều 2;"
    of_all = one(decision_paper(PAPER, form("decision")), blocks.Signature)
    assert isinstance(of_all, blocks.Signature)
    assert isinstance(of_all.left, blocks.Recipients)
    assert of_all.left.lines[0] == "- Như Điều 3;"


def test_a_decision_says_what_it_gives_to_whom_and_for_what() -> None:
    document = decision_paper(PAPER, form("decision"))
    assert texts(document)[1:6] == [
        "Điều 1. Tặng các danh hiệu, hình thức khen thưởng sau cho 01 tập thể, 02 cá nhân và 01 hộ gia đình "
        "đã có thành tích xuất sắc trong thực hiện nhiệm vụ năm 2026 (có Danh sách kèm theo).",
        "- Danh hiệu “Lao động tiên tiến”: 02 cá nhân;",
        "- Giấy khen: 01 tập thể và 01 hộ gia đình.",
        "Điều 2. Các tập thể, cá nhân, hộ gia đình có tên tại Điều 1 được nhận tiền thưởng theo quy định; kinh phí trích "
        "từ Quỹ thi đua, khen thưởng năm 2026 của xã Ví Dụ.",
        "Tổng số tiền thưởng: 3.040.000 đồng (Bằng chữ: Ba triệu không trăm bốn mươi nghìn đồng), "
        "chưa kể 01 trường hợp thưởng theo quy định.",
    ]
    first = next(b for b in document.blocks if isinstance(b, blocks.Text) and b.paragraph.text.startswith("Điều 1"))
    assert [run.bold for run in first.paragraph.runs] == [True, False]
    bases = one(document, blocks.Bases)
    assert isinstance(bases, blocks.Bases)
    assert [basis.text for basis in bases.items] == [
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã Ví Dụ tại phiên họp ngày 15 tháng 12 năm 2026 "
        "(có mặt 9/11 thành viên).",
    ]


def test_who_is_given_two_awards_is_counted_for_each_and_it_says_so() -> None:
    twice = replace(BODY, award="Thôn, tổ dân phố văn hóa", entry=None)
    found = texts(decision_paper(PAPER.only([twice, BODY, PERSON]), form("decision")))
    assert found[1].startswith(
        "Điều 1. Tặng các danh hiệu, hình thức khen thưởng sau cho 02 lượt tập thể và 01 cá nhân đã có thành tích"
    )
    assert "- Giấy khen: 01 tập thể;" in "\n".join(found)
    listed = texts(nominations_paper(PAPER.only([twice, BODY, PERSON]), form("nominations")))
    assert "Danh sách này có 02 lượt tập thể và 01 cá nhân." in listed


def test_a_decision_of_one_award_names_it() -> None:
    document = decision_paper(PAPER.only([PERSON]), form("decision"))
    title = one(document, blocks.Title)
    assert title == blocks.Title("QUYẾT ĐỊNH", "Về việc tặng danh hiệu “Lao động tiên tiến” năm 2026")
    assert texts(document)[1].startswith("Điều 1. Tặng danh hiệu “Lao động tiên tiến” cho 01 cá nhân đã có thành tích")


def test_a_decision_speaks_of_households_only_when_it_names_one() -> None:
    without = texts(decision_paper(PAPER.only([PERSON, BODY]), form("decision")))
    assert not any("hộ gia đình" in text for text in without)
    assert "Tổng số tiền thưởng: 2.280.000 đồng (Bằng chữ: Hai triệu hai trăm tám mươi nghìn đồng)." in without
    of_all = texts(decision_paper(PAPER, form("decision")))
    assert "các tập thể, cá nhân, hộ gia đình có tên tại Điều 1 chịu trách nhiệm" in of_all[6]


def test_the_list_stands_on_a_page_of_its_own_with_the_decision_it_goes_with() -> None:
    document = decision_paper(PAPER, form("decision"))
    place = next(number for number, block in enumerate(document.blocks) if isinstance(block, blocks.PageBreak))
    title, table = document.blocks[place + 1 :]
    assert isinstance(title, blocks.Title)
    assert title.note == (
        "(Kèm theo Quyết định số 07/QĐ-UBND ngày 20 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân dân xã Ví Dụ)"
    )
    assert isinstance(table, blocks.Table)
    assert table.rows == (
        ("I. Tập thể",),
        ("1", "Thôn 2", "", "Giấy khen", "1.520.000"),
        ("II. Cá nhân",),
        ("1", "Ông Lê Văn Giả", "Chủ tịch Hội, Hội Nông dân xã", "“Lao động tiên tiến”", "760.000"),
        ("2", "Bà Trần Thị Thí", "", "“Lao động tiên tiến”", "760.000"),
        ("III. Hộ gia đình",),
        ("1", "Hộ ông Hoàng Văn Ví", "", "Giấy khen", "theo quy định"),
    )
    assert table.total == ("", "Tổng cộng", "", "", "3.040.000")


def test_a_draft_leaves_number_and_day_to_the_pen() -> None:
    document = decision_paper(replace(PAPER, number=None, day=None), form("decision"))
    header = one(document, blocks.NationalHeader)
    assert isinstance(header, blocks.NationalHeader)
    assert header.number_line == "Số:       /QĐ-UBND"
    assert header.place_date == "Ví Dụ, ngày      tháng      năm 2026"


@pytest.mark.parametrize(
    ("who", "level", "addressee", "asked"),
    [
        (
            "Chủ tịch Ủy ban nhân dân cấp tỉnh",
            "tỉnh",
            "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Mẫu (qua Sở Nội vụ).",
            "kính đề nghị Chủ tịch Ủy ban nhân dân tỉnh Mẫu xem xét, quyết định khen thưởng cho 01 cá nhân, gồm:",
        ),
        (
            "Thủ tướng Chính phủ",
            "trung ương",
            "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Mẫu (qua Sở Nội vụ).",
            "kính đề nghị Chủ tịch Ủy ban nhân dân tỉnh Mẫu xem xét, trình Thủ tướng Chính phủ khen thưởng cho 01 cá nhân, "
            "gồm:",
        ),
        (
            "Chủ tịch Ủy ban nhân dân cấp huyện",
            "huyện",
            "Kính gửi: Chủ tịch Ủy ban nhân dân huyện.",
            "kính đề nghị Chủ tịch Ủy ban nhân dân huyện xem xét, quyết định khen thưởng cho 01 cá nhân, gồm:",
        ),
    ],
)
def test_a_submission_goes_to_the_right_chair(who: str, level: str, addressee: str, asked: str) -> None:
    paper = replace(PAPER.only([line("Lê Văn Giả", "Bằng khen tỉnh")]), symbol="TTr-UBND", number=12)
    document = submission_paper(paper, form("submission"), who, level)
    said = texts(document)
    assert said[0] == addressee
    assert said[1].endswith(asked)
    assert said[2] == "- Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh: 01 cá nhân."
    signature = one(document, blocks.Signature)
    assert isinstance(signature, blocks.Signature)
    assert signature.right.authority == ("TM. ỦY BAN NHÂN DÂN",)
    assert isinstance(signature.left, blocks.Recipients)
    assert signature.left.lines[1] == ("- Phòng Nội vụ;" if level == "huyện" else "- Sở Nội vụ;")
    notes = [block.note for block in document.blocks if isinstance(block, blocks.Title)]
    assert notes[1] == "(Kèm theo Tờ trình số 12/TTr-UBND ngày 20 tháng 12 năm 2026 của Ủy ban nhân dân xã Ví Dụ)"


def test_the_list_for_the_council_shows_answer_and_votes() -> None:
    lines = [replace(PERSON, answer="thiếu dữ liệu"), replace(TEACHER, votes=None, answer="đạt")]
    table = one(nominations_paper(PAPER.only(lines), form("nominations")), blocks.Table)
    assert isinstance(table, blocks.Table)
    assert [row[-2:] for row in table.rows[1:]] == [("Thiếu dữ liệu", "9/11"), ("Đạt", "")]


def test_a_certificate_has_a_page_for_each_and_titles_have_none() -> None:
    document = certificates_paper(replace(PAPER, signer=DEPUTY), form("certificates"))
    pages = [block for block in document.blocks if isinstance(block, blocks.PlacedPage)]
    assert (len(pages), document.page.width, document.page.numbered) == (2, 297.0, False)
    said = [[field.text for field in page.fields] for page in pages]
    assert "Thôn 2" in said[0]
    assert "Đã có thành tích xuất sắc trong thực hiện nhiệm vụ năm 2026" in said[0]
    assert "Đã có thành tích: Hiến 200 m2 đất làm đường" in said[1]
    for texts_of_page in said:
        assert "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VÍ DỤ" in texts_of_page
        assert "Quyết định số 07/QĐ-UBND" in texts_of_page
        assert texts_of_page[-3:] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Thí Dụ"]
        assert "" not in texts_of_page


def test_bonuses_add_up_in_figures_and_words() -> None:
    document = bonuses_paper(PAPER, form("bonuses"))
    table = one(document, blocks.Table)
    assert isinstance(table, blocks.Table)
    assert table.rows[1] == ("1", "Thôn 2", "", "Giấy khen", "0,6", "2.530.000", "1.520.000", "")
    assert table.total[6] == "3.040.000"
    assert texts(document) == [
        "Bằng chữ: Ba triệu không trăm bốn mươi nghìn đồng, chưa kể 01 trường hợp thưởng theo quy định."
    ]
    whole = bonuses_paper(PAPER.only([BODY]), form("bonuses"))
    assert texts(whole) == ["Bằng chữ: Một triệu năm trăm hai mươi nghìn đồng."]
    unknown = bonuses_paper(PAPER.only([HOUSE]), form("bonuses"))
    assert texts(unknown) == []


def test_the_sheet_of_bonuses_sums_by_formula() -> None:
    sheet = bonuses_sheet(PAPER)
    assert [column.heading for column in sheet.columns if column.summed] == ["Số tiền (đồng)"]
    assert [row[7] for row in sheet.rows] == [1_520_000, 760_000, 760_000, None]
    assert sheet.notes == ("Tổng cộng chưa kể 01 trường hợp thưởng theo quy định.",)
    assert bonuses_sheet(PAPER.only([BODY])).notes == ()
    assert sheet.heading[2] == "Kèm theo Quyết định số 07/QĐ-UBND ngày 20/12/2026 của Chủ tịch Ủy ban nhân dân xã Ví Dụ"


@pytest.mark.parametrize(
    ("position", "body", "said"),
    [
        ("Giáo viên", "Trường Tiểu học Ví Dụ", "Giáo viên, Trường Tiểu học Ví Dụ"),
        ("Hiệu trưởng", "Trường Tiểu học Ví Dụ", "Hiệu trưởng, Trường Tiểu học Ví Dụ"),
        ("Chủ tịch Hội", "Hội Nông dân xã Ví Dụ", "Chủ tịch Hội Nông dân xã Ví Dụ"),
        ("Phó Trưởng phòng", "Phòng Kinh tế xã Ví Dụ", "Phó Trưởng phòng Kinh tế xã Ví Dụ"),
        ("Trưởng Công an xã", "Công an xã Ví Dụ", "Trưởng Công an xã Ví Dụ"),
        ("Trưởng thôn", "Thôn 2", "Trưởng thôn 2"),
        ("", "Thôn 2", "Thôn 2"),
        ("Nông dân", "", "Nông dân"),
    ],
)
def test_a_post_and_its_organisation_do_not_say_a_word_twice(position: str, body: str, said: str) -> None:
    assert post_at(position, body) == said


@pytest.mark.parametrize(
    ("merit", "said"),
    [
        ("", "đã có thành tích xuất sắc trong thực hiện nhiệm vụ năm 2026"),
        ("Đã có thành tích trong phong trào hiến đất.", "đã có thành tích trong phong trào hiến đất"),
        ("Có sáng kiến dạy học", "có sáng kiến dạy học"),
        ("Trồng 5 ha rừng", "đã có thành tích: Trồng 5 ha rừng"),
    ],
)
def test_a_merit_follows_a_name(merit: str, said: str) -> None:
    assert merit_of(merit, PAPER) == said


@pytest.mark.parametrize(
    ("awards", "said"),
    [
        ((LDTT, LDTT), "tặng danh hiệu “Lao động tiên tiến” năm 2026"),
        ((CERTIFICATE,), "tặng Giấy khen năm 2026"),
        ((PROVINCE,), "tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm 2026"),
        ((LDTT, LAW.award("CSTĐ cơ sở")), "tặng danh hiệu thi đua năm 2026"),
        ((CERTIFICATE, PROVINCE), "khen thưởng năm 2026"),
        ((LDTT, CERTIFICATE), "tặng danh hiệu thi đua và khen thưởng năm 2026"),
        ((None,), "khen thưởng năm 2026"),
    ],
)
def test_what_a_paper_is_about(awards: tuple[object, ...], said: str) -> None:
    assert about_phrase(awards, 2026) == said  # type: ignore[arg-type]


def test_counts_and_reasons() -> None:
    assert counted(["cá nhân"] * 12 + ["tập thể"] * 5) == "05 tập thể và 12 cá nhân"
    assert merit_phrase("đột xuất", 2026) == "đã lập được thành tích đột xuất năm 2026"
