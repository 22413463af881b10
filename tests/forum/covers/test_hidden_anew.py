"""What waits out of sight can stay there, and what is written there afterwards can be hidden too."""

from uuid import uuid4

from forum.concerns.actions.concern import Told, decide_concern, report_subject
from forum.covers.models import HIDDEN_TITLE, Cover
from forum.covers.notices import BACK
from forum.talk.models import Thread
from network.directory.models import Profile
from network.notices.models import Notice


def report(by, kind, thing, category="other"):
    told = Told(category, "Please look")
    return report_subject(by=by.viewer, kind=kind, ref=thing.public_id, told=told, key=uuid4())


def title_of(thread):
    return Thread.objects.get(pk=thread.pk).title


def told(who):
    return list(
        Notice.objects.filter(person=who.person, kind__startswith="covers.")
        .order_by("pk")
        .values_list("kind", flat=True)
    )


def act(moderator, concern, *hides):
    said = {
        "decision": "act",
        "reason": "A threat",
        "words": "Please write it kindly." if hides else "",
        "hides": hides,
    }
    return moderator.client.post(f"/m/desk/concerns/{concern.public_id}/", said).status_code


def about_of(profile):
    return Profile.objects.get(pk=profile.pk).about


def write_about(profile, words):
    Profile.objects.filter(pk=profile.pk).update(about=words)


def test_what_one_voice_hid_can_be_kept_hidden_from_the_page(thread, profile, ada, bola, dina):
    threat, title = (
        report(bola, "person", profile, category="safeguarding"),
        report(bola, "thread", thread, category="safeguarding"),
    )
    page = dina.client.get(f"/m/desk/concerns/{threat.public_id}/").content.decode()
    assert 'value="about"' in page and 'value="contact"' not in page

    assert (act(dina, threat, "about"), act(dina, title, "title")) == (302, 302)

    assert (about_of(profile), title_of(thread)) == ("", HIDDEN_TITLE)
    assert "covers.back" not in told(ada)
    assert set(Cover.objects.standing().values_list("is_pending", "covered_by")) == {(False, dina.person.pk)}


def test_dealt_with_and_not_hidden_it_comes_back(profile, ada, bola, dina):
    concern = report(bola, "person", profile, category="safeguarding")

    assert act(dina, concern) == 302

    assert about_of(profile) == "Unkind about words"
    assert told(ada) == ["covers.pending", "covers.back"]


def test_what_its_owner_writes_afterwards_can_be_hidden_as_well(profile, ada, bola, cem, dina):
    assert act(dina, report(bola, "person", profile), "about") == 302
    write_about(profile, "Worse about words")

    assert act(dina, report(cem, "person", profile), "about") == 302

    assert about_of(profile) == ""
    assert [(cover.words, cover.is_superseded) for cover in Cover.objects.order_by("pk")] == [
        ("Unkind about words", True),
        ("Worse about words", False),
    ]
    page = ada.client.get("/m/you/hidden/").content.decode()
    assert "Worse about words" in page and "Unkind about words" not in page


def test_and_by_one_voice_where_somebody_may_be_at_risk(profile, ada, bola, cem, dina):
    assert act(dina, report(bola, "person", profile), "about") == 302
    write_about(profile, "Worse about words")

    concern = report(cem, "person", profile, category="safeguarding")
    assert about_of(profile) == ""
    decide_concern(by=dina.viewer, concern=concern, acts=False, reason="Nothing there")

    assert about_of(profile) == "Worse about words"


def test_the_same_words_typed_again_while_it_waits_are_hidden_by_the_decision(thread, profile, ada, bola, dina):
    concern, title = (
        report(bola, "person", profile, category="safeguarding"),
        report(bola, "thread", thread, category="safeguarding"),
    )
    write_about(profile, "Unkind about words")
    Thread.objects.filter(pk=thread.pk).update(title="Unkind title words")

    assert (act(dina, concern, "about"), act(dina, title, "title")) == (302, 302)

    assert (about_of(profile), title_of(thread)) == ("", HIDDEN_TITLE)


def test_of_superseded_words_nobody_is_told_that_they_are_back(profile, ada, bola, dina):
    concern = report(bola, "person", profile, category="safeguarding")
    write_about(profile, "Worse about words")
    assert act(dina, concern, "about") == 302

    old = Cover.objects.get(is_superseded=True)
    assert told(ada) == ["covers.pending", "covers.hidden"]
    assert not BACK.still_true(ada.person, old.public_id)


def test_a_part_the_reporter_does_not_see_is_not_found_by_a_word_within_another(profile, bola, dina):
    hidden = {"organisation_name": "Unkind", "organisation_name_to": "nobody"}
    Profile.objects.filter(pk=profile.pk).update(**hidden)

    concern = report(bola, "person", profile, category="safeguarding")

    assert Profile.objects.get(pk=profile.pk).organisation_name == "Unkind"
    assert 'value="organisation_name"' not in dina.client.get(f"/m/desk/concerns/{concern.public_id}/").content.decode()


def test_nor_by_words_that_are_the_same(profile, bola, dina):
    Profile.objects.filter(pk=profile.pk).update(organisation_name="Unkind about words", organisation_name_to="nobody")

    concern = report(bola, "person", profile)

    assert 'value="organisation_name"' not in dina.client.get(f"/m/desk/concerns/{concern.public_id}/").content.decode()
