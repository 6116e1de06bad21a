"""Amounts of đồng in words, as they stand on a paper about money: "Hai triệu năm trăm ba mươi nghìn đồng"."""

from __future__ import annotations

from .vietnamese import NUMBER_WORDS

_DIGITS = ("không", *NUMBER_WORDS[:9])
_GROUPS = ("", "nghìn", "triệu", "tỷ")


def in_words(amount: int) -> str:
    """A sum from 0 on in words, with a capital and "đồng": 1005 → "Một nghìn không trăm lẻ năm đồng"."""
    if amount < 0:
        raise ValueError("a sum below 0")
    words = _number(amount) or [_DIGITS[0]]
    text = " ".join(words)
    return f"{text[:1].upper()}{text[1:]} đồng"


def _number(number: int, whole: bool = False) -> list[str]:
    """The words of a number, none for 0; ``whole`` says zeros before its first figure too (after a higher group)."""
    billions, rest = divmod(number, 10**9)
    words: list[str] = [*_number(billions, whole), _GROUPS[3]] if billions else []
    whole = whole or bool(words)
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            words += [*_three(group, whole), *([_GROUPS[power]] if power else [])]
            whole = True
    return words


def _three(number: int, whole: bool) -> list[str]:
    """The words of a group of three figures; ``whole`` says its leading zeros."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or whole else []
    if tens == 0 and ones:
        return [*words, "lẻ", _DIGITS[ones]] if words else [_DIGITS[ones]]
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [_DIGITS[tens], "mươi"]
    if ones == 1 and tens > 1:
        words.append("mốt")
    elif ones == 5 and tens:
        words.append("lăm")
    elif ones:
        words.append(_DIGITS[ones])
    return words
