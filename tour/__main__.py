"""``python3 dev.py tour --out DIR [--plan FILE] [--size 1920x1080] [--pictures DIR]``.

Exit code 1 names the step that failed.
"""

from __future__ import annotations

import argparse
import faulthandler
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from . import pictures, story
from .record import StepFailed
from .sample_plan import sample_plan

_UNHEARD = "This plugin does not support"  # offscreen, of no interest to anybody


def _on_message(kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
    if not text.startswith(_UNHEARD):
        print(text, file=sys.stderr)


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the tour, or takes the guide's pictures; 1 when a step failed, which is named in the last line."""
    parser = argparse.ArgumentParser(prog="dev.py tour", description=__doc__)
    parser.add_argument("--out", type=Path, help="thư mục nhận ảnh, giấy tờ và tour.md", required=True)
    parser.add_argument("--plan", type=Path, help="kế hoạch để đi một vòng; không có thì dùng kế hoạch mẫu")
    parser.add_argument("--pictures", type=Path, help="chỉ chụp ảnh của hướng dẫn vào thư mục này")
    parser.add_argument("--size", type=_size, help="cỡ cửa sổ, ví dụ 1920x1080", default=story.SIZE)
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    try:
        if given.pictures is not None:
            pictures.take(given.pictures, given.out)
            return 0
        plan = given.plan or sample_plan(given.out / "Kế hoạch mẫu.docx")
        record = story.tell(plan, given.out, given.size)
    except StepFailed as failed:
        traceback.print_exception(failed.__cause__)
        print(f"Hỏng ở bước: {failed}", file=sys.stderr)
        return 1
    papers = sum(len(step.papers) for step in record.steps)
    shots = sum(len(step.pictures) for step in record.steps)
    print(f"Xong {len(record.steps)} bước, {shots} ảnh, {papers} giấy tờ: {given.out / 'tour.md'}")
    return 0


if __name__ == "__main__":
    faulthandler.enable()  # a crash of Qt says where it was
    qInstallMessageHandler(_on_message)
    sys.exit(main())
