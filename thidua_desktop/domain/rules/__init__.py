"""Eligibility, quota, authority, bonus, deadlines: pure, fed with rule data."""

from .authority import Authority, decider
from .bonus import Bonus, bonus
from .corrections import Correction, RuleRow, corrected, rows
from .deadlines import Deadline, calendar
from .eligibility import Answer, ConditionAnswer, RuleSettings, Verdict, judge, worst
from .facts import CollectiveYear, PersonYear, SubjectFacts
from .packs import Law, RulePack
from .quota import VoteRule, judge_ceiling, judge_votes, vote_rule

__all__ = [
    "Answer",
    "Authority",
    "Bonus",
    "CollectiveYear",
    "ConditionAnswer",
    "Correction",
    "Deadline",
    "Law",
    "PersonYear",
    "RulePack",
    "RuleRow",
    "RuleSettings",
    "SubjectFacts",
    "Verdict",
    "VoteRule",
    "bonus",
    "calendar",
    "corrected",
    "decider",
    "judge",
    "judge_ceiling",
    "judge_votes",
    "rows",
    "vote_rule",
    "worst",
]
