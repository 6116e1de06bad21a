"""Any text at all imports without an exception and without losing a word."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importing.plan_texts import BODY, HEADER, PLAN, RECIPIENTS, SIGNATURE, TITLE, read_docx, read_text
from thidua_desktop.domain.plan.plans import PlanReading, SourceFile
from thidua_desktop.domain.vietnamese import fold, nfc
from thidua_desktop.importing.plan import read_plan
from thidua_desktop.importing.plan_json import to_json

_FRAGMENTS = [line for part in (HEADER, TITLE, BODY, RECIPIENTS, SIGNATURE) for line in part.split("\n")] + [
    "PHẦN THỨ NHẤT", "A.", "I.", "1.1.", "a)", "a) b) c)", "- ", "+ Một việc", "Nơi nhận:", "TM.", "KT. CHỦ TỊCHPHÓ CHỦ TỊCHTrần Văn A",
    "KẾ HOẠCH", "KẾ HOẠCHPhát động", "Số: /KH-UBND", "ngày tháng năm", "1", "2", "3", "| a | b |", "a | b", "“", "”", '"', "(", "Điều 1.",
    "Tỷ lệ: 5%; 6%, 7% và 8%", "Trong đó:", "Đợt 1: từ ngày 31/02/2026 đến ngày 99/99/2026", "chủ đề “”", "năm 2026",
    "phong trào thi đua “", "Cam kết của các đơn vị", "CHỈ TIÊU", "Hội Nông dân:", "Đề nghị", "Giao", "Căn cứ", "Luật số 1/2", "12345678901234567890 đồng",
]  # fmt: skip
# signs that stand for other letters in the codes of before Unicode, see test_old_letters
_OLD_SIGNS = "äåæçëîïðñöøûüþÿÄÅÆÇËÎÏÐÑÖØÛÜÞß®¸µ¶·¹¨©ª¬×÷"
_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters=_OLD_SIGNS)
_LINE = st.one_of(st.sampled_from(_FRAGMENTS), st.text(_LETTERS, max_size=60))
_TEXT = st.lists(_LINE, min_size=1, max_size=25).map("\n".join).filter(lambda text: re.search(r"[^\W_]", nfc(text)))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(nfc(text)))


def shown(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from shown(part)


def read_words(reading: PlanReading) -> Counter[str]:
    """The words of every text part of the import, each part once, and the page numbers that the remarks name."""
    plan = to_json(reading.plan)
    parts = [
        plan[key] for key in ("header", "doc_type", "title", "preamble", "sections", "closing", "recipients", "signer")
    ]
    aside = [line.text for line in reading.lines if not line.part]
    return Counter(words(" ".join([*shown(parts), *aside])))


def lost(text: str, reading: PlanReading) -> Counter[str]:
    """The letters lost: words may be cut where they were glued together, so the comparison is by letters."""
    text = re.sub(r"(?i)nơi\s+nhận", " ", nfc(text))
    before = Counter("".join(words(text)))
    return before - Counter("".join(read_words(reading).elements()))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXT)
def test_no_word_of_a_text_file_is_lost(text: str) -> None:
    assert not lost(text, read_text(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_LINE, min_size=1, max_size=12).filter(lambda lines: re.search(r"[^\W_]", nfc("".join(lines)))))
def test_no_word_of_a_word_file_is_lost(lines: list[str]) -> None:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(re.sub(r"[\ufffe\uffff]", "", line))
    assert not lost("\n".join(lines), read_docx(document))


# What the paper's own font draws; a sign it lacks comes from another font or not at all, which is no matter of reading.
_PRINTED = st.text(sorted({*"".join(_FRAGMENTS), *"abcxyzđĐ0123456789.,;:/-–()%“”'*+=&"}), max_size=90)
_PAPER = '#set page(margin: 25mm, numbering: "1")\n#set text(font: "Liberation Serif", size: 13pt)\n#for line in json(bytes(sys.inputs.lines)) [#line\n\n]'


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PRINTED, min_size=1, max_size=40).filter(lambda lines: re.search(r"[^\W_]", "".join(lines))))
def test_no_word_of_a_pdf_is_lost(lines: list[str]) -> None:
    pdf = typst.compile(_PAPER.encode(), sys_inputs={"lines": json.dumps(lines)})
    assert not lost("\n".join(lines), read_plan(SourceFile("a.pdf", pdf)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXT)
def test_the_words_of_a_text_file_keep_their_order(text: str) -> None:
    """Header, title, opening, sections and what follows them: one after the other as in the source."""
    plan = to_json(read_text(text).plan)
    foot = {word for line in text.split("\n") if re.search(r"(?i)kèm theo", line) for word in words(line)}
    parts = [plan[key] for key in ("header", "doc_type", "title", "preamble", "sections")]
    read = [word for word in words(" ".join(shown(parts))) if word not in foot]
    letters = iter("".join(words(nfc(text))))
    assert all(letter in letters for letter in "".join(read))


def test_every_word_of_a_plan_stands_in_its_part() -> None:
    reading = read_text(PLAN)
    assert all(line.part for line in reading.lines)
    assert not lost(PLAN, reading)
