"""Opening a .docx safely: a zip with XML parts, of which any can be broken or hostile."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from ..errors import ASK_AGAIN, SAVE_AS_DOCX, UnreadableFileError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN_DOCUMENT = "/officeDocument"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

MAX_PART_BYTES = 60 * 2**20  # 300 pages make a document part of about 8 MB; more is a zip bomb
MAX_TAGS = 4_000_000  # 300 pages hold some 200 thousand; each takes far more room in memory than in the file


class DocxPackage:
    """The XML parts of one .docx. Raises :class:`UnreadableFileError` for everything that is none."""

    def __init__(self, name: str, content: bytes) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._damaged() from error
        self._names = set(self._zip.namelist())
        self._main = self._main_part()

    def main(self) -> etree._Element:
        """The document part."""
        root = self.part(self._main)
        if root is None:
            raise UnreadableFileError(
                f"Tệp “{self._name}” không phải văn bản Word (thiếu phần nội dung).", SAVE_AS_DOCX
            )
        return root

    def beside(self, name: str) -> etree._Element | None:
        """A part in the folder of the document part ("styles.xml"), None when there is none or it is broken."""
        try:
            return self.part(posixpath.join(posixpath.dirname(self._main), name))
        except UnreadableFileError:
            return None

    def beside_names(self, prefix: str) -> list[str]:
        """Names of the parts beside the document part that begin with ``prefix``, in order."""
        folder = posixpath.dirname(self._main) + "/"
        return sorted(
            n.removeprefix(folder) for n in self._names if n.startswith(folder + prefix) and n.endswith(".xml")
        )

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, None when there is none; entities are never expanded."""
        if name not in self._names:
            return None
        data = self._bytes(name).replace(_STRICT, _TRANSITIONAL)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableFileError(f"Tệp “{self._name}” chứa khai báo lạ, có thể gây hại nên không mở.", ASK_AGAIN)
        return root

    def _bytes(self, name: str) -> bytes:
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise UnreadableFileError(f"Tệp “{self._name}” có đặt mật khẩu.", "Bỏ mật khẩu trong Word rồi nhập lại.")
        try:
            if info.file_size > MAX_PART_BYTES:
                raise self._bomb()
            with self._zip.open(info) as stream:
                data = stream.read(MAX_PART_BYTES + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise self._damaged() from error
        if len(data) > MAX_PART_BYTES or data.count(b"<") > MAX_TAGS:
            raise self._bomb()
        return data

    def _main_part(self) -> str:
        """Where the relationships say the document is; the usual place when they are broken."""
        try:
            root = self.part("_rels/.rels")
        except UnreadableFileError:
            root = None
        for link in root.iter(_RELATIONSHIP) if root is not None else ():
            target = (link.get("Target") or "").lstrip("/")
            if (link.get("Type") or "").endswith(_MAIN_DOCUMENT) and target in self._names:
                return target
        return "word/document.xml"

    def _damaged(self) -> UnreadableFileError:
        return UnreadableFileError(f"Tệp “{self._name}” bị hỏng, không đọc được.", ASK_AGAIN)

    def _bomb(self) -> UnreadableFileError:
        return UnreadableFileError(
            f"Tệp “{self._name}” nở ra quá lớn khi mở, có thể gây hại nên không mở.",
            ASK_AGAIN,
        )
