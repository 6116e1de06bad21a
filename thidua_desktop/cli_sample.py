"""The command ``sample``: a data file to look at the program with."""

from __future__ import annotations

import argparse
from pathlib import Path

from . import bootstrap
from .arguments import Parser
from .domain.errors import KnownError
from .storage.errors import known_errors, shown

_ENDING = ".thidua"


def add_sample(commands: argparse._SubParsersAction[Parser]) -> None:
    """Adds the command to the others."""
    command = commands.add_parser(
        "sample", help="tạo tệp dữ liệu mẫu: hai năm của một xã không có thật, thẻ nào cũng có dữ liệu"
    )
    command.add_argument("--out", metavar="TỆP", type=Path, required=True, help="tệp sẽ tạo (.thidua)")
    command.set_defaults(run=_make)


def _make(arguments: argparse.Namespace) -> int:
    path: Path = arguments.out
    if path.suffix.lower() != _ENDING:
        raise KnownError(f"Tệp dữ liệu mẫu “{shown(path)}” phải có đuôi {_ENDING}; chưa tạo gì.", "Gõ lại sau --out.")
    with known_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    bootstrap.close_workspace(bootstrap.create_sample(path))
    print(f"Đã tạo dữ liệu mẫu: {path}")
    return 0
