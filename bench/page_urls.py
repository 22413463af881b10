from django.urls import path

from bench.urls import constant, handler400, handler403, handler404, handler500  # noqa: F401
from bench.urls import urlpatterns as others

# Below this address nothing looks for a kept page: it passes the house's middleware and no query.
urlpatterns = [path("healthz/constant/", constant), *others]
