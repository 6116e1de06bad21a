"""Plans that are readable but odd, from the file to the data file: nothing of them is lost, and the clerk is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.cli.conftest import PLAN_TEXT
from tests.faults.conftest import is_whole
from tests.faults.saying import is_clear
from thidua_desktop import bootstrap, cli
from thidua_desktop.services.plan import plans

_Import = Callable[[Path], tuple[int, str]]


@pytest.fixture
def imported(data: Path, capsys: pytest.CaptureFixture[str]) -> _Import:
    """Imports a file by command: exit code and what it says."""

    def imported(path: Path) -> tuple[int, str]:
        code = cli.main(["--data", str(data), "import-plan", str(path)])
        out, err = capsys.readouterr()
        assert err == ""
        return code, out

    return imported


def stored(data: Path) -> str:
    with bootstrap.opened(data) as workspace:
        return repr(plans.plan(workspace, plans.plan_summaries(workspace)[-1].id))


def in_word(path: Path) -> docx.document.Document:
    made = docx.Document()
    for line in PLAN_TEXT.splitlines():
        made.add_paragraph(line)
    made.save(path)
    return made


def test_accents_written_apart_are_stored_together(imported: _Import, data: Path, plan_file: Path) -> None:
    plan_file.write_text(unicodedata.normalize("NFD", PLAN_TEXT), encoding="utf-8")
    assert imported(plan_file)[0] == 0
    assert "Nâng cao đời sống" in stored(data)


@pytest.mark.parametrize("heading", ["I. MỤC ĐÍCH\n", "II. CHỈ TIÊU\n", "- Thu ngân sách đạt 10 tỷ đồng.\n"])
def test_a_plan_without_a_heading_or_a_target_keeps_its_text(
    imported: _Import, data: Path, plan_file: Path, heading: str
) -> None:
    plan_file.write_text(PLAN_TEXT.replace(heading, ""), encoding="utf-8")
    assert imported(plan_file)[0] == 0
    assert "Nâng cao đời sống" in stored(data) and is_whole(data, plans_kept=2)


def test_words_that_are_no_plan_are_not_stored_and_that_is_said(imported: _Import, data: Path, plan_file: Path) -> None:
    plan_file.write_text("Sáng nay trời mưa.\n", encoding="utf-8")
    code, out = imported(plan_file)
    assert code == 1 and "Chưa lưu: tệp này không giống một kế hoạch." in out
    assert is_whole(data)


def test_a_table_and_tracked_changes_come_through(imported: _Import, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    made = in_word(path)
    place = next(p for p in made.paragraphs if p.text.startswith("Nâng cao"))
    for tag, inner, words in (("ins", "t", "chữ mới thêm"), ("del", "delText", "chữ đã bỏ")):
        place._p.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="1" w:author="Mẫu"><w:r><w:{inner}>{words}</w:{inner}></w:r></w:{tag}>'
            )
        )
    table = made.add_table(rows=2, cols=2)
    table.cell(1, 1).text = "98% hộ dân"
    place._p.addnext(table._tbl)
    made.save(path)
    assert imported(path)[0] == 0
    assert "chữ mới thêm" in stored(data) and "chữ đã bỏ" not in stored(data) and "98% hộ dân" in stored(data)


def test_a_plan_read_in_the_window_waits_for_room_on_the_disk(opened, ask, data, plan_file, qtbot):  # type: ignore[no-untyped-def]
    ask.answers = [plan_file]
    tab = opened.pages.tab
    tab.act_import.trigger()
    qtbot.waitUntil(lambda: opened.tasks.is_idle and tab.importing is not None)
    file = opened.context.workspace.file
    pages = file.query("PRAGMA page_count")[0][0]
    file.query(f"PRAGMA max_page_count={pages}")
    before = len(plans.plan_summaries(opened.context.workspace))
    reading = tab.importing
    reading.store()
    told = " ".join(label.text() for label in reading.message.findChildren(type(opened.status.saved)))
    assert "đã đầy" in told and is_clear(told.lstrip("! "))
    assert tab.importing is reading and len(plans.plan_summaries(opened.context.workspace)) == before
    file.query("PRAGMA max_page_count=1000000")
    reading.store()
    assert tab.importing is None
    opened.close()
    assert is_whole(data, plans_kept=2)
