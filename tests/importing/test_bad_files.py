"""Files that are not what their name says, damaged, hostile, locked: one clear sentence each, and what to do."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from tests.importing.pdf_files import DOT, LOCKED, PICTURE, by_hand, shown
from tests.importing.plan_texts import PLAN
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.importing import converting, files
from thidua_desktop.importing.docx import package as docx_package
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


def archive(*names: str, **contents: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in names:
            package.writestr(name, "x")
        for name, content in contents.items():
            package.writestr(name, content)
    return stream.getvalue()


def pictures_only() -> bytes:
    stream = io.BytesIO()
    document = docx.Document()
    for _ in range(3):
        document.add_picture(io.BytesIO(DOT))
    document.save(stream)
    return stream.getvalue()


def ole(stream: str) -> bytes:
    return OLE + f"{stream}\0".encode("utf-16-le") + bytes(600)


DEEP = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' + b"<w:p>" * 5000
ODF = "application/vnd.oasis.opendocument."
LOCKED_DOC = OLE[:8] + bytes(504) + b"\xec\xa5" + bytes(8) + b"\x00\x01" + bytes(100)
LOCKED_XLS = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12) + b"\x2f\x00\x36\x00" + bytes(60)
MANIFEST = "META-INF/manifest.xml"

BAD = {
    "hình đổi đuôi": ("a.docx", b"\xff\xd8\xff\xe0" + bytes(100), "hình ảnh"),
    "hình PNG": ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(100), "hình ảnh"),
    "hình đổi thành pdf": ("a.pdf", b"\xff\xd8\xff\xe0" + bytes(100), "hình ảnh"),
    "pdf hỏng": ("a.docx", b"%PDF-1.7\n...", "hỏng"),
    "pdf chỉ có hình": ("a.pdf", by_hand(PICTURE), "bản chụp, không có chữ"),
    "Word cũ": ("a.docx", ole("WordDocument"), "kiểu cũ"),
    "rtf": ("a.docx", b"{\\rtf1\\ansi K\\u7871 ho\\u7841ch}", "RTF"),
    "trang web": ("a.docx", b"<!DOCTYPE html><html><body>x</body></html>", "trang web"),
    "trang web gộp": ("a.doc", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "trang web"),
    "Word XML": ("a.doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "XML"),
    "LibreOffice": ("a.docx", archive(mimetype=f"{ODF}text"), "LibreOffice"),
    "mật khẩu": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "mật khẩu trên .doc": ("a.doc", LOCKED_DOC, "mật khẩu"),
    "mật khẩu trên .xls": ("a.xls", ole("Workbook") + LOCKED_XLS, "mật khẩu"),
    "mật khẩu của LibreOffice": ("a.odt", archive(mimetype=f"{ODF}text", **{MANIFEST: "<encryption-data/>"}), "mật khẩu"),
    "mật khẩu trên pdf": ("a.pdf", by_hand(shown("I. MOT"), trailer=LOCKED), "mật khẩu"),
    "trống": ("a.docx", b"", "trống"),
    "pdf trống": ("a.pdf", by_hand(b""), "không có chữ"),
    "zip cắt cụt": ("a.docx", docx_bytes()[:2000], "hỏng"),
    "zip rỗng ruột": ("a.docx", b"PK\x03\x04" + bytes(50), "hỏng"),
    "OLE lạ": ("a.doc", OLE, "hỏng"),
    "thiếu nội dung": ("a.docx", changed({DOCUMENT: None}), "thiếu phần nội dung"),
    "xml hỏng": ("a.docx", changed({DOCUMENT: b"<w:document><w:body>"}), "hỏng"),
    "xml lồng quá sâu": ("a.docx", changed({DOCUMENT: DEEP}), "hỏng"),
    "bom xml": ("a.docx", changed({DOCUMENT: BOMB}), "gây hại"),
    "không chữ": ("a.docx", docx_bytes(""), "không có chữ"),
    "chỉ có hình": ("a.docx", pictures_only(), "chỉ có hình"),
    "txt nhị phân": ("a.txt", bytes(range(256)) * 8, "không phải tệp chữ"),
    "docx nhị phân": ("a.docx", bytes(range(256)) * 8, "không phải tệp chữ"),
    "txt toàn dấu cách": ("a.txt", b" \n\n ", "không có chữ"),
    "đuôi lạ": ("a.xyz", "Kế hoạch".encode(), "không phải văn bản Word"),
    "bảng tính": ("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml"), "bảng tính Excel"),
    "bảng tính đổi đuôi": ("a.docx", archive("[Content_Types].xml", "xl/workbook.xml"), "bảng tính Excel"),
    "bảng tính cũ": ("a.xls", ole("Workbook"), "bảng tính Excel"),
    "trình chiếu": ("a.pptx", archive("[Content_Types].xml", "ppt/presentation.xml"), "trình chiếu"),
    "gói nén": ("a.docx", archive("ke-hoach.docx", "phu-luc.docx"), "gói nén"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def no_office_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converting, "converters", lambda: iter(()))


@pytest.mark.parametrize(("name", "content", "says"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_in_words(name: str, content: bytes, says: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_plan(SourceFile(name, content))
    assert says in caught.value.happened
    assert caught.value.advice
    assert isinstance(caught.value, KnownError)


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.dotx", "a.doc", "a.txt", "a.pdf", "a.rtf"])
def test_a_word_file_under_any_ending_is_read_as_what_it_is(name: str) -> None:
    assert read_plan(SourceFile(name, docx_bytes())).plan.sections[0].heading == "MỤC ĐÍCH"


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.txt"])
def test_a_text_or_a_pdf_under_the_ending_of_word_is_read_as_what_it_is(name: str) -> None:
    for content in (b"I. MUC DICH", by_hand(shown("I. MUC DICH"))):
        assert read_plan(SourceFile(name, content)).plan.sections[0].heading == "MUC DICH"


@pytest.mark.parametrize("kind", ["template.main+xml", "document.macroEnabled.main+xml"])
def test_templates_and_files_with_macros_are_read(kind: str) -> None:
    types = zipfile.ZipFile(io.BytesIO(docx_bytes())).read("[Content_Types].xml")
    content = changed({"[Content_Types].xml": types.replace(b"document.main+xml", kind.encode())})
    assert read_plan(SourceFile("a.dotm", content)).plan.sections[0].heading == "MỤC ĐÍCH"


def test_a_zip_bomb_is_refused_by_its_declared_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "MAX_PART_BYTES", 10_000)
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        read_plan(SourceFile("a.docx", changed({DOCUMENT: b"<a>" + b" " * 100_000 + b"</a>"})))


def test_a_real_zip_bomb_is_refused_without_unpacking_it() -> None:
    bomb = changed({DOCUMENT: b"<a>" + b" " * (docx_package.MAX_PART_BYTES + 10) + b"</a>"})
    assert len(bomb) < 2**20
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        read_plan(SourceFile("a.docx", bomb))


def test_a_part_of_countless_small_pieces_is_refused_before_it_is_read() -> None:
    many = changed({DOCUMENT: b"<a>" + b"<b/>" * (docx_package.MAX_TAGS + 1) + b"</a>"})
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        read_plan(SourceFile("a.docx", many))


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
