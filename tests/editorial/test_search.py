from editorial.search import find_articles, find_pages, find_programmes
from network.access.audience import ALUMNI, MEMBERS
from network.access.viewer import OUTSIDER
from network.programme.models import Programme
from tests.factories.editorial import make_article, make_programme_page


def titles(found) -> set[str]:
    return {page.title for page in found}


def test_words_find_what_the_viewer_may_see(home, ada, bola):
    make_article("Lanterns for all")
    make_article("Lanterns for members", audience=MEMBERS)
    make_article("Lanterns for alumni", audience=ALUMNI)

    assert titles(find_articles(OUTSIDER, "lanterns")) == {"Lanterns for all"}
    assert titles(find_articles(bola.viewer, "lanterns")) == {"Lanterns for all", "Lanterns for members"}
    assert len(titles(find_articles(ada.viewer, "lanterns"))) == 3


def test_drafts_are_not_found(home):
    make_article("Lanterns").unpublish()

    assert titles(find_articles(OUTSIDER, "lanterns")) == set()


def test_plain_pages_and_programmes_are_found(home):
    make_programme_page(Programme.objects.create(code="bali", title="Lantern programme"))

    assert titles(find_programmes(OUTSIDER, "lantern")) == {"Lantern programme"}
    assert titles(find_pages(OUTSIDER, "privacy")) == {"Privacy"}
