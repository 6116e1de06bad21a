"""The list of checks, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ..legal_acts import LegalAct
from ..plan.plans import Plan
from .facts import assigned, consistency, days, occasions, phases, tables, targets, years
from .findings import Finding, TextEdit
from .form import citations, completeness, header, legal, signature, structure, unfilled
from .language import abbreviations, names, notation, sentences, spacing, spelling, tones, words
from .paper import Paper
from .rules import CheckRules

Check = Callable[[Paper], Iterable[Finding]]

# In the order in which the clerk reads them: the frame, the bases, the figures and days, the wording.
CHECKS: tuple[Check, ...] = (
    header.number_blank,
    header.date_blank,
    header.number_unpadded,
    header.date_padding,
    header.doc_type_nonstandard,
    header.symbol_mismatch,
    signature.issuer_mismatch,
    signature.sign_no_tm,
    signature.sign_other_body,
    signature.signature_form,
    completeness.head_missing,
    completeness.theme_otherwise,
    completeness.foot_missing,
    legal.no_legal_basis,
    legal.legal_in_force,
    legal.legal_amended,
    legal.legal_future,
    legal.gone_bodies,
    citations.basis_incomplete,
    citations.law_by_year,
    citations.basis_mismatch,
    citations.citation_form,
    citations.period_over,
    years.year_left_over,
    years.phase_of_other_year,
    phases.phase_reversed,
    phases.phase_gap,
    phases.phase_overlap,
    phases.report_deadline,
    phases.event_outside_phase,
    phases.event_outside_only_phase,
    days.date_invalid,
    days.weekday_mismatch,
    days.anniversary_mismatch,
    occasions.occasions,
    targets.sum_mismatch,
    targets.target_weaker_than_assigned,
    assigned.weaker_in_line,
    consistency.share_of_fraction,
    consistency.one_count_two_shares,
    consistency.count_against_share,
    consistency.same_target_twice,
    consistency.unit_mismatch,
    consistency.unit_abbreviated,
    completeness.target_without_measure,
    completeness.target_without_owner,
    completeness.task_without_owner,
    unfilled.blanks_left,
    tables.target_differs_from_text,
    tables.phase_differs_from_text,
    spelling.typing_slips,
    words.dup_word,
    words.dup_phrase,
    words.double_period,
    names.case_inconsistent,
    names.name_wrong,
    names.quoted_name_wrong,
    abbreviations.abbreviation_wrong,
    abbreviations.abbreviation_inconsistent,
    abbreviations.abbreviation_unexplained,
    tones.tone_mix,
    notation.quote_mix,
    notation.number_format_mix,
    notation.heading_spacing,
    notation.enum_style,
    structure.numbering_dup,
    structure.heading_dot,
    sentences.impossible_pair,
    sentences.lone_syllable,
    sentences.case_after_semicolon,
    sentences.case_after_period,
    sentences.left_open,
    sentences.page_break_split,
    spacing.blanks,
)


def check_plan(
    plan: Plan,
    acts: Sequence[LegalAct],
    rules: CheckRules | None,
    text_lines: Sequence[str],
    joined: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Everything the checks have to say about a plan, each remark once, in the order of :data:`CHECKS`.

    ``acts`` is the register of documents; ``rules`` the word lists and figures (None: checks that need them stay
    silent); ``text_lines`` the source text, in which every quote stands as written within one line ("" when what a
    remark is about is not in the text). Without lines the plan's own text is taken (:func:`plan_lines`). ``joined`` as
    in :class:`Paper`.
    """
    paper = Paper.of(plan, acts, rules, text_lines, joined)
    return _apart(dict.fromkeys(finding for check in CHECKS for finding in check(paper)))


def _apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Without doubled words that are a mistyped name ("tiến tiến" for "tiên tiến"): leaving one out mends nothing."""
    found = tuple(findings)
    meant = [edit for one in found if one.code == "TYPO" for edit in one.edits if isinstance(edit, TextEdit)]
    return tuple(one for one in found if one.code != "DUP_WORD" or not any(_within(one, edit) for edit in meant))


def _within(finding: Finding, whole: TextEdit) -> bool:
    return any(
        isinstance(edit, TextEdit)
        and edit.line == whole.line
        and whole.start <= edit.start
        and edit.start + len(edit.old) <= whole.start + len(whole.old)
        for edit in finding.edits
    )
