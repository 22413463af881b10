"""The CMS shows a page for members to those who may edit it or read it: Finn, who is no member, tends only his own."""

import pytest

from editorial.cms_sight import hidden_in_cms
from editorial.models import MembersBranch
from network.access.audience import MEMBERS
from network.access.viewer import viewer_of
from network.people.actions.role import grant_role
from network.people.models import User
from tests.factories.editorial import make_article
from tests.factories.events import make_event

WORD = "Quietly"


@pytest.fixture
def page(home, efe):
    """A page for members that is not Finn's."""
    return make_article(f"{WORD} among ourselves", audience=MEMBERS, owner=efe.person)


def lists(page) -> list[str]:
    """Every address of the CMS that lists or shows pages."""
    branch = MembersBranch.objects.get()
    return [
        "/cms/",
        "/cms/choose-page/",
        f"/cms/choose-page/{branch.pk}/",
        f"/cms/choose-page/{page.pk}/",
        f"/cms/choose-page/search/?q={WORD}",
        f"/cms/choose-page/chosen-multiple/?id={page.pk}",
        "/cms/api/main/pages/",
        f"/cms/api/main/pages/?child_of={branch.pk}&for_explorer=1",
        f"/cms/api/main/pages/{page.pk}/",
        f"/cms/pages/{branch.pk}/",
        f"/cms/pages/{page.pk}/",
        f"/cms/pages/{page.pk}/edit/",
        f"/cms/pages/{page.pk}/copy/",
        f"/cms/pages/{page.pk}/history/",
        f"/cms/pages/{page.pk}/usage/",
        f"/cms/pages/{page.pk}/unpublish/",
        f"/cms/pages/{page.pk}/view_draft/",
        f"/cms/pages/search/?q={WORD}",
        f"/cms/pages/search/results/?q={WORD}",
        f"/cms/pages/{branch.pk}/?q={WORD}&search_all=1",
        "/cms/pages/usage/editorial/articlepage/",
        "/cms/reports/aging-pages/",
        "/cms/reports/page-types-usage/",
        "/cms/reports/workflow/",
        f"/cms/bulk/wagtailcore/page/unpublish/?id={page.pk}",
        f"/cms/bulk/wagtailcore/page/delete/?id=all&childOf={branch.pk}",
    ]


def naming(someone, page) -> set[str]:
    """Those addresses at which somebody reads the page's title, wherever they lead."""
    answers = {path: someone.client.get(path, follow=True) for path in lists(page)}
    return {path for path, answer in answers.items() if f"{WORD} among" in answer.content.decode()}


def test_who_is_no_member_finds_no_page_for_members_in_the_cms(page, finn):
    assert naming(finn, page) == set()


def test_an_editor_finds_it_where_it_stands(page, efe):
    found = naming(efe, page)

    assert set(lists(page)) - found <= {
        "/cms/",
        "/cms/choose-page/",
        f"/cms/pages/{page.pk}/usage/",
        "/cms/reports/workflow/",
    }


def test_whoever_may_read_it_finds_it(page, finn):
    grant_role(person=finn.person, kind="ally", by=None)

    assert {f"/cms/choose-page/search/?q={WORD}", "/cms/api/main/pages/"} <= naming(finn, page)


def test_one_tends_what_one_has_made(home, finn, efe):
    mine, other = make_event("Mine", owner=finn.person), make_event("Other", owner=efe.person)
    finn.client.get("/cms/")

    user = User.objects.get(pk=finn.person.pk)

    assert set(hidden_in_cms(viewer_of(user), user).values_list("pk", flat=True)) == {other.pk}
    assert finn.client.get(f"/cms/pages/{mine.pk}/edit/").status_code == 200
    assert finn.client.get(f"/cms/pages/{other.pk}/edit/").status_code == 404


def test_public_pages_and_the_branch_itself_stay_open(home, finn):
    public = make_article("In the open")
    branch = MembersBranch.objects.get()

    found = finn.client.get("/cms/choose-page/search/?q=open").content.decode()
    answers = [finn.client.get(f"/cms/{path}/").status_code for path in (f"pages/{branch.pk}", "choose-page", "pages")]

    assert "In the open" in found and public.live
    assert answers[:2] == [200, 200] and answers[2] in (200, 302)


def test_search_leads_to_what_one_may_see(home, finn):
    make_event("Our own summer", owner=finn.person)

    answer = finn.client.get("/cms/pages/search/?q=summer", follow=True)

    assert answer.status_code == 200 and "Our own summer" in answer.content.decode()


@pytest.mark.parametrize("number", ["9" * 30, "x", "0"])
def test_an_odd_number_is_not_there(page, finn, number):
    paths = (f"/cms/choose-page/{number}/", f"/cms/pages/{number}/", f"/cms/bulk/wagtailcore/page/delete/?id={number}")

    assert {finn.client.get(path).status_code for path in paths} <= {404, 200}


def test_how_many_pages_there_are_costs_no_query(page, finn, django_assert_num_queries):
    finn.client.get("/cms/choose-page/search/?q=none")
    user = User.objects.get(pk=finn.person.pk)
    viewer = viewer_of(user)

    def ask() -> None:
        list(hidden_in_cms(viewer, user))

    ask()
    with django_assert_num_queries(2):
        ask()
    for number in range(10):
        make_article(f"Another {number}", audience=MEMBERS)
    with django_assert_num_queries(2):
        ask()
