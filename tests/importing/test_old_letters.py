"""Texts typed before Unicode: TCVN3 (ABC) and VNI, told by the font or by the letters themselves."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importing.old_codes import written
from tests.importing.pdf_files import by_hand, shown
from tests.importing.plan_texts import PLAN, essence, read_text
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.vietnamese import nfc
from thidua_desktop.importing.docx.reader import docx_lines
from thidua_desktop.importing.old_text.fonts import Code, code_of_font, converted
from thidua_desktop.importing.old_text.letters import OldLetters, code_of_text
from thidua_desktop.importing.old_text.syllables import is_syllable
from thidua_desktop.importing.plan import read_plan
from thidua_desktop.importing.sources import source_lines

SENTENCE = "Kế hoạch phát động phong trào thi đua năm 2026. Các đơn vị thực hiện tốt nhiệm vụ được giao."
TCVN3 = "KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua n¨m 2026. C¸c ®¬n vÞ thùc hiÖn tèt nhiÖm vô ®­îc giao."
VNI = "Keá hoaïch phaùt ñoäng phong traøo thi ñua naêm 2026. Caùc ñôn vò thöïc hieän toát nhieäm vuï ñöôïc giao."
SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ 0123456789.,;:()-/%"
CAPITALS = SMALL.upper()
_TONED = {char for char in CAPITALS if not char.isascii() and char not in "ĂÂĐÊÔƠƯ"}
LETTERS = {"tcvn3": SMALL + "ĂÂĐÊÔƠƯABCXYZ", "tcvn3 capitals": CAPITALS, "vni": SMALL + CAPITALS}


@pytest.mark.parametrize("code", LETTERS)
@settings(max_examples=200)
@given(data=st.data())
def test_a_text_written_in_an_old_code_reads_back(code: Code, data: st.DataObject) -> None:
    words = st.text(LETTERS[code], max_size=12).filter(lambda word: code != "tcvn3" or not word[:4].isupper())
    text = " ".join(["là", *data.draw(st.lists(words, max_size=8))])
    text = text.upper() if code == "tcvn3 capitals" else text
    assert converted(written(text, code), code) == text


@pytest.mark.parametrize(
    ("typed", "code", "read"),
    [
        (TCVN3, "tcvn3", SENTENCE),
        (VNI, "vni", SENTENCE),
        ("céng hßa x· héi chñ nghÜa viÖt nam", "tcvn3 capitals", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "vni", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("§ñY BAN NH¢N D¢N X· VÝ Dô", "tcvn3", "ĐỦY BAN NHÂN DÂN XÃ VÍ DỤ"),
        ("Aùp duïng, Yù kieán, UÛy ban", "vni", "Áp dụng, Ý kiến, Ủy ban"),
        ("§ång chÝ", "tcvn3", "Đồng chí"),
        ("\uf0a7\uf0e5ng ch\uf0dd", "tcvn3", "Đồng chí"),  # as Word keeps the letters of a font it takes for symbols
        ("®-îc, tr-êng, th-, T-, l-u; kinh tÕ-x· héi, 2-3", "tcvn3", "được, trường, thư, Tư, lưu; kinh tế-xã hội, 2-3"),
        ("đi ®i", "tcvn3", "đi đi"),  # a Unicode letter between old ones stays
        ("Nghị quyết số 5", "tcvn3", "Nghị quyết số 5"),  # Unicode in an old font stays
        ("", "vni", ""),
    ],
)  # fmt: skip
def test_what_is_typed_and_what_it_says(typed: str, code: Code, read: str) -> None:
    assert converted(typed, code) == read


@pytest.mark.parametrize("typed", [TCVN3, VNI])
def test_letters_that_vietnamese_windows_shows_otherwise(typed: str) -> None:
    """The same bytes under Windows-1258: "Ð" is "Đ" there, and some signs are tone marks of their own."""
    code = code_of_text(typed)
    assert converted(typed.encode("latin-1").decode("cp1258"), code) == SENTENCE


@pytest.mark.parametrize(
    ("font", "code"),
    [
        (".VnTime", "tcvn3"), (".VnTimeH", "tcvn3 capitals"), (".VnArial Narrow", "tcvn3"), (".VnTime,Bold", "tcvn3"),
        (".VnTimeH-BoldItalic", "tcvn3 capitals"), ("VNI-Times", "vni"), ("VNI Helve", "vni"), ("Times New Roman", ""),
        ("Verdana", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_font_tells_the_code(font: str, code: Code) -> None:
    assert code_of_font(font) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TCVN3, "tcvn3"),
        (VNI, "vni"),
        (SENTENCE, ""),
        ("Công ty Nestlé, Citroën và Škoda; 20 °C, 5 m × 6 m, café, Đà Nẵng", ""),
        ("Căn cứ Luật số 06/2022/QH15", ""),
        ("Le comité français a décidé où et à quelle heure; élève, forêt, maïs, naïf", ""),
        ("ThÞ", ""),  # too little to tell
    ],
)
def test_the_letters_tell_the_code(text: str, code: Code) -> None:
    assert code_of_text(text) == code


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("nghiêng", True), ("khuya", True), ("quyết", True), ("gì", True), ("Đường", True), ("thuở", True), ("yêu", True),
        ("ho¹ch", False), ("hoaïch", False), ("Citroën", False), ("tèt", True), ("áá", False), ("ngx", False),
    ],
)  # fmt: skip
def test_what_is_a_syllable(word: str, is_one: bool) -> None:
    assert is_syllable(word) is is_one


WESTERN = PLAN.replace("“", '"').replace("”", '"').replace("‰", "%o")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-16"])
def test_a_whole_text_file_in_vni_is_the_same_plan(encoding: str) -> None:
    reading = read_plan(SourceFile("a.txt", written(WESTERN, "vni").encode(encoding)))
    assert "Có chữ kiểu cũ VNI, đã đổi sang Unicode; nên đọc lướt lại các dấu." in reading.doubts
    assert essence(reading.plan) == essence(read_text(WESTERN).plan)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-16"])
def test_a_whole_text_file_in_tcvn3_keeps_every_letter(encoding: str) -> None:
    """A capital with a tone was typed small: only its case can be lost."""
    typed = "".join(char.lower() if char in _TONED else char for char in WESTERN)
    text = source_lines(SourceFile("a.txt", written(typed, "tcvn3").encode(encoding)))
    wanted = source_lines(SourceFile("a.txt", WESTERN.encode()))
    assert [line.text.casefold() for line in text.lines] == [line.text.casefold() for line in wanted.lines]
    assert "KẾ HOẠCH" in [line.text for line in text.lines]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("HÑND xaõ giao 12,5 tyû ñoàng.", "HĐND xã giao 12,5 tỷ đồng."),  # an abbreviation is no syllable in any code
        ("Soá: 07/KH-UBND", "Số: 07/KH-UBND"),  # could be Unicode, but nothing around it is
        ("CHUÛ TÒCH", "CHỦ TỊCH"),
        ("Đã ký", "Đã ký"),
        ("Citroën", "Citroën"),
    ],
)
def test_a_short_line_is_read_as_the_text_around_it(line: str, read: str) -> None:
    assert OldLetters([VNI, VNI, line]).read(line) == read


def test_a_short_line_in_a_text_of_today_stays_as_it_is() -> None:
    assert OldLetters([SENTENCE, SENTENCE, VNI]).read("Soá: hoá") == "Soá: hoá"


def word_file(runs: list[tuple[str, str]]) -> SourceFile:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, font in runs:
        run = paragraph.add_run(text)
        run.font.name = font
        run._r.rPr.rFonts.set(qn("w:hAnsi"), font)
    stream = io.BytesIO()
    document.save(stream)
    return SourceFile("a.docx", stream.getvalue())


def test_a_word_file_is_read_run_by_run() -> None:
    source = word_file(
        [
            ("ñy ban", ".VnTimeH"),
            (" nhân dân ", "Times New Roman"),
            ("x· VÝ Dô ", ".VnTime"),
            ("kính gửi ", "Arial"),
            ("ñoàng chí", "VNI-Times"),
        ]
    )
    text = docx_lines(source)
    assert [line.text for line in text.lines] == ["ỦY BAN nhân dân xã Ví Dụ kính gửi đồng chí"]
    assert text.remarks == ("Có chữ kiểu cũ TCVN3 (ABC) và VNI, đã đổi sang Unicode; nên đọc lướt lại các dấu.",)


def test_a_letter_and_its_mark_may_stand_in_two_runs() -> None:
    assert (
        docx_lines(word_file([("Ke", "VNI-Times"), ("á hoa", "VNI-Times"), ("ïch", "VNI-Times")])).lines[0].text
        == "Kế hoạch"
    )


@pytest.mark.parametrize("typed", [TCVN3, VNI])
def test_a_word_file_that_lost_its_fonts_is_told_by_its_letters(typed: str) -> None:
    document = docx.Document()
    for text in (typed, SENTENCE, "Kinh gui Citroën"):
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    assert [line.text for line in docx_lines(SourceFile("a.docx", stream.getvalue())).lines] == [
        SENTENCE,
        SENTENCE,
        "Kinh gui Citroën",
    ]


@pytest.mark.parametrize(
    ("font", "typed"), [(".VnTime", TCVN3), ("VNI-Times", VNI), ("Times-Roman", TCVN3), ("Times-Roman", VNI)]
)
def test_a_pdf_in_old_letters(font: str, typed: str) -> None:
    text = source_lines(SourceFile("a.pdf", by_hand(shown(typed, size=9), font=font)))
    assert [line.text for line in text.lines] == [SENTENCE]
    assert any("đã đổi sang Unicode" in remark for remark in text.remarks)


def test_a_foreign_name_stays_as_it_is() -> None:
    reading = read_text(f"{PLAN}\nCông ty Nestlé, Citroën, 20 °C, 5 m × 6 m.")
    assert not any("chữ kiểu cũ" in doubt for doubt in reading.doubts)
    assert any("Citroën" in line.text for line in reading.lines)


def test_the_tables_hold_every_letter_once() -> None:
    marked = [char for char in SMALL if ord(char) > 127]
    for code in ("tcvn3", "vni"):
        signs = [written(char, code) for char in marked]
        assert len(set(signs)) == len(marked) == 67
        assert nfc("".join(converted(sign, code) for sign in signs)) == "".join(marked)


def test_signs_of_windows_stand_between_old_letters() -> None:
    typed = f"{TCVN3} “A” – 5‰".encode("cp1252", "ignore")
    assert source_lines(SourceFile("a.txt", typed)).lines[0].text == f"{SENTENCE} “A” – 5‰"
