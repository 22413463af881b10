"""All input of the moderators' table, with its bounds."""

from forum.desk.forms.appeal import RESTORE, AppealForm, JudgementForm, SummaryForm
from forum.desk.forms.case import (
    ACT,
    APPEAL_CARDS,
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

__all__ = [
    "ACT",
    "APPEAL_CARDS",
    "CARDS",
    "CONCERN_CARDS",
    "DECISIONS",
    "EVERYWHERE",
    "OF_SOMEBODY",
    "PASS",
    "RESTORE",
    "AppealForm",
    "ConcernDecisionForm",
    "DecisionForm",
    "JudgementForm",
    "ReportForm",
    "ShowForm",
    "SummaryForm",
]
