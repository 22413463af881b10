from forum.extracts.models import Excerpt
from network.access.viewer import viewer_of
from network.people.models import Shield
from tests.factories.direct import add
from tests.factories.forum import say


def test_those_who_see_the_case_read_it_and_nobody_else(said, report, ada, bola, cem, dina):
    report(said[12], said[11])

    assert Excerpt.objects.visible_to(dina.viewer).count() == 1
    for one in (ada, bola, cem):
        assert not Excerpt.objects.visible_to(one.viewer).exists()


def test_what_is_out_of_reach_is_not_kept(said, report):
    report(said[12], said[11], said[29])

    assert [one.message for one in Excerpt.objects.all()] == [said[11]]


def test_words_of_somebody_who_hides_from_a_moderator_stay_out(talk, said, report, cem, bola, dina):
    add(talk, cem.person)
    theirs = say(viewer_of(cem.person), talk, "Cem was there")
    Shield.objects.create(person=cem.person, other=dina.person, level="everywhere")

    report(said[29], theirs)

    assert Excerpt.objects.get().author == cem.person
    assert not Excerpt.objects.visible_to(viewer_of(dina.person)).exists()
