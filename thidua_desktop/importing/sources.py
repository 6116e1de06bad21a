"""From a source file to its lines, whatever kind it is."""

from __future__ import annotations

from dataclasses import replace

from ..domain.plan.plans import SourceFile
from .errors import ASK_AGAIN, SAVE_AS_DOCX, UnreadableFileError
from .files import refuse_size
from .kinds import TEXT_ENDINGS, Kind, kind_of
from .layout.mending import mended
from .layout.parting import with_parted_items
from .layout.tab_tables import with_tab_tables
from .lines import SourceText
from .watching import UNWATCHED, Watch


def source_lines(source: SourceFile, watch: Watch = UNWATCHED) -> SourceText:
    """The lines of a Word, PDF or text file, mended; :class:`UnreadableFileError` for anything else or a broken one.

    What it is says its content, not its ending. Older kinds go through Word or LibreOffice, when one is installed.
    """
    refuse_size(source.name, len(source.content))
    kind = kind_of(source.content)
    ending = source.name.rpartition(".")[2].lower()
    if kind == "text" and ending in TEXT_ENDINGS:
        from .txt.reader import txt_lines

        return with_parted_items(mended(with_tab_tables(txt_lines(source))))
    if kind == "pdf":
        from .pdf.reader import pdf_lines

        return mended(pdf_lines(source, watch), wrapped=False)
    if kind in ("docx", "doc", "rtf", "odt", "html", "word xml"):
        return with_parted_items(mended(with_tab_tables(_word_lines(source, kind, watch))))
    raise _refusal(source.name, kind)


def _word_lines(source: SourceFile, kind: Kind, watch: Watch) -> SourceText:
    from .docx.reader import docx_lines

    if kind == "docx":
        return docx_lines(source, watch)
    from .converting import as_docx

    text = docx_lines(as_docx(source, kind, watch), watch)
    return replace(text, remarks=(*text.remarks, "Tệp đã được chuyển sang .docx để đọc; tệp gốc vẫn giữ nguyên."))


def _refusal(name: str, kind: Kind) -> UnreadableFileError:
    match kind:
        case "encrypted":
            return UnreadableFileError(
                f"Tệp “{name}” có đặt mật khẩu.", "Mở bằng Word, bỏ mật khẩu, lưu lại rồi nhập tệp mới."
            )
        case "image":
            return UnreadableFileError(
                f"Tệp “{name}” thật ra là hình ảnh.", "Xin bản Word gốc; chương trình không đọc được chữ trong hình."
            )
        case "sheet" | "old sheet":
            return UnreadableFileError(
                f"Tệp “{name}” là bảng tính Excel.", "Chép nội dung sang Word, lưu thành .docx rồi nhập tệp đó."
            )
        case "slides":
            return UnreadableFileError(f"Tệp “{name}” là bản trình chiếu, không phải văn bản.", ASK_AGAIN)
        case "archive":
            return UnreadableFileError(
                f"Tệp “{name}” là gói nén chứa các tệp khác.",
                "Mở gói nén, chép tệp kế hoạch ra ngoài rồi chọn tệp đó.",
            )
        case "broken":
            return UnreadableFileError(f"Tệp “{name}” bị hỏng, không đọc được.", ASK_AGAIN)
        case _:
            return UnreadableFileError(
                f"Tệp “{name}” không phải văn bản Word, PDF hay tệp chữ (.txt).",
                f"Nếu mở được bằng Word: {SAVE_AS_DOCX}",
            )
