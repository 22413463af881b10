from django.urls import path

from forum.casebook.views import (
    appeal,
    concern,
    cover,
    handing_over,
    measure,
    note,
    objection,
    proposal,
    public,
    receipt,
)

urlpatterns = [
    path("report/", public.new, name="public_report"),
    path("m/you/decisions/<slug:public_id>/", measure.detail, name="my_measure"),
    path("m/you/decisions/<slug:public_id>/appeal/", objection.of_measure, name="measure_appeal"),
    path("m/w/<slug:public_id>/appeal/", objection.of_declined, name="held_appeal"),
    path("m/you/appeals/<slug:public_id>/", objection.outcome, name="my_objection"),
    path("appeal/<str:word>/", objection.by_letter, name="appeal_by_letter"),
    path("m/desk/objections/<slug:public_id>/", objection.detail, name="objection"),
    path("m/desk/objections/<slug:public_id>/claim/", objection.claim, name="objection_claim"),
    path("m/desk/objections/<slug:public_id>/release/", objection.release, name="objection_release"),
    path("m/desk/matters/<slug:public_id>/notes/", note.new, name="notes_on_matter"),
    path("m/desk/duty/handing-over/", handing_over.new, name="handing_over"),
    path("m/you/reports/<slug:public_id>/", receipt.of_concern, name="receipt"),
    path("m/you/hidden/<slug:public_id>/appeal/", cover.new, name="cover_appeal"),
    path("m/you/reports/messages/<slug:public_id>/", receipt.detail, name="message_receipt"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/appeal/", appeal.new, name="appeal_new"),
    path("m/desk/concerns/<slug:public_id>/", concern.detail, name="concern"),
    path("m/desk/concerns/<slug:public_id>/claim/", concern.claim, name="concern_claim"),
    path("m/desk/concerns/<slug:public_id>/release/", concern.release, name="concern_release"),
    path("m/desk/reports/<slug:public_id>/proposal/", measure.new, {"room": "reports"}, name="case_proposal"),
    path("m/desk/concerns/<slug:public_id>/proposal/", measure.new, {"room": "concerns"}, name="concern_proposal"),
    path("m/desk/appeals/<slug:public_id>/", appeal.detail, name="appeal"),
    path("m/desk/proposals/<slug:public_id>/", proposal.detail, name="proposal"),
]
