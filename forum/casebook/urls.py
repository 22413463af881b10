from django.urls import path

from forum.casebook.views import hand_over, note, objection, public, receipt

urlpatterns = [
    path("report/", public.new, name="public_report"),
    path("m/you/decisions/<slug:public_id>/appeal/", objection.of_measure, name="measure_appeal"),
    path("m/w/<slug:public_id>/appeal/", objection.of_declined, name="held_appeal"),
    path("m/you/appeals/<slug:public_id>/", objection.outcome, name="my_objection"),
    path("appeal/<str:word>/", objection.by_letter, name="appeal_by_letter"),
    path("m/desk/objections/<slug:public_id>/", objection.detail, name="objection"),
    path("m/desk/objections/<slug:public_id>/claim/", objection.claim, name="objection_claim"),
    path("m/desk/objections/<slug:public_id>/release/", objection.release, name="objection_release"),
    path("m/desk/matters/<slug:public_id>/notes/", note.create, name="notes_on_matter"),
    path("m/desk/duty/handing-over/", hand_over.new, name="handing_over"),
    path("m/you/reports/messages/<slug:public_id>/", receipt.detail, name="message_receipt"),
]
