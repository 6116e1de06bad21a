"""Files that are not what their name says, damaged, hostile, locked: one clear sentence each, and what to do."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from tests.importing.plan_texts import PLAN
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plans import SourceFile
from thidua_desktop.importing import docx_package, files
from thidua_desktop.importing.errors import UnreadableFileError
from thidua_desktop.importing.files import read_source
from thidua_desktop.importing.plan import read_plan

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DOCUMENT = "word/document.xml"


def docx_bytes(text: str = "I. MỤC ĐÍCH") -> bytes:
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


def changed(parts: dict[str, bytes | None]) -> bytes:
    """A .docx with some parts replaced or (None) left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_bytes())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(part for part in parts if part not in old.namelist())]:
            content = parts[name] if name in parts else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


BOMB = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body></w:document>"""

BAD = {
    "hình đổi đuôi": ("a.docx", b"\xff\xd8\xff\xe0" + bytes(100), "hình ảnh"),
    "hình PNG": ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(100), "hình ảnh"),
    "pdf": ("a.docx", b"%PDF-1.7\n...", "PDF"),
    "Word cũ": ("a.docx", OLE, "kiểu cũ"),
    "rtf": ("a.docx", b"{\\rtf1\\ansi K\\u7871 ho\\u7841ch}", "RTF"),
    "trang web": ("a.docx", b"<!DOCTYPE html><html><body>x</body></html>", "trang web"),
    "mật khẩu": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "trống": ("a.docx", b"", "trống"),
    "chữ đổi đuôi": ("a.docx", "Kế hoạch".encode(), "không phải văn bản Word"),
    "zip cắt cụt": ("a.docx", docx_bytes()[:2000], "hỏng"),
    "zip rỗng ruột": ("a.docx", b"PK\x03\x04" + bytes(50), "hỏng"),
    "thiếu nội dung": ("a.docx", changed({DOCUMENT: None}), "thiếu phần nội dung"),
    "xml hỏng": ("a.docx", changed({DOCUMENT: b"<w:document><w:body>"}), "hỏng"),
    "bom xml": ("a.docx", changed({DOCUMENT: BOMB}), "gây hại"),
    "không chữ": ("a.docx", docx_bytes(""), "không có chữ"),
    "txt nhị phân": ("a.txt", bytes(range(256)) * 8, "không phải tệp chữ"),
    "txt là docx": ("a.txt", docx_bytes(), "không phải tệp chữ"),
    "txt toàn dấu cách": ("a.txt", b" \n\n ", "không có chữ"),
    "đuôi lạ": ("a.odt", "Kế hoạch".encode(), "không phải văn bản Word"),
    "bảng tính": ("a.xlsx", docx_bytes(), "bảng tính Excel"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "says"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_in_words(name: str, content: bytes, says: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_plan(SourceFile(name, content))
    assert says in caught.value.happened
    assert caught.value.advice
    assert isinstance(caught.value, KnownError)


OLD_LETTERS = {
    "TCVN3": "KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua n¨m 2026. C¸c ®¬n vÞ thùc hiÖn tèt nhiÖm vô ®­îc giao.",
    "VNI": "Keá hoaïch phaùt ñoäng phong traøo thi ñua naêm 2026. Caùc ñôn vò thöïc hieän toát nhieäm vuï ñöôïc giao.",
}


@pytest.mark.parametrize("text", OLD_LETTERS.values(), ids=OLD_LETTERS)
def test_letters_of_before_unicode_are_refused_in_words(text: str) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    for name, content in (
        ("a.txt", text.encode("latin-1")),
        ("a.txt", text.encode("utf-8")),
        ("a.docx", stream.getvalue()),
    ):
        with pytest.raises(UnreadableFileError, match="chữ kiểu cũ") as caught:
            read_plan(SourceFile(name, content))
        assert "Unicode" in caught.value.advice


def test_one_paragraph_in_old_letters_is_a_doubt_and_a_foreign_name_is_none() -> None:
    mixed = read_plan(SourceFile("a.txt", f"{PLAN}\n{OLD_LETTERS['TCVN3']}".encode()))
    assert any("chữ kiểu cũ" in doubt for doubt in mixed.doubts)
    named = read_plan(SourceFile("a.txt", f"{PLAN}\nCông ty Nestlé, Citroën, 20 °C, 5 m × 6 m.".encode()))
    assert not any("chữ kiểu cũ" in doubt for doubt in named.doubts)


def test_a_zip_bomb_is_refused_by_its_declared_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MAX_PART_BYTES", 10_000)
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        read_plan(SourceFile("a.docx", changed({DOCUMENT: b"<a>" + b" " * 100_000 + b"</a>"})))


def test_a_password_on_the_zip_is_named() -> None:
    content = bytearray(docx_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(mark, at + 1)
    with pytest.raises(UnreadableFileError, match="mật khẩu"):
        read_plan(SourceFile("a.docx", bytes(content)))


@pytest.mark.parametrize(
    "part", ["_rels/.rels", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"]
)
@pytest.mark.parametrize("content", [None, b"<broken"], ids=["thiếu", "hỏng"])
def test_a_broken_part_beside_the_text_does_not_stop_the_import(part: str, content: bytes | None) -> None:
    reading = read_plan(SourceFile("a.docx", changed({part: content})))
    assert reading.plan.sections[0].heading == "MỤC ĐÍCH"


def test_a_file_is_read_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch 2026.txt"
    path.write_text(PLAN, encoding="utf-8")
    source = read_source(path)
    assert (source.name, read_plan(source).plan.year) == ("kế hoạch 2026.txt", 2026)


def test_a_missing_file_a_folder_and_an_empty_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "trống.docx").touch()
    for path, says in (
        (tmp_path / "không có.docx", "Không còn"),
        (tmp_path, "thư mục"),
        (tmp_path / "trống.docx", "trống"),
    ):
        with pytest.raises(UnreadableFileError, match=says):
            read_source(path)


def test_a_file_of_100_mb_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lớn.docx"
    with path.open("wb") as stream:
        stream.truncate(100 * 2**20)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    with pytest.raises(UnreadableFileError, match="quá lớn \\(100 MB"):
        read_source(path)
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        read_plan(SourceFile("lớn.docx", bytes(files.MAX_BYTES + 1)))


@pytest.mark.parametrize(
    ("fault", "says"),
    [(PermissionError(13, "denied"), "không cho đọc"), (OSError(5, "I/O error"), "từ ổ đĩa")],
    ids=["khóa", "USB lỗi"],
)
def test_a_file_the_system_does_not_give_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, says: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")

    def refuse(_: Path) -> bytes:
        raise fault

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableFileError, match=says):
        read_source(path)


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere nobody is kept from reading an open file")
def test_a_file_another_program_holds_is_named(tmp_path: Path) -> None:
    import _winapi

    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    alone = _winapi.CreateFile(str(path), _winapi.GENERIC_READ, 0, 0, _winapi.OPEN_EXISTING, 0, 0)
    with pytest.raises(UnreadableFileError, match="đang mở") as caught:
        read_source(path)
    _winapi.CloseHandle(alone)
    assert "Word" in caught.value.advice
