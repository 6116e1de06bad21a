"""The provinces the first start offers, from ``resources/provinces.toml``."""

from __future__ import annotations

import tomllib

from thidua_desktop.shipped import resource

SOURCE = resource("provinces.toml")


def provinces() -> list[str]:
    """ "thành phố Hà Nội", "tỉnh An Giang" …: cities first, then provinces by name."""
    content = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return [f"thành phố {name}" for name in content["cities"]] + [f"tỉnh {name}" for name in content["provinces"]]
