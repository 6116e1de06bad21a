"""Eligibility, quota, authority, bonus, deadlines: pure, fed with rule data."""

from .conditions import Condition
from .eligibility import Answer, ConditionAnswer, RuleSettings, Verdict, judge
from .facts import CollectiveYear, PersonYear, SubjectFacts
from .packs import Law, RulePack

__all__ = [
    "Answer",
    "CollectiveYear",
    "Condition",
    "ConditionAnswer",
    "Law",
    "PersonYear",
    "RulePack",
    "RuleSettings",
    "SubjectFacts",
    "Verdict",
    "judge",
]
