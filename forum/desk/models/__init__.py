from forum.desk.models.case import Case, CaseState
from forum.desk.models.report import Report, ReportReason
from forum.desk.models.summary import Summary

__all__ = ["Case", "CaseState", "Report", "ReportReason", "Summary"]
