import pytest

from editorial.actions.groups import follow_roles
from network.people.actions.role import end_role, grant_role
from network.people.models import Role

CLOSED = (
    "/cms/users/",
    "/cms/users/add/",
    "/cms/groups/",
    "/cms/groups/new/",
    "/cms/password_reset/",
    "/cms/reports/site-history/",
)


def groups(someone) -> set[str]:
    return set(someone.person.groups.values_list("name", flat=True))


def test_groups_follow_from_roles(home, efe, finn, ada):
    for someone in (efe, finn, ada):
        follow_roles(person=someone.person)

    assert groups(efe) == {"Editors"}
    assert groups(finn) == {"Programme managers", "Events managers"}
    assert groups(ada) == set()


def test_a_role_granted_later_opens_the_cms(home, bola, on_commit):
    with on_commit():
        grant_role(person=bola.person, kind="editor", by=None)

    assert groups(bola) == {"Editors"}


def test_an_ended_role_closes_the_cms_at_once(home, efe):
    assert efe.client.get("/cms/").status_code == 200

    end_role(role=Role.objects.get(person=efe.person), by=None)

    assert efe.client.get("/cms/").status_code in (302, 403)
    assert efe.client.get("/cms/pages/").status_code in (302, 403)


def test_members_without_an_office_are_refused(home, bola, ada):
    assert [someone.client.get("/cms/").status_code for someone in (bola, ada)] == [403, 403]


def test_an_outsider_is_shown_the_one_door(home, outsider):
    for path in ("/cms/", "/cms/pages/", "/cms/login/"):
        answer = outsider.client.get(path)
        assert answer.status_code == 302 and answer["Location"].startswith("/accounts/login/"), path


@pytest.mark.parametrize("path", CLOSED)
def test_the_cms_keeps_no_people(home, efe, finn, path):
    assert [someone.client.get(path).status_code for someone in (efe, finn)] == [404, 404]


def test_the_account_page_is_everybodys(home, efe):
    assert efe.client.get("/cms/account/")["Location"] == "/accounts/"


def test_the_way_back_stays_on_this_site(home, outsider):
    answer = outsider.client.get("/cms/login/?next=https://evil.example/")

    assert "evil" not in answer["Location"]
