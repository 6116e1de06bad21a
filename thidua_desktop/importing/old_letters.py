"""Papers typed in the fonts of before Unicode (TCVN3/ABC ".VnTime", VNI): other letters under the same signs."""

from __future__ import annotations

import re

from .errors import UnreadableFileError
from .lines import SourceText

SIGNS = "äåæçëîïðñöøûüþÿÄÅÆÇËÎÏÐÑÖØÛÜÞß®¸µ¶·¹¨©ª¬×÷"  # no Vietnamese word has one of these among its letters
_ALIEN = re.compile(rf"(?<=[A-Za-z])[{SIGNS}]|[{SIGNS}](?=[A-Za-z])")
_OWN = re.compile("[\u1ea0-\u1ef9]")  # ạ … ỹ, which only Unicode has
_FEWEST = 8  # a foreign name has fewer
_ADVICE = (
    "Mở tệp bằng Word, dùng UniKey (Công cụ chuyển mã) đổi từ TCVN3 (ABC) hoặc VNI sang Unicode, lưu lại rồi nhập lại."
)


def refuse_old_letters(name: str, text: SourceText) -> tuple[str, ...]:
    """A sentence of doubt for a text of which a part is in an old code; :class:`UnreadableFileError` when most is."""
    whole = "\n".join(line.text for line in text.lines)
    alien, own = len(_ALIEN.findall(whole)), len(_OWN.findall(whole))
    if alien < _FEWEST:
        return ()
    if alien > own:
        raise UnreadableFileError(
            f"Tệp “{name}” dùng chữ kiểu cũ (TCVN3/ABC hoặc VNI), đọc ra sẽ sai hết dấu.", _ADVICE
        )
    first = next(line.text for line in text.lines if _ALIEN.search(line.text))
    return (f"Có chỗ dùng chữ kiểu cũ (TCVN3/ABC hoặc VNI), đọc sai dấu: “{first[:60]}”. {_ADVICE}",)
