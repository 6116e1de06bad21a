"""Columns of the data file's tables, as SQL: the file itself refuses what is no date, no choice, no number."""

from __future__ import annotations

_ISO = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
ID = "id INTEGER PRIMARY KEY AUTOINCREMENT"  # an id is never given twice: a record's history stays its own
SEARCH = "search_key TEXT NOT NULL DEFAULT ''"


def text(name: str, *, required: bool = False, sorted_by: bool = True) -> str:
    """A text that is never NULL, "" unless given; ``required`` refuses blanks; ``sorted_by`` adds its sort key."""
    rule = f"CHECK (trim(\"{name}\") <> '')" if required else "DEFAULT ''"
    column = f'"{name}" TEXT NOT NULL {rule}'
    return f"{column}, {key(name)}" if sorted_by else column


def maybe(name: str) -> str:
    """A text that may be missing (NULL), with its sort key."""
    return f'"{name}" TEXT, {key(name)}'


def key(name: str) -> str:
    """The sort key of the column ``name``, made by :mod:`.keys`."""
    return f"\"{name}_key\" TEXT NOT NULL DEFAULT ''"


def choice(name: str, *choices: str) -> str:
    """One of a closed list of texts, the first unless given."""
    listed = ", ".join(f"'{option}'" for option in choices)
    return f'"{name}" TEXT NOT NULL DEFAULT \'{choices[0]}\' CHECK ("{name}" IN ({listed}))'


def date(name: str) -> str:
    """An ISO date that exists. Without "+0 days" SQLite gives 30 February back as it came; "now" must not reach it."""
    shaped, exists = f"\"{name}\" GLOB '{_ISO}'", f'date("{name}", \'+0 days\') IS "{name}"'
    return f'"{name}" TEXT CHECK (CASE WHEN "{name}" IS NULL THEN 1 WHEN {shaped} THEN {exists} ELSE 0 END)'


def moment(name: str) -> str:
    """Local time as ISO to the second."""
    return f'"{name}" TEXT NOT NULL CHECK (strftime(\'%Y-%m-%dT%H:%M:%S\', "{name}", \'+0 days\') IS "{name}")'


def json(name: str) -> str:
    """A list as JSON text, empty unless given."""
    return f'"{name}" TEXT NOT NULL DEFAULT \'[]\' CHECK (json_valid("{name}"))'


def real(name: str) -> str:
    """A figure or NULL; infinity has no place in JSON."""
    return f'"{name}" REAL CHECK (abs("{name}") <= 1e300)'


def integer(name: str, low: int, high: int, *, required: bool = False) -> str:
    """A whole number from ``low`` to ``high``."""
    return f'"{name}" INTEGER {"NOT NULL " if required else ""}CHECK ("{name}" BETWEEN {low} AND {high})'


def year(name: str, *, required: bool = False) -> str:
    """A year or NULL. The figures of :mod:`~..domain.years` stand here again: a released table stays as it is."""
    return integer(name, 1945, 2200, required=required)


def yes_no(name: str) -> str:
    """1 or 0, 1 unless given."""
    return f'"{name}" INTEGER NOT NULL DEFAULT 1 CHECK ("{name}" IN (0, 1))'


def owner(name: str, table: str) -> str:
    """A row that goes with its owner."""
    return f'"{name}" INTEGER NOT NULL REFERENCES "{table}" (id) ON DELETE CASCADE'


def link(name: str, table: str, *, on_delete: str = "NO ACTION") -> str:
    """A row that names another one, or none; a named row cannot go unless ``on_delete`` says what happens then."""
    return f'"{name}" INTEGER REFERENCES "{table}" (id) ON DELETE {on_delete}'


POSITION = "position INTEGER NOT NULL CHECK (position >= 0)"
