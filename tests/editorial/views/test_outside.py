from datetime import timedelta

from django.utils import timezone

from network.access.audience import MEMBERS
from tests.factories.editorial import make_article


def test_the_feed_holds_public_posts_alone(home, ada):
    make_article("Open to all", standfirst="In short", tags=("Names",))
    make_article("For members", audience=MEMBERS)

    answer = ada.client.get("/blog/feed/")

    assert answer["Content-Type"].startswith("application/atom+xml")
    assert b"Open to all" in answer.content and b"For members" not in answer.content


def test_the_sitemap_holds_public_pages_alone(home, ada):
    shown = make_article("Open to all")
    hidden = make_article("For members", audience=MEMBERS)
    draft = make_article("Draft")
    draft.unpublish()

    words = ada.client.get("/sitemap.xml").content.decode()

    assert shown.relative_url in words
    assert hidden.public_id not in words and draft.relative_url not in words and "/m/" not in words


def test_a_scheduled_post_leaves_no_trace(home, outsider):
    article = make_article("Canary tomorrow", live=False)
    article.unpublish()
    article.go_live_at = timezone.now() + timedelta(days=1)
    article.save_revision().publish()

    for path in ("/", "/blog/", "/blog/feed/", "/sitemap.xml", "/search/?q=tomorrow"):
        assert b"Canary" not in outsider.client.get(path).content
    assert outsider.client.get(article.relative_url).status_code == 404


def test_robots_are_told_where_the_sitemap_is(home, outsider):
    words = outsider.client.get("/robots.txt").content.decode()

    assert "Disallow: /m/" in words and "Sitemap: http://testserver/sitemap.xml" in words
