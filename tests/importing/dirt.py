"""How offices, scanners and web pages spoil a paper: each function takes the parts of a clean one and dirties them."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import wrap
from typing import NamedTuple

from tests.importing.plan_texts import wrapped


class Paper(NamedTuple):
    """A paper in its parts, as text; ``before`` and ``after`` is what a web page leaves around it."""

    header: str
    title: str
    body: str
    recipients: str
    signature: str
    before: str = ""
    after: str = ""

    def text(self) -> str:
        return "\n".join(part for part in (self.before, *self[:5], self.after) if part)

    def swap(self, *pairs: tuple[str, str]) -> Paper:
        """Every pair exchanged everywhere."""
        parts = list(self)
        for old, new in pairs:
            parts = [part.replace(old, new) for part in parts]
        return Paper(*parts)

    @property
    def left(self) -> list[str]:
        return self.header.split("\n")[:3]

    @property
    def right(self) -> list[str]:
        return self.header.split("\n")[3:]


Dirt = Callable[[Paper], Paper]


def headed(join: Callable[[list[str], list[str]], str]) -> Dirt:
    """The header set otherwise; the function is given its left and its right column."""
    return lambda paper: paper._replace(header=join(paper.left, paper.right))


def rows(between: str) -> Dirt:
    """The two columns of the header line by line, ``between`` them."""
    return headed(lambda left, right: "\n".join(between.join(pair) for pair in zip(left, right, strict=True)))


def numbered_as(form: str) -> Dirt:
    """The symbol written otherwise: ``{n}`` and ``{s}`` stand for the number and the symbol."""
    pattern = re.compile(r"Số: (\d+)/(\S+)")
    return lambda paper: paper._replace(
        header=pattern.sub(lambda found: form.format(n=found[1], s=found[2]), paper.header)
    )


def dated_as(form: str) -> Dirt:
    """The day written otherwise: ``{d}``, ``{m}`` and ``{y}`` stand for its parts."""
    pattern = re.compile(r"ngày (\d+) tháng (\d+) năm (\d+)")
    return lambda paper: paper._replace(
        header=pattern.sub(lambda found: form.format(d=found[1], m=found[2], y=found[3]), paper.header)
    )


def in_body(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Dirt:
    """A pattern of the body's lines written otherwise."""
    return lambda paper: paper._replace(body=re.sub(pattern, new, paper.body, flags=re.MULTILINE))


def recipients_as(join: Callable[[list[str]], str]) -> Dirt:
    """The recipients set otherwise; the function is given their lines, the label first."""
    return lambda paper: paper._replace(recipients=join(paper.recipients.split("\n")))


def signed_as(join: Callable[[list[str]], str]) -> Dirt:
    """The signature set otherwise; the function is given its lines."""
    return lambda paper: paper._replace(signature=join(paper.signature.split("\n")))


def everywhere(change: Callable[[str], str]) -> Dirt:
    """Every part changed alike."""
    return lambda paper: Paper(*(change(part) for part in paper))


def lines_broken(width: int) -> Dirt:
    """Paragraphs broken hard at a width without a blank line between them; the header stays."""

    def broken(paper: Paper) -> Paper:
        tight = wrapped(paper.body, width).replace("\n\n", "\n")
        return paper._replace(body=tight)

    return broken


def narrow_first_lines(paper: Paper) -> Paper:
    """Paragraphs broken hard, their first line much shorter than the others, as pages of laws on the web have them."""

    def broken(line: str) -> str:
        words = line.split()
        whole = len(line) < 60 or not words[6][0].islower()
        return line if whole else " ".join(words[:6]) + "\n" + "\n".join(wrap(" ".join(words[6:]), 80))

    return paper._replace(body="\n".join(broken(line) for line in paper.body.split("\n")))


def page_numbers(paper: Paper) -> Paper:
    """Numbers of pages alone on a line, the second one in the middle of a sentence."""
    lines = paper.body.split("\n")
    longest = max(range(len(lines) // 2, len(lines)), key=lambda index: len(lines[index]))
    words = lines[longest].split()
    lines[longest : longest + 1] = [" ".join(words[:9]), "3", " ".join(words[9:])]
    lines.insert(6, "2")
    return paper._replace(body="\n".join(lines))
