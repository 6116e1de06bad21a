from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from thidua_desktop.domain.rules import Law
from thidua_desktop.domain.rules.pack_parsing import parse_law
from thidua_desktop.domain.rules.row_reading import LawFile

FOLDER = Path(__file__).parents[3] / "resources" / "law"


@pytest.fixture(scope="session")
def law_texts() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.toml"))}


@pytest.fixture(scope="session")
def law(law_texts: dict[str, str]) -> Law:
    law, problems = parse_law({name: LawFile(name, tomllib.loads(text), text) for name, text in law_texts.items()})
    assert problems == ()
    return law
