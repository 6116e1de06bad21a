"""The real plans kept beside the repository, when they are there, measured by the grader that lies with them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.importing.converting import converters
from thidua_desktop.importing.files import read_source
from thidua_desktop.importing.plan import read_plan
from thidua_desktop.importing.plan_json import to_json

LIBREOFFICE = next((one for one in converters() if one.name == "LibreOffice"), None)
SHARED = Path(__file__).parents[3] / "shared" / "plans"
PLANS = sorted(SHARED.glob("*.docx"))
OTHERS = sorted((SHARED / "other").glob("*.txt"))

BAR = {
    "words kept": 99.5,
    "words in order": 98,
    "headings found": 97,
    "headings right": 85,
    "levels right": 95,
    "target values found": 92,
    "target values right": 92,
    "assigned level found": 90,
    "qualitative targets found": 80,
    "movements found": 90,
    "movements right": 85,
    "legal bases found": 95,
    "commitments found": 85,
    "commitments right": 85,
    "phases right": 100,
    "recipients found": 97,
    "recipients right": 90,
    "header fields right": 80,
    "signer right": 100,
    "title right": 100,
    "year right": 100,
    "theme right": 100,
}


@pytest.mark.skipif(not PLANS, reason="the shared plans are not beside the repository")
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_real_plan_reaches_the_bar(path: Path, tmp_path: Path) -> None:
    graded = _graded(path, path, tmp_path)
    assert not _below(graded)
    assert graded["traps taken"] == 0


@pytest.mark.skipif(not PLANS or LIBREOFFICE is None, reason="the shared plans or LibreOffice are not here")
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_real_plan_as_a_pdf_reaches_the_bar_too(path: Path, tmp_path: Path) -> None:
    make = [LIBREOFFICE.program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    make += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(make, check=True, capture_output=True, timeout=100)
    graded = _graded(path, tmp_path / f"{path.stem}.pdf", tmp_path)
    assert not _below(graded)
    assert graded["traps taken"] == 0


def _graded(path: Path, read: Path, folder: Path) -> dict[str, float | None]:
    """What the grader says of the import of a file that holds the plan of ``path``."""
    out = folder / "out.json"
    out.write_text(json.dumps(to_json(read_plan(read_source(read)).plan), ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, SHARED / "grade.py", path.with_suffix(".expected.json"), out, "--source", path]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    graded: dict[str, float | None] = json.loads(said.splitlines()[-1])
    return graded


def _below(graded: dict[str, float | None]) -> dict[str, float]:
    return {name: value for name, least in BAR.items() if (value := graded[name]) is not None and value < least}


@pytest.mark.skipif(not OTHERS, reason="the shared documents are not beside the repository")
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_a_document_that_is_no_plan_keeps_its_letters(path: Path) -> None:
    reading = read_plan(read_source(path))
    aside = [line.text for line in reading.lines if not line.part]
    before, after = _letters(path.read_text(encoding="utf-8")), _letters(" ".join([*_texts(reading.plan), *aside]))
    assert not before - after


@pytest.mark.skipif(not OTHERS, reason="the shared documents are not beside the repository")
def test_the_wrapped_and_the_unwrapped_decision_import_alike() -> None:
    whole, broken = (read_plan(read_source(path)).plan for path in OTHERS if path.stem.startswith("A3"))
    assert _outline(whole) == _outline(broken)
    assert [t.values for t in whole.targets] == [t.values for t in broken.targets]
    assert whole.recipients == broken.recipients
    assert whole.signer == broken.signer


def _outline(plan: Plan) -> list[tuple[int, str, str | None]]:
    return [(s.level, s.marker, s.heading) for s in plan.all_sections()]


def _texts(plan: Plan) -> list[str]:
    out = [*plan.header, plan.doc_type, plan.title, *(p.text for p in (*plan.preamble, *plan.closing))]
    for section in plan.all_sections():
        out += [section.marker, section.heading or "", *(p.text for p in section.body)]
    out += [f"{r.name} {r.suffix or ''}" for r in plan.recipients]
    return [*out, plan.signer.authority or "", plan.signer.title or "", plan.signer.name or ""]


def _letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"[\W_]", "", fold(text).replace("noi nhan", "")))
