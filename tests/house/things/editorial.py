"""Of the room of pages."""

from editorial.actions.groups import follow_roles
from network.access.audience import ALUMNI, MEMBERS, PUBLIC
from network.programme.models import Cohort, Programme
from tests.factories.editorial import make_article, make_document, make_image, tree


def _ground(cast) -> None:
    tree()
    for someone in (cast.efe, cast.finn):
        follow_roles(person=someone.person)


def cms_path(path: str):
    def place(cast) -> str:
        _ground(cast)
        return path

    return place


cms = cms_path("/cms/")
account_of_the_cms = cms_path("/cms/account/")
people_of_the_cms = cms_path("/cms/users/")
privacy_of_a_page = cms_path("/cms/pages/1/privacy/")


def ground(cast) -> dict:
    _ground(cast)
    return {}


def members_page(cast) -> dict:
    _ground(cast)
    return {"pk": make_article(audience=ALUMNI).pk}


def members_page_to_choose(cast) -> dict:
    return {"parent_page_id": members_page(cast)["pk"]}


def members_page_to_unpublish(cast) -> dict:
    return members_page(cast) | {"action_name": "unpublish"}


def public_article(cast) -> str:
    return make_article(audience=PUBLIC).relative_url


def members_article(cast) -> str:
    return make_article(audience=MEMBERS).relative_url


def alumni_article(cast) -> str:
    return make_article(audience=ALUMNI).relative_url


def draft_article(cast) -> str:
    article = make_article(audience=PUBLIC)
    article.unpublish()
    return article.relative_url


def _rendition(cast, audience: str) -> str:
    _ground(cast)
    image = make_image()
    make_article(audience=audience, image=image)
    return image.get_rendition("width-400").url


def public_image(cast) -> str:
    return _rendition(cast, PUBLIC)


def members_image(cast) -> str:
    return _rendition(cast, MEMBERS)


def alumni_image(cast) -> str:
    return _rendition(cast, ALUMNI)


def members_document(cast) -> str:
    _ground(cast)
    document = make_document()
    make_article(audience=MEMBERS, body=[("download", {"document": document, "text": "The paper"})])
    return document.url


def cohort(cast) -> dict:
    _ground(cast)
    programme = Programme.objects.create(code="bali", title="BALI")
    return {"pk": Cohort.objects.create(code="C50", name="Cohort 50", programme=programme).pk}
