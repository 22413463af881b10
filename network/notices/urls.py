from django.urls import path

from network.notices.views import delivery, notice, preference

urlpatterns = [
    path("m/notices/", notice.index, name="notices"),
    path("m/notices/reading/", notice.read, name="notices_read"),
    path("m/notices/clearing/", notice.clear, name="notices_clear"),
    path("m/notices/preferences/", preference.edit, name="mail_preferences"),
    # Outside the door: a mail programme posts there without cookies.
    path("unsubscribe/<str:word>/", preference.unsubscribe, name="unsubscribe"),
    path("m/desk/deliveries/", delivery.index, name="deliveries"),
    path("m/desk/deliveries/<int:stuck_id>/release/", delivery.release, name="delivery_release"),
]
