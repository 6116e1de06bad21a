"""``thidua-desktop [--data FILE] [COMMAND …]``: without a command the window, with one no window."""

from __future__ import annotations

import sys

_INTERRUPTED = 130  # as a shell says of a program that Ctrl+C stopped


def main(arguments: list[str] | None = None) -> int:
    """Gives the exit code; ``arguments`` None are the program's own."""
    given = sys.argv[1:] if arguments is None else arguments
    try:  # around the imports too, which take most of a short command's time
        if wants_window(given):
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
