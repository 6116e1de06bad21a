"""What the window and the messages show is Vietnamese."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.sources import files, modules, name, texts, tree

# Calls whose texts reach the clerk.
SHOWN = {
    *("QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton", "QToolButton"),
    *("addAction", "addItem", "addItems", "addMenu", "addRow", "addTab", "setHeaderLabels", "setLabelText"),
    *("setPlaceholderText", "setStatusTip", "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle"),
    *("setAccessibleName", "setAccessibleDescription", "KnownError", "Finding", "line", "tell", "confirm", "choose"),
}
# Words of a form builder that are no Vietnamese syllables; an option of a command (--year) keeps its name.
ENGLISH = re.compile(
    r"(?<!-)\b(about|add|and|apply|back|browse|cannot|close|copy|date|default|delete|done|edit|empty|error|export|failed"
    r"|file|find|font|help|import|invalid|loading|missing|name|new|next|not|of|open|paste|please|preview|print|quit"
    r"|remove|save|search|select|settings|show|size|the|title|undo|untitled|update|value|view|warning|year|yes)\b",
    re.IGNORECASE,
)


def shown_texts():
    for path in modules():
        for call in (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)):
            called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if called in SHOWN:
                yield from (
                    (path, node.lineno, node.value)
                    for argument in call.args
                    if not isinstance(argument, ast.Call)
                    for node in ast.walk(argument)
                    if isinstance(node, ast.Constant) and isinstance(node.value, str)
                )


def test_no_english_is_shown():
    # Behind a tab a menu names the key, as it stands on the keyboard.
    said = ((path, line, text.partition("\t")[0]) for path, line, text in shown_texts())
    found = [f"{name(path)}:{line} {text!r}" for path, line, text in said if ENGLISH.search(text)]
    assert not found, "\n".join(found)


def test_vietnamese_is_written_with_its_marks():
    """A text of several words without one mark was typed without them."""
    plain = re.compile(r"[a-zA-Z]+( [a-zA-Z]+){2,}[.!?…]?")
    found = [f"{name(path)}:{line} {text!r}" for path, line, text in shown_texts() if plain.fullmatch(text)]
    assert not found, "\n".join(found)


def test_tone_marks_stand_in_one_place():
    """ "xóa", "khóa", "thủy": on the first vowel of an open oa, oe, uy; a pattern ("hóa|hoá") knows both ways."""
    other = re.compile(r"(?<![qQ])(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
    said = [(path, *text) for path in modules() for text in texts(path)]
    said += [(path, number, line) for path in papers() for number, line in enumerate(lines_of(path), 1)]
    found = [f"{name(path)}:{line} {text!r}" for path, line, text in said if other.search(text) and "|" not in text]
    assert not found, "\n".join(found)


def papers() -> list[Path]:
    """The texts beside the code: forms of papers and what is read before or about the program."""
    return [path for path in files() if path.suffix == ".md" or path.parent.name == "forms"]


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
