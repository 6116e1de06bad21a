"""Stores where LibreOffice breaks the lines and pages of the sample papers: ``python dev.py lines``.

Needs ``soffice``. Writes tests/golden/lines/NAME.json for the made-up papers and says how the PDFs compare; the plans
in ../shared/plans, when they are there, are compared but never stored.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.golden.lines_tool import Pages, breaks, flowing, page_starts, pdf_lines, slack
from tests.golden.samples import ROOT, documents, form
from thidua_desktop.domain.papers.blocks import Document
from thidua_desktop.domain.papers.plan_paper import plan_paper
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.exporting import docx, pdf

LINES = Path(__file__).with_name("lines")
SHARED = ROOT.parent / "shared" / "plans"


def office_lines(documents: dict[str, Document]) -> dict[str, Pages]:
    """The lines of each document as LibreOffice breaks its .docx."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise SystemExit("LibreOffice (soffice) is needed to store lines.")
    with tempfile.TemporaryDirectory() as folder:
        for name, document in documents.items():
            Path(folder, f"{name}.docx").write_bytes(docx.render(document))
        files = [str(file) for file in sorted(Path(folder).glob("*.docx"))]
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return {name: pdf_lines(Path(folder, f"{name}.pdf").read_bytes()) for name in documents}


def shared_documents() -> dict[str, Document]:
    """The real plans as this program lays them out."""
    from thidua_desktop.importing.plan import read_plan

    plan = form("plan")
    files = sorted(SHARED.glob("*.docx"))
    return {
        file.stem: plan_paper(read_plan(SourceFile(file.name, file.read_bytes())).plan, None, plan) for file in files
    }


def compared(name: str, document: Document, office: Pages) -> str:
    """One line: pages, paragraphs that break alike, and how near to the measure the others are."""
    ours = pdf_lines(pdf.render(document))
    paragraphs = list(flowing(document))
    pairs = list(zip(paragraphs, breaks(office, paragraphs), breaks(ours, paragraphs), strict=True))
    others = [slack(paragraph, one, other) for paragraph, one, other in pairs if one != other]
    starts = sum(a == b for a, b in zip(page_starts(office), page_starts(ours), strict=False))
    return (
        f"{name}: pages {len(office)}/{len(ours)}, beginning alike {starts}, paragraphs alike "
        f"{len(pairs) - len(others)}/{len(pairs)}, others within {max(others, default=0.0):.3f} pt"
    )


def main(own_only: bool = False) -> int:
    """Stores the lines of the made-up papers and prints how all of them compare."""
    own = documents()
    LINES.mkdir(exist_ok=True)
    for name, lines in office_lines(own).items():
        (LINES / f"{name}.json").write_text(
            json.dumps(lines, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
        )
        print(compared(name, own[name], lines))
    if SHARED.is_dir() and not own_only:
        real = shared_documents()
        for name, lines in office_lines(real).items():
            print(compared(name, real[name], lines))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(own_only="--own" in sys.argv))
