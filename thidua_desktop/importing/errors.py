"""The error of a file that cannot be imported."""

from __future__ import annotations

from ..domain.errors import KnownError

SAVE_AS_DOCX = "Mở tệp bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”, rồi nhập tệp mới."
ASK_AGAIN = "Xin lại tệp từ nơi gửi, hoặc mở bằng Word và lưu lại thành .docx rồi nhập tệp mới."
_ASK_FOR_SHEET = "Xin lại tệp từ nơi gửi, hoặc mở bằng Excel và lưu lại thành .xlsx rồi nhận tệp mới."
_SHEET_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")


def ask_again(name: str) -> str:
    """What to do about a damaged file of that name: a spreadsheet is saved anew in Excel, a text in Word."""
    return _ASK_FOR_SHEET if name.lower().endswith(_SHEET_ENDINGS) else ASK_AGAIN


class UnreadableFileError(KnownError):
    """A file that is not what its name says, is damaged, locked or too big; says too that nothing was stored."""

    def __init__(self, happened: str, advice: str) -> None:
        super().__init__(f"{happened} Chưa nhập gì; dữ liệu không thay đổi.", advice)
