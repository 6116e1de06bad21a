from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from thidua_desktop.domain.checking import CheckRules, parse_check_rules
from thidua_desktop.domain.legal_acts import LegalAct, parse_legal_acts

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="session")
def rule_table() -> dict[str, Any]:
    table: dict[str, Any] = {}
    for path in sorted((RESOURCES / "checking").glob("*.toml")):
        table |= tomllib.loads(path.read_text(encoding="utf-8"))
    return table


@pytest.fixture(scope="session")
def rules(rule_table: dict[str, Any]) -> CheckRules:
    return parse_check_rules(rule_table)


@pytest.fixture(scope="session")
def acts() -> tuple[LegalAct, ...]:
    return parse_legal_acts(tomllib.loads((RESOURCES / "legal_acts.toml").read_text(encoding="utf-8")))
