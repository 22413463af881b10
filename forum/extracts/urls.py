from django.urls import path

from forum.extracts.views import reading, widening

urlpatterns = [
    path("m/desk/reports/<slug:public_id>/more/", widening.new, name="widening_new"),
    path("m/desk/more/<slug:public_id>/", widening.detail, name="widening"),
    path("m/desk/more/<slug:public_id>/removal/", widening.withdraw, name="widening_removal"),
    path("m/desk/more/<slug:public_id>/words/", widening.words, name="widening_words"),
    path("m/you/receipts/", reading.index, name="readings"),
]
