"""With random people, shields and audiences, a viewer's answers equal those of a world without whoever hides."""

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.access.viewer import viewer_of
from network.directory.actions.profile import change_profile, ensure_profile
from network.directory.models import FIELDS_WITH_AUDIENCE
from network.directory.seen import newcomers_for, search_directory, seen_fields
from network.people.actions.affiliation import affiliate
from network.people.actions.shield import raise_shield
from network.people.models import RoleKind, ShieldLevel, User
from tests.factories.network import make_authority, make_person

AUDIENCES = st.sampled_from(["nobody", "alumni", "members"])
PERSON = st.fixed_dictionaries(
    {
        "alumna": st.booleans(),
        "employer": st.sampled_from(["", "Croydon", "Leeds"]),
        "listed": st.booleans(),
        "to": AUDIENCES,
        "hides": st.sampled_from(["", "person", "Croydon", "Leeds"]),
        "level": st.sampled_from(ShieldLevel.values),
    }
)
QUESTIONS = [{}, {"words": "fostering"}, {"region": "Eastern"}, {"organisation": "o"}, {"mentoring": "offering"}]


def settle(viewer: User, facts: list[dict]) -> list[User]:
    """A world of these people, in which some hide from the viewer."""
    people = []
    for number, fact in enumerate(facts):
        kind = (RoleKind.ALUMNA, "C09") if fact["alumna"] else (RoleKind.ALLY, "")
        person = make_person(f"Person {number}", roles=(kind,))
        if fact["employer"]:
            affiliate(person=person, organisation=make_authority(fact["employer"]))
        if fact["hides"] == "person":
            raise_shield(person=person, other=viewer, level=fact["level"])
        elif fact["hides"]:
            raise_shield(person=person, organisation=make_authority(fact["hides"]), level=fact["level"])
        changes = {"is_listed": fact["listed"], "expertise": "Fostering", "region": "Eastern", "mentoring": "offering"}
        changes |= {f"{name}_to": fact["to"] for name in FIELDS_WITH_AUDIENCE}
        change_profile(by=viewer_of(person), profile=ensure_profile(person=person), changes=changes)
        people.append(person)
    return people


def answers(viewer: User) -> list:
    """All that the directory tells: who, in which order, with which fields, how many."""
    eyes = viewer_of(viewer)
    told = [
        [(profile.person.name, seen_fields(profile)) for profile in search_directory(eyes, **question)]
        for question in QUESTIONS
    ]
    return [told, [profile.person.name for profile in newcomers_for(eyes)], [len(lines) for lines in told]]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=st.lists(PERSON, min_size=1, max_size=5), works_at=st.sampled_from(["", "Croydon", "Leeds"]))
def test_who_hides_leaves_no_trace(db, facts, works_at):
    with transaction.atomic():
        viewer = make_person("The viewer")
        if works_at:
            affiliate(person=viewer, organisation=make_authority(works_at))
        people = settle(viewer, facts)
        hidden = viewer_of(viewer).hidden_in_lists
        with_them = answers(viewer)

        for person in people:
            if person.pk in hidden:
                person.profile.delete()
                person.shields.all().delete()

        assert with_them == answers(viewer)
        transaction.set_rollback(True)
