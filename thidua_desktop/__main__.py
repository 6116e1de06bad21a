"""``thidua-desktop [--data FILE] [COMMAND …]``: without a command the window, with one no window."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

_NO_SCREEN = 2  # as of every other thing that a command cannot do
_INTERRUPTED = 130  # as a shell says of a program that Ctrl+C stopped
_NO_SCREEN_WORDS = (
    "Chỗ này không có màn hình đồ họa nên không mở được cửa sổ; dữ liệu không thay đổi. Hãy mở chương trình trong màn "
    "hình làm việc của máy, hoặc dùng các lệnh không cần cửa sổ: gõ thêm --help để xem."
)


def main(arguments: list[str] | None = None) -> int:
    """Gives the exit code; ``arguments`` None are the program's own."""
    given = sys.argv[1:] if arguments is None else arguments
    try:  # around the imports too, which take most of a short command's time
        if wants_window(given):
            if not has_screen(sys.platform, os.environ):
                return _tell_no_screen()
            return _window(given[-1] if given else None)
        from . import cli

        return cli.main(given)
    except KeyboardInterrupt:
        return _INTERRUPTED


def wants_window(given: list[str]) -> bool:
    """Whether the window is meant: no command, at most a data file, named or double-clicked."""
    match given:
        case [] | ["--data", _]:
            return True
        case [name]:
            return name.lower().endswith(".thidua")
        case _:
            return False


def has_screen(platform: str, variables: Mapping[str, str]) -> bool:
    """Whether a window can be shown: on Linux a session must name its display, or Qt be told what to draw on.

    Qt itself ends the program at once, in English, when there is none.
    """
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(variables.get(name) for name in named)


def _tell_no_screen() -> int:
    from .arguments import complain, speak_utf8

    speak_utf8()
    complain(_NO_SCREEN_WORDS)
    return _NO_SCREEN


def _window(name: str | None) -> int:
    from pathlib import Path

    from . import bootstrap
    from .ui import app
    from .ui.files import FileDesk

    desk = FileDesk(
        bootstrap.open_workspace, bootstrap.create_workspace, bootstrap.close_workspace, bootstrap.create_sample
    )
    return app.run(desk, Path(name) if name is not None else None)


if __name__ == "__main__":
    sys.exit(main())
