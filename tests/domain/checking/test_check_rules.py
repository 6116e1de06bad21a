"""The word lists as they ship, and what is said about a bad one."""

from __future__ import annotations

from typing import Any

import pytest

from thidua_desktop.domain.checking import CheckRules, parse_check_rules
from thidua_desktop.domain.vietnamese import nfc


def test_there_are_29_kinds_of_paper(rules: CheckRules) -> None:
    assert len(rules.doc_types) == len({one.name for one in rules.doc_types}) == 29


def test_no_word_is_both_always_and_never_doubled(rules: CheckRules) -> None:
    assert not set(rules.doubled) & set(rules.reduplications)


def test_lists_are_composed_letters_without_repeats(rules: CheckRules) -> None:
    for words in (rules.reduplications, rules.closing_words, rules.units, rules.abbreviations):
        assert len(set(words)) == len(words)
        assert [nfc(word) for word in words] == list(words)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("closing_words", None, "thiếu mục “closing_words”"),
        ("units", "ha", "“units” phải là danh sách"),
        ("units", ["ha", ""], "“units” phải là danh sách"),
        ("report_late_days", -1, "“report_late_days” phải là số ngày"),
        ("report_late_days", True, "“report_late_days” phải là số ngày"),
        ("sum_tolerance", 2.0, "“sum_tolerance” phải là số thập phân"),
        ("doubled", {"của": "cải"}, "“doubled.của” phải là danh sách"),
        ("doubled", [], "“doubled” phải là một bảng"),
        ("slips", {}, "“slips” phải là danh sách [[slips]]"),
        ("slips", [{"wrong": "a", "right": "b"}, {"wrong": "a"}], "“slips”, dòng thứ 2: thiếu “right”"),
        ("slips", [{"wrong": "a", "right": "b", "more": "c"}], "“slips”, dòng thứ 1: không có ô “more”"),
        ("slips", ["a"], "“slips”, dòng thứ 1 phải là một bảng"),
        ("doc_types", [{"name": 5}], "“doc_types”, dòng thứ 1, ô “name” phải là"),
        ("colours", [], "không có mục “colours”"),
    ],
)
def test_the_first_bad_place_is_named(rule_table: dict[str, Any], key: str, value: object, words: str) -> None:
    table = {**rule_table, key: value}
    if value is None:
        del table[key]
    with pytest.raises(ValueError) as caught:
        parse_check_rules(table)
    assert words in str(caught.value)
