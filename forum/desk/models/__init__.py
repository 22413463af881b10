from forum.desk.models.report import Report, ReportReason, ReportState

__all__ = ["Report", "ReportReason", "ReportState"]
