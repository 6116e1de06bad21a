"""What the program remembers between days outside the data file: which file was open last, how wide columns are."""

from __future__ import annotations

import json
from pathlib import Path

import platformdirs


class Remembered:
    """A tiny JSON file; one that is gone or spoilt means that nothing is remembered, never an error."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or Path(platformdirs.user_config_dir("ThiDuaXa", appauthor=False)) / "nho.json"

    @property
    def last_file(self) -> Path | None:
        """The data file that was open last."""
        text = self._read().get("last_file")
        return Path(text) if isinstance(text, str) and text else None

    @last_file.setter
    def last_file(self, path: Path) -> None:
        self._write({**self._read(), "last_file": str(path.absolute())})

    @property
    def export_folder(self) -> Path | None:
        """Where the last paper was written to."""
        text = self._read().get("export_folder")
        return Path(text) if isinstance(text, str) and text else None

    @export_folder.setter
    def export_folder(self, path: Path) -> None:
        self._write({**self._read(), "export_folder": str(path.absolute())})

    def year_worked_in(self, file: Path) -> int:
        """The year in view when something was last changed in that data file, 0 when not known."""
        found = self._years().get(str(file.absolute()))
        return found if isinstance(found, int) else 0

    def keep_year(self, file: Path, year: int) -> None:
        """Remember the year that is worked in."""
        if self.year_worked_in(file) != year:
            self._write({**self._read(), "years": {**self._years(), str(file.absolute()): year}})

    def _years(self) -> dict[str, object]:
        found = self._read().get("years")
        return found if isinstance(found, dict) else {}

    def widths(self, table: str) -> dict[str, int]:
        """The widths the clerk gave the columns of a table, in pixels by key of the column; none at first."""
        found = self._read().get(f"widths/{table}")
        if not isinstance(found, dict):
            return {}
        return {key: width for key, width in found.items() if isinstance(width, int) and width > 0}

    def keep_widths(self, table: str, widths: dict[str, int]) -> None:
        """Remember these widths of a table, or of the columns of a tab."""
        self._write({**self._read(), f"widths/{table}": widths})

    def _read(self) -> dict[str, object]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, content: dict[str, object]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        except (OSError, UnicodeEncodeError):
            return  # a full disk, a locked profile, half a letter in a name: one click more tomorrow, nothing else
