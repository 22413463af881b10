from django.urls import path

from forum.concerns.views import duty, order, waiting

urlpatterns = [
    path("m/desk/duty/", duty.edit, name="duty"),
    path("m/desk/next/", duty.take, name="next_matter"),
    path("m/desk/waiting/", waiting.index, name="all_held"),
    path("m/desk/matters/<slug:public_id>/hold/", order.new, name="hold_order_new"),
    path("m/desk/holds/", order.index, name="hold_orders"),
    path("m/desk/holds/<int:order_id>/lifting/", order.lift, name="hold_order_lifting"),
    path("m/desk/afterwards/", duty.aftercare, name="aftercare"),
]
