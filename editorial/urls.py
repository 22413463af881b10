from django.urls import path
from django.views.generic import TemplateView
from wagtail.contrib.sitemaps.views import sitemap

from editorial.feeds import BlogFeed
from editorial.views import media

urlpatterns = [
    path("blog/feed/", BlogFeed(), name="blog_feed"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", TemplateView.as_view(template_name="editorial/robots.txt", content_type="text/plain"), name="robots"),
    path("media/r/<int:rendition_id>/<str:filename>", media.rendition, name="rendition"),
    # The name Wagtail reverses for a document's address.
    path("documents/<int:document_id>/<path:filename>", media.document, name="wagtaildocs_serve"),
]
