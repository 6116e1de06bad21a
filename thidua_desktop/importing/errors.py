"""The error of a file that cannot be imported."""

from __future__ import annotations

from ..domain.errors import KnownError

SAVE_AS_DOCX = "Mở tệp bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”, rồi nhập tệp mới."
ASK_AGAIN = "Xin lại tệp từ nơi gửi, hoặc mở bằng Word và lưu lại thành .docx rồi nhập tệp mới."


class UnreadableFileError(KnownError):
    """A file that is not what its name says, is damaged, locked or too big; says too that nothing was stored."""

    def __init__(self, happened: str, advice: str) -> None:
        super().__init__(f"{happened} Chưa nhập gì; dữ liệu không thay đổi.", advice)
