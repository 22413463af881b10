from forum.desk.models.appeal import Appeal, AppealState
from forum.desk.models.case import Case, CaseState
from forum.desk.models.report import Report, ReportReason
from forum.desk.models.summary import Summary

__all__ = ["Appeal", "AppealState", "Case", "CaseState", "Report", "ReportReason", "Summary"]
