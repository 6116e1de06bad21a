"""The register of documents as it ships, and what it says about a bad row."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from thidua_desktop.domain.legal_acts import LegalAct, parse_legal_acts

SHIPPED = Path(__file__).parents[2] / "resources" / "legal_acts.toml"
GOOD = {"kind": "Luật", "number": "01/2020/QH14", "title": "Luật Ví dụ", "source": "bịa để thử"}


def shipped() -> tuple[LegalAct, ...]:
    return parse_legal_acts(tomllib.loads(SHIPPED.read_text(encoding="utf-8")))


def test_what_is_called_checked_was_seen_in_the_act_itself_or_the_national_database() -> None:
    elsewhere = re.compile(r"\b[a-z0-9]+\.(vn|net|com)\b|báo|Sở |đăng lại|dẫn lại")
    assert {act.number: act.source for act in shipped() if act.is_checked and elsewhere.search(act.source)} == {}


def test_every_replacement_stands_in_the_register_too() -> None:
    acts = shipped()
    numbers = {act.number for act in acts}
    assert {act.replaced_by for act in acts if act.replaced_by} <= numbers


@pytest.mark.parametrize(
    ("number", "last_day", "replaced_by", "checked"),
    [
        ("15/2003/QH11", "2023-12-31", "06/2022/QH15", True),
        ("06/2022/QH15", None, "", True),
        ("91/2017/NĐ-CP", "2023-12-31", "98/2023/NĐ-CP", False),
        ("98/2023/NĐ-CP", "2025-06-30", "152/2025/NĐ-CP", True),
        ("01/2024/TT-BNV", "2025-08-04", "15/2025/TT-BNV", True),
        ("34-CT/TW", None, "41-CT/TW", False),
    ],
)
def test_last_days_of_the_acts_plans_cite_most(
    number: str, last_day: str | None, replaced_by: str, checked: bool
) -> None:
    act = next(act for act in shipped() if act.number == number)
    assert (act.valid_to, act.replaced_by, act.is_checked) == (last_day, replaced_by, checked)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({}, "danh sách"),
        ({"act": [GOOD], "acts": []}, "danh sách"),
        ({"act": ["Luật"]}, "văn bản thứ 1"),
        ({"act": [GOOD, {**GOOD, "number": ""}]}, "văn bản thứ 2: thiếu “number”"),
        ({"act": [{**GOOD, "sourse": "x"}]}, "văn bản thứ 1 (01/2020/QH14): không có ô “sourse”"),
        ({"act": [{**GOOD, "date": "2020-01-01"}]}, "“date” phải là ngày"),
        ({"act": [{**GOOD, "title": 5}]}, "“title” phải là chữ"),
        ({"act": [{**GOOD, "mark": "đúng"}]}, "“mark” phải là"),
        ({"act": [{**GOOD, "valid_from": date(2020, 2, 1), "valid_to": date(2020, 1, 1)}]}, "trước"),
        ({"act": [GOOD, GOOD]}, "văn bản thứ 2 (01/2020/QH14): số, ký hiệu này đã có"),
    ],
)
def test_a_bad_row_is_named(table: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_legal_acts(table)
    assert words in str(caught.value)
