from django.urls import path

from network.notices.views import delivery, notice

urlpatterns = [
    path("m/notices/", notice.index, name="notices"),
    path("m/notices/reading/", notice.read, name="notices_read"),
    path("m/desk/deliveries/", delivery.index, name="deliveries"),
    path("m/desk/deliveries/<int:stuck_id>/release/", delivery.release, name="delivery_release"),
]
