"""Roman numbers, as sections, congresses and automatic numbers are counted."""

from __future__ import annotations

_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SIGNS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(number: int) -> str:
    """1 → "I", 4 → "IV"; "" under 1."""
    text = ""
    for value, sign in _SIGNS:
        text += sign * (number // value)
        number %= value
    return text


def roman_value(text: str) -> int:
    """The value of "IV" or "iv", also of one that is written wrongly ("IIII" is 4); 0 for other letters and for ""."""
    values = [_DIGITS.get(letter, 0) for letter in text.upper()]
    if not values or not all(values):
        return 0
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
