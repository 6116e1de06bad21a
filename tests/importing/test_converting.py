"""Older kinds of files go through Word or LibreOffice; whatever those do, the program neither hangs nor fails."""

from __future__ import annotations

import io
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest

from tests.importing.impatient import Impatient, Stopped
from tests.importing.plan_texts import essence, read_docx, typed
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.importing import converting
from thidua_desktop.importing.converting import Converter, converters
from thidua_desktop.importing.errors import SAVE_AS_DOCX, UnreadableFileError
from thidua_desktop.importing.plan import read_plan
from thidua_desktop.shipped import resource

RTF = b"{\\rtf1\\ansi I. VI\\u7878?C\\par Treo c\\u7901?.}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument\0".encode("utf-16-le") + bytes(600)
HTML = "<html><body><h1>I. VIỆC</h1><p>Treo cờ.</p></body></html>".encode()
KINDS = {
    "doc": ("a.doc", OLE, "kiểu cũ (.doc)"),
    "rtf": ("a.rtf", RTF, "RTF"),
    "doc là rtf": ("a.doc", RTF, "RTF"),
    "doc là trang web": ("a.doc", HTML, "trang web"),
    "docx là doc": ("a.docx", OLE, "kiểu cũ"),
}  # fmt: skip


def a_docx() -> bytes:
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("I. VIỆC")
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Puts a stand-in for an office program in place; its argument is what the stand-in does with its own arguments."""
    if sys.platform == "win32":
        pytest.skip("the stand-in is a script")

    def install(body: str) -> None:
        program = tmp_path / "soffice"
        program.write_text(f"#!{sys.executable}\nimport sys, time, pathlib, subprocess\n{body}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setattr(converting, "converters", lambda: iter([Converter("LibreOffice", str(program))]))

    return install


@pytest.mark.parametrize(("name", "content", "says"), KINDS.values(), ids=KINDS)
def test_without_an_office_program_it_is_said_how_to_save(
    monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, says: str
) -> None:
    monkeypatch.setattr(converting, "converters", lambda: iter(()))
    with pytest.raises(UnreadableFileError) as caught:
        read_plan(SourceFile(name, content))
    assert says in caught.value.happened and "không có Word hay LibreOffice" in caught.value.happened
    assert caught.value.advice == SAVE_AS_DOCX


def test_what_the_program_makes_is_read_under_the_name_of_the_file(installed, tmp_path: Path) -> None:
    (tmp_path / "ready.docx").write_bytes(a_docx())
    installed(
        "folder = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "assert pathlib.Path(sys.argv[-1]).name == 'nguon.rtf' and '--headless' in sys.argv\n"
        "assert (folder / 'profile/user/registrymodifications.xcu').is_file()\n"
        f"(folder / 'nguon.docx').write_bytes(pathlib.Path({str(tmp_path / 'ready.docx')!r}).read_bytes())"
    )
    clerk = Impatient(1000)
    reading = read_plan(SourceFile("kế hoạch.doc", RTF), clerk)
    assert reading.plan.sections[0].heading == "VIỆC"
    assert "Tệp đã được chuyển sang .docx để đọc; tệp gốc vẫn giữ nguyên." in reading.doubts
    assert clerk.told[0] == "Đang chuyển sang .docx bằng LibreOffice"


FAILING = {
    "báo lỗi": "sys.exit(3)",
    "không làm gì": "pass",
    "ra tệp hỏng": "pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1], 'nguon.docx').write_bytes(b'PK')",
}


@pytest.mark.parametrize("body", FAILING.values(), ids=FAILING)
def test_a_program_that_does_not_manage_is_told_in_words(installed, body: str) -> None:
    installed(body)
    with pytest.raises(UnreadableFileError) as caught:
        read_plan(SourceFile("a.doc", OLE))
    assert caught.value.advice


def test_a_program_that_hangs_is_ended_with_all_it_started(installed, monkeypatch, tmp_path: Path) -> None:
    mark = tmp_path / "still here"
    child = f"import time, pathlib; time.sleep(3); pathlib.Path({str(mark)!r}).touch()"
    installed(f"subprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)")
    monkeypatch.setattr(converting, "TIMEOUT", 1.0)
    began = time.monotonic()
    with pytest.raises(UnreadableFileError, match="LibreOffice trên máy này không chuyển được"):
        read_plan(SourceFile("a.doc", OLE))
    assert time.monotonic() - began < 10
    time.sleep(3)
    assert not mark.exists()


def test_the_clerk_may_stop_a_program_that_takes_long(installed) -> None:
    installed("time.sleep(60)")
    began = time.monotonic()
    with pytest.raises(Stopped):
        read_plan(SourceFile("a.doc", OLE), Impatient(4))
    assert time.monotonic() - began < 10


def test_nothing_is_left_of_a_conversion(installed, monkeypatch, tmp_path: Path) -> None:
    installed("sys.exit(1)")
    folder = tmp_path / "tạm"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    with pytest.raises(UnreadableFileError):
        read_plan(SourceFile("a.doc", OLE))
    assert list(folder.iterdir()) == []


def test_word_is_asked_by_a_script_that_can_neither_ask_nor_run_macros(tmp_path: Path) -> None:
    command = Converter("Word", "powershell").command(tmp_path / "nguon.doc", tmp_path / "nguon.docx")
    script = Path(command[command.index("-File") + 1])
    assert script == resource("word_to_docx.ps1")
    assert command[-3:] == [str(tmp_path / "nguon.doc"), str(tmp_path / "nguon.docx"), str(tmp_path / "nguon.pid")]
    words = script.read_text(encoding="ascii")
    assert all(said in words for said in ("DisplayAlerts = 0", "AutomationSecurity = 3", "$word.Quit", "$pidFile"))


LIBREOFFICE = next((one for one in converters() if one.name == "LibreOffice"), None)


@pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt", "html", "dot"])
def test_libreoffice_brings_every_older_kind(ending: str, tmp_path: Path) -> None:
    document = typed()
    document.save(str(tmp_path / "ke-hoach.docx"))
    make = [LIBREOFFICE.program, f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless"]
    make += [
        "--convert-to",
        "doc" if ending == "dot" else ending,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "ke-hoach.docx"),
    ]
    subprocess.run(make, check=True, capture_output=True, timeout=100)
    made = tmp_path / f"ke-hoach.{'doc' if ending == 'dot' else ending}"
    reading = read_plan(SourceFile(f"ke-hoach.{ending}", made.read_bytes()))
    same, wanted = essence(reading.plan), essence(read_docx(document).plan)
    assert {name: same[name] for name in same if same[name] != wanted[name]} == {}


@pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed")
def test_an_older_file_that_is_damaged_is_told_in_words() -> None:
    for content in (OLE, b"{\\rtf1 " + b"{" * 5000, b"<html>"):
        try:
            assert read_plan(SourceFile("a.doc", content)).lines
        except UnreadableFileError as error:
            assert error.advice


def test_a_text_document_of_libreoffice_is_known_by_its_content() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    from thidua_desktop.importing.kinds import kind_of

    assert kind_of(stream.getvalue()) == "odt"
