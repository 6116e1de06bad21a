"""What the program remembers between days outside the data file: which file was open last."""

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
        except OSError:
            return  # a full disk or a locked profile costs the clerk one click tomorrow, nothing else
