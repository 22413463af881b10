from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from editorial.jobs import publish_due
from editorial.models import ArticlePage, BlogIndexPage
from network.jobs.registry import JOBS
from tests.factories.editorial import make_article

LONDON = ZoneInfo("Europe/London")
A_MOMENT = timedelta(seconds=1)


def scheduled(when: datetime) -> ArticlePage:
    article = ArticlePage(title="In time", slug="in-time", live=False, go_live_at=when)
    BlogIndexPage.objects.get().add_child(instance=article)
    article.save_revision().publish()
    return article


def test_the_job_is_due_every_minute():
    assert JOBS["editorial.publish_due"].cron == "* * * * *"


# An ordinary day, the hour that happens twice in autumn, and the day whose half past one never happens.
@pytest.mark.parametrize(
    "when",
    [
        datetime(2026, 12, 16, 10, 0, tzinfo=LONDON),
        datetime(2026, 10, 25, 1, 30, tzinfo=LONDON),
        datetime(2027, 3, 28, 2, 30, tzinfo=LONDON),
    ],
)
def test_a_page_goes_live_at_its_time_and_once(home, outsider, when):
    with time_machine.travel(when - timedelta(days=2), tick=False):
        article = scheduled(when)
    with time_machine.travel(when - timedelta(seconds=1), tick=False):
        publish_due.now()
        early = outsider.client.get(article.relative_url).status_code
    with time_machine.travel(when + A_MOMENT, tick=False):
        publish_due.now()
        publish_due.now()
        in_time = outsider.client.get(article.relative_url).status_code

    article.refresh_from_db()
    assert (early, in_time) == (404, 200)
    assert article.first_published_at == when.astimezone(UTC) + A_MOMENT


def test_a_page_may_be_edited_after_it_went_live(home):
    when = timezone.now() + timedelta(hours=1)
    article = scheduled(when)
    with time_machine.travel(when + A_MOMENT, tick=False):
        publish_due.now()
        article = ArticlePage.objects.get(pk=article.pk)
        article.title = "Edited"
        article.save_revision().publish()

    assert ArticlePage.objects.get(pk=article.pk).title == "Edited"


def test_an_expired_page_comes_down(home, outsider):
    when = timezone.now() + timedelta(hours=1)
    article = make_article(expire_at=when)

    with time_machine.travel(when + A_MOMENT, tick=False):
        publish_due.now()
        assert outsider.client.get(article.relative_url).status_code == 404
