from django.urls import path

from forum.desk.views import report

urlpatterns = [
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/report/", report.new, name="report_new"),
    path("m/desk/reports/", report.index, name="reports"),
    path("m/desk/reports/<slug:public_id>/", report.decide, name="report"),
]
