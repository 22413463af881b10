"""All input of the moderators' table, with its bounds."""

from forum.desk.forms.case import (
    CARDS,
    DECISIONS,
    EVERYWHERE,
    OF_SOMEBODY,
    PASS,
    DecidingForm,
    DecisionForm,
    ReportForm,
    ShowForm,
)
from forum.desk.forms.summary import SummaryForm
from forum.desk.forms.watchword import WatchForm

__all__ = [
    "CARDS",
    "DECISIONS",
    "EVERYWHERE",
    "OF_SOMEBODY",
    "PASS",
    "DecidingForm",
    "DecisionForm",
    "ReportForm",
    "ShowForm",
    "SummaryForm",
    "WatchForm",
]
