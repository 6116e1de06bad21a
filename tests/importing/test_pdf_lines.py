"""What a printed page does to a text: lines, columns, page numbers, running heads, tables, footnotes."""

from __future__ import annotations

import pytest

from tests.golden.samples import OFFICE, form, long_plan, short_plan, table_plan
from tests.importing.impatient import Impatient, Stopped
from tests.importing.old_codes import written
from tests.importing.pdf_files import (
    A4,
    DOT,
    LOCKED,
    LONG,
    PICTURE,
    UNNAMED,
    by_hand,
    placed,
    read,
    shown,
    texts,
    typeset,
)
from tests.importing.plan_texts import essence
from thidua_desktop.domain.papers.plan_paper import plan_paper
from thidua_desktop.domain.plan.plans import Plan, SourceFile
from thidua_desktop.domain.richtext import Run
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.exporting import docx, pdf
from thidua_desktop.importing.errors import UnreadableFileError
from thidua_desktop.importing.pdf.reader import pdf_lines
from thidua_desktop.importing.plan import read_plan
from thidua_desktop.sample import book

RAGGED = A4.replace("justify: true", "justify: false")
TIGHT = A4.replace("justify: true", "spacing: 0.65em, justify: true")
HANGING = A4.replace("first-line-indent: (amount: 1.27cm, all: true)", "hanging-indent: 1cm")
BLOCK = A4.replace("first-line-indent: (amount: 1.27cm, all: true), ", "")


@pytest.mark.parametrize("page", [A4, RAGGED, TIGHT, HANGING, BLOCK], ids=["đều", "lệch", "sát", "treo", "khối"])
def test_the_lines_of_a_page_are_joined_to_paragraphs(page: str) -> None:
    wanted = [
        "I. YÊU CẦU",
        f"1. {LONG}.",
        "- Việc thứ nhất;",
        f"- {LONG};",
        f"- {LONG}: đạt 95%.",
        f"{LONG}.",
        "2. Xong.",
    ]
    assert texts("\n\n".join(text.replace("- ", "\\- ").replace(".", "\\.") for text in wanted), page) == wanted


def test_a_sentence_goes_on_over_the_page_and_the_page_numbers_are_set_aside() -> None:
    page = A4.replace("#set page(", '#set page(numbering: "1", number-align: center + top, ')
    paragraph = f"{LONG}, " * 20 + "hết."
    source = read(f"{paragraph}\n\n{paragraph}", page)
    assert [line.text for line in source.lines] == [paragraph, paragraph]
    assert source.aside[:2] == ("1", "2")
    assert any(remark.startswith("Bỏ số trang: 1, 2") for remark in source.remarks)


def test_running_heads_are_set_aside_and_told_and_equal_lines_of_the_text_are_not() -> None:
    page = A4.replace(
        "#set page(", "#set page(header: [DỰ THẢO lần 2], footer: context [Trang #counter(page).display()], "
    )
    lines = ["- Thôn Mẫu trồng 5 ha rừng."] * 120
    source = read("\n\n".join(lines).replace("- ", "\\- "), page)
    assert [line.text for line in source.lines] == lines
    assert "DỰ THẢO lần 2" in source.aside
    assert "Đầu trang hoặc chân trang có chữ “DỰ THẢO lần 2”, không đưa vào kế hoạch." in source.remarks


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("phát triển kinh tế", "- xã hội của địa phương", "phát triển kinh tế - xã hội của địa phương"),
        ("theo Nghị định số 98/2023/NĐ-", "CP của Chính phủ", "theo Nghị định số 98/2023/NĐ-CP của Chính phủ"),
        ("đạt 68 triệu đồng/", "người/năm", "đạt 68 triệu đồng/người/năm"),
    ],
)  # fmt: skip
def test_a_row_that_ends_at_a_hyphen_or_slash(above: str, below: str, whole: str) -> None:
    filling = "Toàn xã thi đua lao động sản xuất"
    markup = f"{filling} {above} #linebreak(justify: true) {below}."
    assert texts(markup) == [f"{filling} {whole}."]


def test_bold_and_italic_words() -> None:
    (line,) = read("Chủ đề: *Đoàn kết*, _kỷ cương_.").lines
    assert line.runs == (Run("Chủ đề: "), Run("Đoàn kết", bold=True), Run(", "), Run("kỷ cương", italic=True), Run("."))


HEAD = """#let two(a, b) = grid(columns: (2fr, 3fr), align: center, a, b)
#set par(first-line-indent: 0pt, justify: false)
"""


def test_a_header_in_two_columns_is_read_column_by_column() -> None:
    source = read(
        HEAD + "#two([UBND HUYỆN THÍ ĐIỂM \\ *XÃ VÍ DỤ* \\ Số: 07/KH-UBND], [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\"
        "\n*Độc lập - Tự do - Hạnh phúc* \\ _Ví Dụ, ngày 15 tháng 01 năm 2026_])\n#align(center)[*KẾ HOẠCH* \\ *Thi đua năm 2026*]\n"
    )
    assert [(line.column, line.text) for line in source.lines] == [
        (0, "UBND HUYỆN THÍ ĐIỂM"),
        (0, "XÃ VÍ DỤ"),
        (0, "Số: 07/KH-UBND"),
        (1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (1, "Độc lập - Tự do - Hạnh phúc"),
        (1, "Ví Dụ, ngày 15 tháng 01 năm 2026"),
        (-1, "KẾ HOẠCH"),
        (-1, "Thi đua năm 2026"),
    ]
    assert [line.centered for line in source.lines[-2:]] == [True, True]
    assert len({line.table for line in source.lines[:6]}) == 1


def test_recipients_beside_the_signature_also_over_the_page() -> None:
    foot = HEAD + "#two(align(left)[*Nơi nhận:* \\ - UBND tỉnh; \\ - Các cơ quan, \\ đơn vị; \\ - Lưu: VT.], "
    foot += "[*TM. ỦY BAN NHÂN DÂN* \\ *CHỦ TỊCH* #v(3cm) *Nguyễn Văn Mẫu*])"
    for room in ("", "#v(20.5cm)"):
        plan = read_plan(
            SourceFile("a.pdf", typeset(f"#align(center)[*KẾ HOẠCH*]\nI. VIỆC\n\nTreo cờ./.\n{room}\n{foot}"))
        ).plan
        assert [r.name for r in plan.recipients] == ["UBND tỉnh", "Các cơ quan, đơn vị", "Lưu: VT"]
        assert (plan.signer.authority, plan.signer.name) == ("TM. ỦY BAN NHÂN DÂN", "Nguyễn Văn Mẫu")


FOOT = "Nơi nhận:\n- UBND tỉnh;\n- Ban Thường trực UBMTTQ Việt Nam xã;\n- Lưu: VT."
SIGNED = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Mẫu"


@pytest.mark.parametrize(
    "places",
    [(300, 330, 350), (210, 300, 360), (300, 300, 380)],
    ids=["giữa cột phải", "tab mỗi dòng một chỗ", "tab một chỗ"],
)
def test_a_foot_set_by_tabs_is_two_columns(places: tuple[int, ...]) -> None:
    """The letters are VNI's: a font that lies in no file says so by its name."""
    left = [(85, 700 - 24 * row, written(text, "vni")) for row, text in enumerate(FOOT.split("\n"))]
    right = [
        (x, 700 - 24 * row, written(text, "vni"))
        for row, (x, text) in enumerate(zip(places, SIGNED.split("\n"), strict=True))
    ]
    words = [(85, 760, written("KẾ HOẠCH", "vni")), (85, 730, written("I. VIỆC", "vni")), *left, *right]
    plan = read_plan(SourceFile("a.pdf", by_hand(placed(words, 12), font="VNI-Times"))).plan
    assert [r.name for r in plan.recipients] == ["UBND tỉnh", "Ban Thường trực UBMTTQ Việt Nam xã", "Lưu: VT"]
    assert (plan.signer.authority, plan.signer.title, plan.signer.name) == tuple(SIGNED.split("\n"))


def test_lines_broken_by_hand_and_justified_are_no_columns() -> None:
    lines = ["Nơi nhận:", "- UBND tỉnh;", "- Các cơ quan, đơn vị;", "- Lưu: VT."]
    broken = " #linebreak(justify: true) ".join(line.replace("- ", "\\- ") for line in lines)
    assert texts(f"{LONG}./.\n\n#par(first-line-indent: 0pt)[{broken}]", BLOCK) == [f"{LONG}./.", *lines]


def test_a_ruled_table_gives_its_rows_also_over_the_page() -> None:
    rows = "".join(f"[{n}], [Chỉ tiêu số {n} của xã Ví Dụ được giao trong năm], [{n}%], " for n in range(1, 61))
    source = read(f"#table(columns: (1cm, 1fr, 2cm), table.header([TT], [Chỉ tiêu], [Kế hoạch]), {rows})")
    assert [line.cells for line in source.lines[:2]] == [
        ("TT", "Chỉ tiêu", "Kế hoạch"),
        ("1", "Chỉ tiêu số 1 của xã Ví Dụ được giao trong năm", "1%"),
    ]
    assert len(source.lines) == 61
    assert {line.table for line in source.lines} == {1}


def test_cells_over_several_rows_or_columns_and_empty_ones() -> None:
    source = read(
        "#table(columns: 3, table.cell(rowspan: 2)[Kinh tế], [Thu ngân sách], [5 tỷ đồng], [Trồng rừng], [],"
        " table.cell(colspan: 3)[Văn hóa - xã hội])"
    )
    assert [line.cells for line in source.lines] == [
        ("Kinh tế", "Thu ngân sách", "5 tỷ đồng"),
        ("", "Trồng rừng", ""),
        ("Văn hóa - xã hội",),
    ]


def test_a_footnote_follows_the_paragraph_that_names_it_and_a_raised_unit_stays() -> None:
    source = read("Theo báo cáo#footnote[Báo cáo số 5.], nhà văn hóa rộng 120 m#super[2].\n\nCâu sau.")
    assert [(line.text, line.note) for line in source.lines] == [
        ("Theo báo cáo, nhà văn hóa rộng 120 m2.", False),
        ("Báo cáo số 5.", True),
        ("Câu sau.", False),
    ]


def test_a_stamp_across_the_page_is_set_aside() -> None:
    source = read("#place(center + horizon, rotate(-45deg, text(60pt)[BẢN NHÁP]))\nI. VIỆC")
    assert [line.text for line in source.lines] == ["I. VIỆC"]
    assert source.aside == ("BẢN NHÁP",)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_lying_on_its_side_is_read_as_it_is_seen(rotate: int) -> None:
    turn = {0: b"1 0 0 1 0 0", 90: b"0 1 -1 0 595 0", 180: b"-1 0 0 -1 595 842", 270: b"0 -1 1 0 0 842"}[rotate]
    source = pdf_lines(SourceFile("a.pdf", by_hand(b"q %s cm %s Q" % (turn, shown("I. MOT\nTreo co.")), rotate=rotate)))
    assert [line.text for line in source.lines] == ["I. MOT", "Treo co."]


@pytest.mark.parametrize(
    "plan",
    [*(book.plan_reading(year).plan for year in book.years()), short_plan(), table_plan(), long_plan()],
    ids=["mẫu 2025", "mẫu 2026", "ngắn", "có bảng", "dài"],
)
def test_our_own_paper_reads_back_alike_from_pdf_and_word(plan: Plan) -> None:
    document = plan_paper(plan, OFFICE, form("plan"))
    """Capitals of a heading are a look in the Word file; on paper they are its letters."""
    printed = read_plan(SourceFile("a.pdf", pdf.render(document))).plan
    written = read_plan(SourceFile("a.docx", docx.render(document))).plan
    headings = [[(s.level, s.marker, fold(s.heading or "")) for s in one.all_sections()] for one in (printed, written)]
    assert headings[0] == headings[1]
    assert essence(printed) | {"headings": []} == essence(written) | {"headings": []}
    assert sorted(printed.header) == sorted(" ".join(line.split()) for line in written.header)


REFUSED = {
    "bản chụp": (by_hand(PICTURE), "bản chụp, không có chữ", "Word"),
    "bản chụp có dấu văn thư": (by_hand(PICTURE + b"\n" + shown("So 5")), "bản chụp, không có chữ", "Word"),
    "trang trắng": (by_hand(b""), "không có chữ", ""),
    "mật khẩu": (by_hand(shown("I. MOT"), trailer=LOCKED), "mật khẩu", "mật khẩu"),
    "cắt cụt": (b"%PDF-1.7\n1 0 obj\n<<", "hỏng", "Xin lại"),
    "chữ không rõ": (by_hand(shown("MOT HAI BA BON " * 5), encoding=UNNAMED), "phông lạ", "Word"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "says", "advises"), REFUSED.values(), ids=REFUSED)
def test_a_pdf_that_cannot_be_read_is_refused_in_words(content: bytes, says: str, advises: str) -> None:
    with pytest.raises(UnreadableFileError, match=says) as caught:
        read_plan(SourceFile("a.pdf", content))
    assert advises in caught.value.advice


def test_a_pdf_cut_short_anywhere_is_read_or_refused_in_words() -> None:
    whole = typeset("I. VIỆC\n\n" + f"{LONG}.\n\n" * 5)
    for length in range(0, len(whole), len(whole) // 40):
        try:
            assert pdf_lines(SourceFile("a.pdf", whole[:length])).lines
        except UnreadableFileError as error:
            assert error.advice


def test_one_page_that_is_a_picture_is_told() -> None:
    picture = f'image(bytes({tuple(DOT)}), width: 100%, height: 100%, fit: "stretch")'
    source = read(f"I. VIỆC\n\n{LONG}.\n#page(margin: 0pt, {picture})\nII. HẾT")
    assert [line.text for line in source.lines] == ["I. VIỆC", f"{LONG}.", "II. HẾT"]
    assert "Trang 2 là hình chụp, không có chữ để đọc; phần đó phải gõ thêm." in source.remarks


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_desktop.importing.pdf.opened.MOST_PAGES", 2)
    with pytest.raises(UnreadableFileError, match="có 3 trang") as caught:
        read("Một #pagebreak() Hai #pagebreak() Ba")
    assert caught.value.advice


def test_who_waits_is_told_each_page_and_may_stop() -> None:
    clerk = Impatient(2)
    with pytest.raises(Stopped):
        pdf_lines(SourceFile("a.pdf", typeset("Một #pagebreak() Hai #pagebreak() Ba")), clerk)
    assert clerk.told == ["Trang 1 trong 3", "Trang 2 trong 3"]
