"""argparse in Vietnamese: its usage, its help and the one line it says about a wrong command."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

_SEE_HELP = "gõ thêm --help để xem cách dùng"

# What argparse says → how it is said here. It offers no other hook than its own gettext.
_ERRORS = (
    (r"the following arguments are required: (.+)", "còn thiếu {0}"),
    (r"unrecognized arguments: (.+)", "không hiểu “{0}”"),
    (r"argument (.+): expected one argument", "sau {0} phải có một giá trị"),
    (r"argument (.+): not allowed with argument (.+)", "không dùng {0} cùng với {1}"),
    (r"argument (.+): ignored explicit argument (.+)", "{0} không nhận giá trị"),
    (
        r"argument (.+): invalid choice: '?(.*?)'? \((?:choose from|maybe you meant) (.+)\)",
        "không có {0} “{1}” (có: {2})",
    ),
    (r"argument (.+): invalid \w+ value: '(.*)'", "“{1}” không dùng được cho {0}"),
    (r"argument (.+): (.+)", "{0}: {1}"),
)


class Formatter(argparse.HelpFormatter):
    """The help page with Vietnamese headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose every word is Vietnamese; a wrong command ends with code 2 and one line on standard error."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=Formatter, **options)
        self._positionals.title = "Phần phải có"
        self._optionals.title = "Lựa chọn"
        self.add_argument("-h", "--help", action="help", help="hiện trang này")

    def error(self, message: str) -> NoReturn:
        """Says what is wrong and ends the program with code 2."""
        complain(f"{self.prog}: {in_vietnamese(message)}; {_SEE_HELP}.")
        raise SystemExit(2)


def speak_utf8() -> None:
    """Vietnamese comes out whole also on a Windows console; a program without a console has no streams at all."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def complain(text: str) -> None:
    """One line on standard error; a program started without one says nothing, and nothing of it on standard output."""
    if sys.stderr:
        print(text, file=sys.stderr)


def in_vietnamese(message: str) -> str:
    """argparse's message in Vietnamese; one it words differently some day becomes a general sentence."""
    for pattern, wording in _ERRORS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return wording.format(*(group.replace("'", "") for group in found.groups()))
    return message if re.search("[ạ-ỹđ]", message) else "câu lệnh viết chưa đúng"
