from django.urls import path

from forum.desk.views import attachment, case, report, summary, watchword

urlpatterns = [
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/report/", report.new, name="report_new"),
    path("m/t/<slug:public_id>/summary/", summary.edit, name="summary"),
    path("m/t/<slug:public_id>/summary/removal/", summary.remove, name="summary_removal"),
    path("m/desk/reports/", case.index, name="cases"),
    path("m/desk/reports/<slug:public_id>/", case.detail, name="case"),
    path("m/desk/reports/<slug:public_id>/claim/", case.claim, name="case_claim"),
    path("m/desk/reports/<slug:public_id>/release/", case.release, name="case_release"),
    path("m/desk/reports/<slug:case_id>/files/<slug:public_id>/", attachment.full, name="case_file"),
    path("m/desk/reports/<slug:case_id>/files/<slug:public_id>/small/", attachment.small, name="case_file_small"),
    path("m/desk/watchwords/", watchword.index, name="watchwords"),
    path("m/desk/watchwords/<int:word_id>/removal/", watchword.remove, name="watchword_removal"),
]
