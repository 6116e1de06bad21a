"""Movements and campaigns known all over the country, by which a name without quotation marks is recognised.

They are those of ``resources/movements.toml`` and the beginnings of names in ``resources/movement_names.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from ...domain.movements import parse_movements
from ...domain.vietnamese import fold
from ...shipped import resource


def is_known(name: str) -> bool:
    """Whether a name begins as one of them does, however it is punctuated."""
    return _key(name).startswith(_known())


def is_only_movement(name: str) -> bool:
    """Whether nothing else bears a name with that beginning: no fund, no title, no model."""
    return _key(name).startswith(_only_movements())


def _key(name: str) -> str:
    return "".join(f"{word} " for word in re.findall(r"\w+", fold(name)))


@cache
def _known() -> tuple[str, ...]:
    register = parse_movements(_table("movements.toml"))
    return (
        *_only_movements(),
        *map(_key, _table("movement_names.toml")["others"]),
        *(_key(one.name) for one in register),
    )


@cache
def _only_movements() -> tuple[str, ...]:
    return tuple(map(_key, _table("movement_names.toml")["only_movements"]))


def _table(name: str) -> dict[str, list[str]]:
    return tomllib.loads(resource(name).read_text(encoding="utf-8"))
