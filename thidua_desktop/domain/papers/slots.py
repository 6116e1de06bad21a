"""Slots in words: ``{year}`` is shown as ``{năm thi đua}`` where the clerk writes the texts of a form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..bad_input import BadInput
from .field_names import Names
from .forms import SLOT

_MORE = re.compile(r"[:;]|, mỗi |, ví dụ")


def words_of(names: Names) -> dict[str, str]:
    """Name → short words for it, no two alike: without what explains them, if that is enough."""
    short = {name: _MORE.split(words)[0].strip() for name, words in names.items()}
    taken = list(short.values())
    return {name: one if one and taken.count(one) == 1 else names[name] for name, one in short.items()}


def in_words(template: str, names: Names) -> str:
    """The template as the clerk reads it."""
    words = words_of(names)
    return SLOT.sub(lambda slot: "{" + words.get(slot[1], slot[1]) + "}", template)


def from_words(text: str, names: Names) -> str:
    """The template of a text that the clerk wrote; raises :class:`BadInput` for a slot that the paper does not have."""
    known = _by_words(names)

    def stored(slot: re.Match[str]) -> str:
        name = slot[1] if slot[1] in names else known.get(slot[1].strip().casefold())
        if name is None:
            raise BadInput(f"Không có chỗ điền “{{{slot[1]}}}”.", "Chọn một chỗ trong danh sách “Chèn chỗ điền”.")
        return f"{{{name}}}"

    made = SLOT.sub(stored, text)
    if any(brace in SLOT.sub("", made) for brace in "{}"):
        raise BadInput("Có dấu { hoặc } lẻ.", "Bỏ dấu đó, hoặc chọn chỗ điền trong danh sách “Chèn chỗ điền”.")
    return made


def _by_words(names: Names) -> Mapping[str, str]:
    short = words_of(names)
    return {words.casefold(): name for name in names for words in (names[name], short[name])}
