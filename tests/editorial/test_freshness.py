import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from network.access.audience import MEMBERS
from network.programme.models import Programme
from network.programme.models import Testimonial as Words
from tests.factories.editorial import make_article, make_image, make_programme_page


@pytest.fixture
def programme(db) -> Programme:
    return Programme.objects.create(code="bali", title="BALI")


def tag(client, path: str) -> str:
    return client.get(path)["ETag"]


def test_an_unchanged_page_is_not_sent_again(home, outsider):
    article = make_article()
    first = outsider.client.get(article.relative_url)

    with CaptureQueriesContext(connection) as captured:
        again = outsider.client.get(article.relative_url, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert len(captured) <= 2


def test_an_unchanged_page_is_not_rendered_again(home, outsider):
    article = make_article()
    first = outsider.client.get(article.relative_url)

    with CaptureQueriesContext(connection) as captured:
        again = outsider.client.get(article.relative_url)

    assert again.content == first.content
    assert len(captured) <= 2


def test_a_published_change_is_seen_at_once(home, outsider):
    article = make_article("Before")
    before = outsider.client.get(article.relative_url)

    article.title = "Afterwards"
    article.save_revision().publish()

    after = outsider.client.get(article.relative_url, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200 and b"Afterwards" in after.content
    assert b"Afterwards" in outsider.client.get("/blog/").content


def test_a_page_taken_down_is_gone_at_once(home, outsider):
    article = make_article()
    before = outsider.client.get(article.relative_url)

    article.unpublish()

    answer = outsider.client.get(article.relative_url, headers={"If-None-Match": before["ETag"]})
    assert answer.status_code == 404


def test_a_saved_draft_changes_nothing(home, outsider):
    article = make_article()
    before = tag(outsider.client, article.relative_url)

    article.title = "Not yet"
    article.save_revision()

    assert tag(outsider.client, article.relative_url) == before


def test_withdrawn_consent_takes_the_words_off_at_once(home, outsider, programme):
    words = Words.objects.create(programme=programme, quote="I went.", consented_on="2026-01-01", is_approved=True)
    page = make_programme_page(programme)
    assert b"I went." in outsider.client.get(page.relative_url).content

    words.consented_on = None
    words.save()

    assert b"I went." not in outsider.client.get(page.relative_url).content


@pytest.mark.parametrize("change", ["programme", "image"])
def test_records_and_images_that_pages_show_move_the_version(home, outsider, programme, change):
    image = make_image()
    before = tag(outsider.client, "/")

    {"programme": programme, "image": image}[change].save()

    assert tag(outsider.client, "/") != before


def test_a_signed_in_readers_page_is_theirs_alone(home, ada, outsider):
    article = make_article()

    hers = ada.client.get(article.relative_url)

    assert "ETag" not in hers.headers
    assert hers["Cache-Control"] == "private, no-store"
    assert hers.content != outsider.client.get(article.relative_url).content


def test_members_pages_are_never_kept(home, ada, outsider):
    article = make_article("Ours", audience=MEMBERS)
    assert ada.client.get(article.relative_url).status_code == 200

    assert outsider.client.get(article.relative_url).status_code == 302


def test_each_theme_has_a_page_of_its_own(home, outsider):
    make_article()
    light = outsider.client.get("/").content
    outsider.client.cookies["theme"] = "dark"

    assert outsider.client.get("/").content != light


def test_made_up_questions_fill_no_cache(home, outsider):
    answer = outsider.client.get("/?made=up")

    assert answer.status_code == 200 and "ETag" not in answer.headers


def test_a_lost_cache_costs_time_and_nothing_else(home, outsider):
    article = make_article()
    first = outsider.client.get(article.relative_url).content
    caches["pages"].clear()

    assert outsider.client.get(article.relative_url).content == first
