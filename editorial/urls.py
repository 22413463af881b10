from django.urls import path

from editorial.views import media, outside

urlpatterns = [
    path("media/<int:pk>/<str:name>", media.rendition, name="rendition"),
    path("documents/<int:pk>/<str:name>", media.document, name="document"),
    path("blog/feed/", outside.feed, name="blog_feed"),
    path("sitemap.xml", outside.sitemap, name="sitemap"),
    path("robots.txt", outside.robots, name="robots"),
]
