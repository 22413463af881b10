from datetime import timedelta

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.rich_text import RichText

from editorial.models import ArticlePage, ArticleTag
from network.access.viewer import OUTSIDER
from tests.factories.editorial import make_article

MOST = 12


def queries_for(client, path: str) -> int:
    client.get(path)
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def related(article: ArticlePage) -> list[str]:
    topics = list(ArticleTag.objects.filter(tagged_articles__content_object=article))
    others = ArticlePage.objects.visible_to(OUTSIDER).related_to(article, topics)
    return [other.title for other in others]


def test_related_posts_come_by_shared_topics_then_by_date(home):
    article = make_article("This", tags=("Names", "Belonging"))
    old = make_article("One topic, old", tags=("Names",))
    make_article("One topic, new", tags=("Names",))
    make_article("Both topics", tags=("Names", "Belonging"))
    make_article("None")
    ArticlePage.objects.filter(pk=old.pk).update(first_published_at=timezone.now() - timedelta(days=9))

    assert related(article) == ["Both topics", "One topic, new", "One topic, old", "None"]


def test_no_heading_without_content(home, outsider):
    article = make_article("Alone")

    words = outsider.client.get(article.relative_url).content.decode()

    assert "Related posts" not in words and "Topics</h2>" not in words


def test_an_article_costs_the_same_beside_one_and_beside_ten(home, outsider):
    article = make_article("This", tags=("Names",))
    make_article("Other", tags=("Names",))
    beside_one = queries_for(outsider.client, article.relative_url)
    for number in range(10):
        make_article(tags=("Names", f"Topic {number}"))

    beside_eleven = queries_for(outsider.client, article.relative_url)

    assert beside_one == beside_eleven <= MOST


def test_home_and_blog_cost_the_same_with_one_and_with_ten(home, outsider):
    make_article("First", tags=("Names",))
    with_one = {path: queries_for(outsider.client, path) for path in ("/", "/blog/")}
    for number in range(10):
        make_article(tags=("Names", f"Topic {number}"))

    with_eleven = {path: queries_for(outsider.client, path) for path in ("/", "/blog/")}

    assert with_one == with_eleven
    assert max(with_eleven.values()) <= MOST


def test_the_topic_list_names_only_topics_of_posts_one_may_see(home, outsider):
    make_article("Open", tags=("Names",))
    make_article("Closed", audience="members", tags=("Hidden topic",))

    words = outsider.client.get("/blog/").content.decode()

    assert "Names" in words and "Hidden topic" not in words


def test_the_cover_stays_when_the_title_changes(home):
    article = make_article("First title")
    seed = article.cover_seed

    article.title = "Second title"
    article.save_revision().publish()

    assert ArticlePage.objects.get(pk=article.pk).cover_seed == seed


def test_a_title_cannot_end_the_data_for_machines(home, outsider):
    article = make_article("</script><script>alert(1)</script>")

    words = outsider.client.get(article.relative_url).content.decode()

    assert "<script>alert" not in words
    assert '"@type": "BlogPosting"' in words


def test_script_in_a_text_block_is_inert(home, outsider):
    article = make_article(
        body=[("text", RichText('<p>x<script>alert(1)</script><a href="javascript:alert(1)">y</a></p>'))]
    )

    words = outsider.client.get(article.relative_url).content.decode()

    assert "<script>alert" not in words and "javascript:" not in words
