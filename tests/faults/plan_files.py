"""Files that are no plan, as they come by Zalo and USB."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from tests.importing.pdf_files import PICTURE, by_hand

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def missing(folder: Path) -> Path:
    return folder / "đã xoá.docx"


def a_folder(folder: Path) -> Path:
    path = folder / "thư mục.docx"
    path.mkdir()
    return path


def empty(folder: Path) -> Path:
    return _written(folder / "rỗng.docx", b"")


def a_pdf(folder: Path) -> Path:
    """One page that is a picture, under the ending of Word."""
    return _written(folder / "quét.docx", by_hand(PICTURE))


def a_picture(folder: Path) -> Path:
    return _written(folder / "ảnh chụp.txt", b"\x89PNG\r\n\x1a\n" + bytes(3000))


def encrypted(folder: Path) -> Path:
    return _written(folder / "mật.docx", _OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600))


def an_old_doc(folder: Path) -> Path:
    """Where an office program is installed, it finds nothing in the file either."""
    return _written(folder / "cũ.doc", _OLE + bytes(504) + "WordDocument\0".encode("utf-16-le") + bytes(2000))


def cut_short(folder: Path) -> Path:
    path = folder / "cụt.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w>" * 1000)
    return _written(path, path.read_bytes()[:100])


def a_zip_of_something_else(folder: Path) -> Path:
    path = folder / "nén.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ảnh.txt", "x")
    return path


def a_zip_bomb(folder: Path) -> Path:
    """70 kB that unfold to 70 MB."""
    path = folder / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * (70 * 2**20) + b"</a>")
    return path


def of_100_mb_docx(folder: Path) -> Path:
    return _grown(_written(folder / "nặng.docx", b"PK\3\4"))


def of_100_mb_txt(folder: Path) -> Path:
    return _grown(_written(folder / "nặng.txt", b"KE HOACH\n"))


def noise(folder: Path) -> Path:
    return _written(folder / "nhiễu.txt", bytes(range(256)) * 40)


# What is wrong → the words that say so.
BAD = {
    missing: "Không còn tệp",
    a_folder: "là thư mục",
    empty: "trống",
    a_pdf: "bản chụp, không có chữ",
    a_picture: "thật ra là hình ảnh",
    encrypted: "có đặt mật khẩu",
    an_old_doc: "văn bản Word kiểu cũ",
    cut_short: "bị hỏng",
    a_zip_of_something_else: "gói nén",
    a_zip_bomb: "nở ra quá lớn",
    of_100_mb_docx: "quá lớn (100 MB",
    of_100_mb_txt: "quá lớn (100 MB",
    noise: "không phải tệp chữ",
}


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _grown(path: Path) -> Path:
    os.truncate(path, 100 * 2**20)  # sparse: it takes no room and no time
    return path
