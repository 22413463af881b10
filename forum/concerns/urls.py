from django.urls import path

from forum.concerns.views import concern, measure, public

urlpatterns = [
    path("report/", public.new, name="public_report"),
    path("m/report/<slug:kind>/<slug:ref>/", concern.new, name="concern_new"),
    path("m/you/decisions/<slug:public_id>/", measure.detail, name="my_measure"),
    path("m/you/reports/<slug:public_id>/", concern.receipt, name="receipt"),
]
