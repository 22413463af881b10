import pytest

from forum.sealed.hints import hints_for
from network.access.audience import cohort
from network.people.models import Affiliation, OrganisationAlias, RoleKind
from tests.factories.forum import make_space
from tests.factories.network import make_people


def codes(viewer, space, words):
    return {hint.code for hint in hints_for(viewer, space, words)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Nobody could know me by this", set()),
        ("As Ada always says", {"name"}),
        ("OKAFOR, and proud of it", {"name"}),
        ("In croydon we do it so", {"work"}),
        ("Croydons do it so", set()),
        ("As a Head of Service I was alone", {"title"}),
        ("We of cohort 9 know", {"cohort"}),
        ("We of C9 know", {"cohort"}),
        ("c09, all of us", {"cohort"}),
        ("Cohort 91 knows", set()),
        ("Cohort 9 in Croydon", {"cohort", "work", "both"}),
    ],
)
def test_what_gives_her_away_is_named(ada, quiet_room, words, found):
    assert codes(ada.viewer, quiet_room, words) == found


def test_a_short_name_of_the_workplace_counts_as_well(ada, quiet_room):
    works = Affiliation.objects.get(person=ada.person)
    OrganisationAlias.objects.create(organisation=works.organisation, name="The Croydon Partnership")

    assert codes(ada.viewer, quiet_room, "the croydon partnership decided") == {"work"}


def test_among_their_own_cohort_its_name_tells_nothing(ada):
    space = make_space(audience=cohort("C09"), takes_unnamed=True)

    assert codes(ada.viewer, space, "We of cohort 9") == set()


def test_however_many_work_there_it_says_the_same_and_asks_as_often(ada, quiet_room, django_assert_num_queries):
    works, viewer = Affiliation.objects.get(person=ada.person).organisation, ada.viewer
    alone = hints_for(viewer, quiet_room, "In Croydon")
    make_people(10, roles=((RoleKind.ALUMNA, ""),), employer=works)

    with django_assert_num_queries(4):
        among_eleven = hints_for(viewer, quiet_room, "In Croydon")

    assert among_eleven == alone
    assert not any(letter.isdigit() for hint in alone for letter in hint.words)
