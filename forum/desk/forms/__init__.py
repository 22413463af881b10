"""All input of the moderators' table, with its bounds."""

from forum.desk.forms.appeal import RESTORE, AppealForm, JudgementForm, SummaryForm
from forum.desk.forms.case import (
    ACT,
    CARDS,
    CONCERN_CARDS,
    DECISIONS,
    EVERYWHERE,
    OF_SOMEBODY,
    PASS,
    ConcernDecisionForm,
    DecisionForm,
    ReportForm,
    ShowForm,
)
from forum.desk.forms.measure import PROPOSALS, ProposalForm, SecondForm

__all__ = [
    "ACT",
    "CARDS",
    "CONCERN_CARDS",
    "DECISIONS",
    "EVERYWHERE",
    "OF_SOMEBODY",
    "PASS",
    "PROPOSALS",
    "RESTORE",
    "AppealForm",
    "ConcernDecisionForm",
    "DecisionForm",
    "JudgementForm",
    "ProposalForm",
    "ReportForm",
    "SecondForm",
    "ShowForm",
    "SummaryForm",
]
