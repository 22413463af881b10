from forum.desk.models.case import Case, CaseState
from forum.desk.models.report import Report, ReportReason

__all__ = ["Case", "CaseState", "Report", "ReportReason"]
