"""The office's own versions of what ships as data: rules and forms, as texts in the data file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.vietnamese import nfc
from ...storage import records
from ...storage.errors import shown
from ..workspace import Workspace

Kind = Literal["quy định", "biểu mẫu"]
_TABLE = "office_definitions"
_LARGEST = 2_000_000  # bytes; no rule file or form is near it


def contents(workspace: Workspace, kind: Kind) -> dict[str, str]:
    """Name → text of the office's own definitions of that kind."""
    rows = records.page(workspace.file, _TABLE, where={"kind": kind})
    return {str(row["name"]): str(row["content"]) for row in rows}


def store(
    workspace: Workspace, kind: Kind, name: str, content: str, act_text: str, *, merge: str | None = None
) -> Changes:
    """Keeps a definition in place of the one of the same name; ``merge`` as in :meth:`DataFile.act`."""
    return store_all(workspace, kind, {name: content}, act_text, merge=merge)


def store_all(
    workspace: Workspace, kind: Kind, named: Mapping[str, str], act_text: str, *, merge: str | None = None
) -> Changes:
    """Keeps several definitions, name → text, in one act."""
    with workspace.file.act(act_text, merge) as act:
        for name, content in named.items():
            row: records.Row = {"kind": kind, "name": name, "content": content}
            if stored := records.page(workspace.file, _TABLE, where={"kind": kind, "name": name}):
                records.update(workspace.file, _TABLE, int(stored[0]["id"] or 0), row)
            else:
                records.insert(workspace.file, _TABLE, row)
    return act.changes


def rename(workspace: Workspace, kind: Kind, name: str, new: str, act_text: str) -> Changes:
    """Calls a definition otherwise; empty changes when there is none or it has that name."""
    stored = records.page(workspace.file, _TABLE, where={"kind": kind, "name": name})
    with workspace.file.act(act_text) as act:
        for row in stored:
            records.update(workspace.file, _TABLE, int(row["id"] or 0), {"name": new})
    return act.changes


def remove(workspace: Workspace, kind: Kind, name: str, act_text: str) -> Changes:
    """Forgets a definition, so that the shipped one holds again; empty changes when there is none."""
    return remove_all(workspace, kind, (name,), act_text)


def remove_all(workspace: Workspace, kind: Kind, names: Iterable[str], act_text: str) -> Changes:
    """Forgets several definitions in one act."""
    stored = [row for name in names for row in records.page(workspace.file, _TABLE, where={"kind": kind, "name": name})]
    with workspace.file.act(act_text) as act:
        records.delete(workspace.file, _TABLE, [int(row["id"] or 0) for row in stored])
    return act.changes


def read_text(path: Path) -> str:
    """The text of a file the clerk chose; raises :class:`KnownError` when it cannot be read as one."""
    try:
        if path.stat().st_size > _LARGEST:
            raise KnownError(
                f"Tệp “{shown(path)}” lớn quá nên không phải tệp quy định hay biểu mẫu; chưa nạp gì.", "Chọn tệp khác."
            )
        text = nfc(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise KnownError(
            f"“{shown(path)}” không phải tệp chữ UTF-8; chưa nạp gì.", "Mở tệp bằng Notepad rồi lưu với mã UTF-8."
        ) from None
    except OSError:
        raise KnownError(
            f"Không đọc được tệp “{shown(path)}”; chưa nạp gì.", "Kiểm tra tệp còn ở đó và mở được, rồi làm lại."
        ) from None
    if not text.strip():
        raise KnownError(f"Tệp “{shown(path)}” trống; chưa nạp gì.", "Chọn tệp khác.")
    return text
