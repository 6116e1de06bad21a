"""The page of judged findings says what the checker says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.importing.files import read_source
from thidua_desktop.importing.plan import read_plan
from thidua_desktop.services.plan import checking

ROOT = Path(__file__).parents[3]
CLEAN = sorted((ROOT / "tests" / "domain" / "checking" / "clean").glob("*.txt"))
REAL = sorted((ROOT.parent / "shared" / "plans").glob("*.docx"))
WORDS = 6  # of a quote that the page shows
MOST_WRONG = 2  # on a clean plan
LEAST_RIGHT = 0.9  # of all findings
LEAST_JUDGED = 0.9  # of the findings on a real plan, which the reader of files may see anew

Row = tuple[str, str]


def _page() -> dict[str, list[tuple[Row, str]]]:
    """Plan → its rows: code and words, and the verdict."""
    plans: dict[str, list[tuple[Row, str]]] = {}
    name = ""
    for line in (ROOT / "docs" / "findings-judged.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            name = line.removeprefix("## ").strip()
            plans[name] = []
        elif found := re.fullmatch(r"\| ([A-Z_]+) \| (.*?) ?\| (right|wrong) \| (.+) \|", line):
            plans[name].append(((found[1], found[2].strip()), found[3]))
    return plans


PAGE = _page()


def _said(path: Path) -> Counter[Row]:
    definitions = shipped_definitions()
    reading = read_plan(read_source(path))
    findings = checking.findings_in(reading, definitions.legal_acts, definitions.check_rules)
    return Counter((one.code, " ".join(one.quote.split()[:WORDS]).replace("|", "/")) for one in findings)


def test_at_least_five_plans_of_our_own_are_judged() -> None:
    assert len(CLEAN) >= 5
    assert {path.stem for path in CLEAN} <= set(PAGE)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_the_page_says_what_is_said_of_a_clean_plan(path: Path) -> None:
    judged = PAGE[path.stem]
    assert _said(path) == Counter(row for row, _ in judged)
    assert sum(verdict == "wrong" for _, verdict in judged) <= MOST_WRONG


@pytest.mark.skipif(not REAL, reason="the real plans are not beside the checkout")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_what_is_said_of_a_real_plan_is_judged(path: Path) -> None:
    said, judged = _said(path), Counter(row for row, _ in PAGE[path.stem])
    assert (said & judged).total() >= LEAST_JUDGED * max(said.total(), judged.total()), said ^ judged


def test_nearly_all_findings_are_right() -> None:
    verdicts = [verdict for rows in PAGE.values() for _, verdict in rows]
    assert len(verdicts) > 50
    assert verdicts.count("right") >= LEAST_RIGHT * len(verdicts)
