"""The commands take every kind of file a plan comes in, and say in one line what they cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PLAN_TEXT
from tests.cli.saying import Run, is_one_line
from tests.importing.old_codes import written
from tests.importing.pdf_files import PICTURE, by_hand, typeset
from thidua_desktop import bootstrap
from thidua_desktop.importing import converting
from thidua_desktop.services.plan import plans


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.pdf"
    lines = (line.replace("- ", "\\- ").replace("  ", " ") for line in PLAN_TEXT.splitlines())
    path.write_bytes(typeset("#set par(first-line-indent: 0pt)\n" + "\n\n".join(lines)))
    return path


def test_a_pdf_is_read_and_stored_with_its_file(run: Run, data: Path, pdf: Path) -> None:
    code, out, _ = run("--data", data, "import-plan", pdf, "--json")
    assert code in (0, 1)
    assert [target["values"][0]["value"] for target in json.loads(out)["targets"]] == [10]
    with bootstrap.opened(data) as desk:
        stored = max(plans.plan_summaries(desk), key=lambda plan: plan.id)
        assert plans.source_file(desk, stored.id).content == pdf.read_bytes()


def test_a_pdf_is_checked(run: Run, pdf: Path) -> None:
    code, out, _ = run("check", pdf)
    assert code == 1
    assert "“của của”" in out


def test_a_file_in_old_letters_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes(written(PLAN_TEXT, "vni").encode("latin-1"))
    code, out, _ = run("import-plan", path, "--json")
    assert code == 0
    assert json.loads(out)["title"] == "Phát động phong trào thi đua năm 2026"


@pytest.mark.parametrize("command", ["import-plan", "check"])
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("quét.pdf", by_hand(PICTURE), "đây là bản chụp, không có chữ"),
        ("cũ.doc", b"{\\rtf1 a}", "Lưu thành (Save As)"),
        ("hỏng.pdf", b"%PDF-1.7", "bị hỏng"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str, content: bytes, says: str
) -> None:
    monkeypatch.setattr(converting, "converters", lambda: iter(()))
    path = tmp_path / name
    path.write_bytes(content)
    code, out, err = run(command, path)
    assert (code, out) == (2, "")
    assert says in err and is_one_line(err)
