"""Which rows stand in ``resources/law``, with which cells: the list of a file, or the kind of a condition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from .. import awards
from . import conditions, row_types
from .packs import Transition
from .row_reading import (
    SOURCED,
    Place,
    Reader,
    Shape,
    award,
    choice,
    day,
    decimal,
    flag,
    percentage,
    positive,
    several,
    text,
    whole,
)
from .row_reading import awards as award_names

_KEYED: Mapping[str, Reader] = {"key": text, **SOURCED}
_SUBJECTS = several(choice(*awards.SUBJECT_KINDS))
_OF_AWARDS: Mapping[str, Reader] = {**_KEYED, "awards": award_names}
_PART = choice(*conditions.PARTS)
_EVALUATION = choice(*awards.EVALUATIONS)


def _row(made: Any, readers: Mapping[str, Reader], *optional: str) -> Shape:
    return Shape(made, readers, tuple(key for key in readers if key not in optional))


def _condition(made: Any, *optional: str, **readers: Reader) -> Shape:
    """A condition: what all have, and its own cells."""
    common: dict[str, Reader] = {
        **_OF_AWARDS,
        "subjects": _SUBJECTS,
        "question": text,
        "of": text,
        "route": text,
    }
    return _row(made, {**common, **readers}, "of", "route", *optional)


CONDITION_KINDS: Mapping[str, Shape] = {
    "evaluation": _condition(
        conditions.Evaluated, "years", "or_awards", at_least=_EVALUATION, years=positive, or_awards=award_names
    ),
    "months": _condition(conditions.Months, at_least=positive),
    "no-discipline": _condition(conditions.NoDiscipline),
    "registered": _condition(conditions.Registered),
    "confirm": _condition(conditions.Confirmed, "expected", expected=flag),
    "share": _condition(conditions.Share, part=_PART, percent=percentage, named=text),
    "count": _condition(
        conditions.Count, "at_least", "at_most", part=_PART, named=text, at_least=positive, at_most=whole
    ),
    "streak": _condition(conditions.Streak, "every", award=award, times=positive, every=positive),
    "received": _condition(
        conditions.Received,
        "within",
        "before",
        "during",
        "or_awards",
        of_awards=award_names,
        times=positive,
        within=positive,
        before=positive,
        during=_EVALUATION,
        or_awards=award_names,
    ),
    "initiatives": _condition(
        conditions.Initiatives,
        "years",
        "during",
        count=positive,
        scope=choice(*awards.SCOPES),
        years=positive,
        during=_EVALUATION,
    ),
    "one-of": _condition(conditions.OneOf),
    "meets": _condition(conditions.Meets, standard_of=award),
}

# The lists of a pack's file besides its conditions.
PACK_ROWS: Mapping[str, Shape] = {
    "authorities": _row(
        row_types.AuthorityRow, {**_OF_AWARDS, "level": choice(*awards.LEVELS), "who": text, "through": text}, "through"
    ),
    "bonuses": _row(
        row_types.BonusRow,
        {**_OF_AWARDS, "subjects": _SUBJECTS, "coefficient": decimal, "reason": text},
        "subjects",
        "coefficient",
        "reason",
    ),
    "factors": _row(row_types.FactorRow, {**_OF_AWARDS, "subjects": _SUBJECTS, "factor": decimal}),
    "rounding": _row(row_types.RoundingRow, {**_KEYED, "unit": positive}),
    "ceilings": _row(row_types.CeilingRow, {**_OF_AWARDS, "of": award_names, "percent": percentage}),
    "votes": _row(
        row_types.VotesRow,
        {**_OF_AWARDS, "percent": percentage, "of": choice(*row_types.VOTES_OF), "more_than": flag, "secret": flag},
        "more_than",
        "secret",
    ),
}

PACK_HEAD: Mapping[str, Reader] = {
    "name": text,
    "since": day,
    "until": day,
    "carries": text,
    "known": flag,
    "carried_note": text,
    "drops": several(text),
}
TRANSITION = _row(Transition, SOURCED)
AWARD = _row(
    awards.AwardDef,
    {
        "name": text,
        "short": text,
        "kind": choice(*get_args(awards.AwardKind)),
        "subjects": _SUBJECTS,
        "level": choice(*awards.LEVELS),
        "own": flag,
        "quoted": flag,
        "also": several(text),
        **SOURCED,
    },
    "own",
    "quoted",
    "also",
)


def _base_salary(since: str, **cells: Any) -> row_types.BaseSalaryRow:
    """Its first day is its key."""
    return row_types.BaseSalaryRow(key=since, since=since, **cells)


BASE_SALARY = _row(_base_salary, {"since": day, "amount": positive, **SOURCED})
DEADLINE = _row(
    row_types.DeadlineRow,
    {**_KEYED, "month": positive, "day": positive, "words": text, "since": day, "until": day},
    "since",
    "until",
)


def condition(
    place: Place, table: Mapping[str, object], parents: Mapping[str, conditions.Condition]
) -> conditions.Condition:
    """A condition of the kind that its row names; an alternative takes awards and subjects from its parent."""
    cells = dict(table)
    kind = choice(*CONDITION_KINDS)(place.at("kind"), cells.pop("kind", ""))
    given: dict[str, object] = {}
    if "of" in cells:
        parent = parents.get(str(cells["of"]))
        if not isinstance(parent, conditions.OneOf):
            place.at("of").refuse(f"là “{cells['of']}”, không phải khóa của một dòng loại one-of ở trên")
        if "route" not in cells:
            place.refuse("thiếu mục “route”")
        given = {"awards": parent.awards, "subjects": parent.subjects}
        if given.keys() & cells.keys():
            place.refuse("là một trường hợp của dòng khác nên không ghi lại “awards”, “subjects”")
    made: conditions.Condition = CONDITION_KINDS[kind].read(place, cells, **given)
    if isinstance(made, conditions.Count) and (made.at_least is None) == (made.at_most is None):
        place.refuse("phải có đúng một trong hai mục “at_least”, “at_most”")
    if bool(made.value) != (conditions.VALUE in made.question):
        place.at("question").refuse(
            "phải có {value} ở chỗ con số đứng" if made.value else "có {value} mà loại này không có con số"
        )
    return made
