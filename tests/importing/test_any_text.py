"""Any text at all imports without an exception and without losing a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importing.plan_texts import BODY, HEADER, PLAN, RECIPIENTS, SIGNATURE, TITLE, read_docx, read_text
from thidua_desktop.domain.plans import PlanReading
from thidua_desktop.domain.vietnamese import fold, nfc
from thidua_desktop.importing.old_letters import SIGNS
from thidua_desktop.importing.plan_json import to_json

_FRAGMENTS = [line for part in (HEADER, TITLE, BODY, RECIPIENTS, SIGNATURE) for line in part.split("\n")] + [
    "PHẦN THỨ NHẤT", "A.", "I.", "1.1.", "a)", "a) b) c)", "- ", "+ Một việc", "Nơi nhận:", "TM.", "KT. CHỦ TỊCHPHÓ CHỦ TỊCHTrần Văn A",
    "KẾ HOẠCH", "KẾ HOẠCHPhát động", "Số: /KH-UBND", "ngày tháng năm", "1", "2", "3", "| a | b |", "a | b", "“", "”", '"', "(", "Điều 1.",
    "Tỷ lệ: 5%; 6%, 7% và 8%", "Trong đó:", "Đợt 1: từ ngày 31/02/2026 đến ngày 99/99/2026", "chủ đề “”", "năm 2026",
    "phong trào thi đua “", "Cam kết của các đơn vị", "CHỈ TIÊU", "Hội Nông dân:", "Đề nghị", "Giao", "Căn cứ", "Luật số 1/2", "12345678901234567890 đồng",
]  # fmt: skip
# letters of before Unicode are refused, see test_bad_files
_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters=SIGNS)
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


def test_every_word_of_a_plan_stands_in_its_part() -> None:
    reading = read_text(PLAN)
    assert all(line.part for line in reading.lines)
    assert not lost(PLAN, reading)
