"""What a command says."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]


def is_one_line(text: str) -> bool:
    return text.endswith("\n") and text.count("\n") == 1 and any(letter in text for letter in "ạảãáàệếộốụưđồêôă")
