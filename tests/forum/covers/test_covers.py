"""A report of a title or a profile leads to something: out of sight everywhere, until somebody else has looked."""

from uuid import uuid4

from forum.casebook.actions.cover import object_to_cover
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.covers.models import HIDDEN_TITLE, Cover
from forum.talk.models import Thread
from forum.talk.signals import thread_moved
from network.access.viewer import viewer_of
from network.directory.models import Profile
from network.notices.models import Notice
from tests.factories.direct import make_conversation
from tests.factories.forum import make_thread

HIDE = Hiding(("title",), "It names a child. Please open it anew without the name.")


def report(by, kind, thing, category="other"):
    told = Told(category, "Please look")
    return report_subject(by=by.viewer, kind=kind, ref=thing.public_id, told=told, key=uuid4())


def appeal_of(who):
    return object_to_cover(by=who.viewer, cover=Cover.objects.get(), words="It names nobody", key=uuid4())


def title_of(thread):
    return Thread.objects.get(pk=thread.pk).title


def told(who):
    return list(
        Notice.objects.filter(person=who.person, kind__startswith="covers.")
        .order_by("pk")
        .values_list("kind", flat=True)
    )


def hidden_by(moderator, concern, hiding=HIDE):
    return decide_concern(by=moderator.viewer, concern=concern, acts=True, reason="Logged", hiding=hiding)


def test_a_hidden_title_is_gone_from_lists_search_and_pages(thread, bola, cem, dina, lounge):
    def showing():
        pages = [cem.client.get(f"/m/t/{thread.public_id}/"), cem.client.get(f"/m/s/{lounge.public_id}/")]
        pages += [cem.client.get("/m/discussions/"), cem.client.post("/m/search/", {"q": "Unkind title"})]
        return [b"Unkind title words" in page.content for page in pages]

    assert showing() == [True] * 4

    hidden_by(dina, report(bola, "thread", thread))

    assert showing() == [False] * 4
    assert HIDDEN_TITLE in cem.client.get(f"/m/t/{thread.public_id}/").content.decode()


def test_open_pages_of_the_thread_load_themselves_anew(thread, bola, dina, on_commit):
    heard = []
    concern = report(bola, "thread", thread)

    def listen(sender, space_id, thread, **_):
        heard.append((space_id, thread))

    thread_moved.connect(listen)
    with on_commit():
        hidden_by(dina, concern)

    assert heard == [(thread.space_id, thread.public_id)]


def test_whoever_wrote_it_reads_what_why_and_how_to_appeal(thread, ada, bola, dina):
    hidden_by(dina, report(bola, "thread", thread))

    page = ada.client.get("/m/you/hidden/").content.decode()
    assert told(ada) == ["covers.hidden"]
    assert (
        "Unkind title words" in page
        and HIDE.words in page
        and f"/m/you/hidden/{Cover.objects.get().public_id}/appeal/" in page
    )
    assert dina.person.name not in page and bola.person.name not in page
    assert "Unkind" not in bola.client.get("/m/you/hidden/").content.decode()


def test_where_somebody_may_be_at_risk_one_voice_hides_it_until_somebody_has_looked(thread, profile, ada, bola, cem):
    report(bola, "thread", thread, category="safeguarding")
    report(cem, "person", profile, category="safeguarding")

    assert title_of(thread) == HIDDEN_TITLE
    assert Profile.objects.get(pk=profile.pk).about == ""
    assert set(told(ada)) == {"covers.pending"}
    assert "Nothing has been decided" in ada.client.get("/m/you/hidden/").content.decode()


def test_any_other_category_hides_nothing_by_one_voice(thread, profile, bola):
    for category in ("racism", "harassment", "sexual", "identifies", "illegal", "other"):
        report(bola, "thread", make_thread(viewer_of(thread.author), title=category), category=category)

    assert not Cover.objects.exists()


def test_left_as_it_is_it_comes_back(thread, ada, bola, dina):
    concern = report(bola, "thread", thread, category="safeguarding")

    decide_concern(by=dina.viewer, concern=concern, acts=False, reason="Nothing there")

    assert title_of(thread) == "Unkind title words"
    assert told(ada) == ["covers.pending", "covers.back"]


def test_a_field_of_a_profile_is_blanked_and_those_the_reporter_does_not_see_are_no_choice(profile, ada, bola, dina):
    concern = report(bola, "person", profile)
    address = f"/m/desk/concerns/{concern.public_id}/"
    page = dina.client.get(address).content.decode()
    assert 'value="about"' in page and 'value="contact"' not in page and "canary-contact" not in page

    said = {"decision": "act", "reason": "Unkind", "words": "Please write it kindly."}
    assert dina.client.post(address, said | {"hides": ["contact"]}).status_code == 422
    assert dina.client.post(address, said | {"hides": ["about"]}).status_code == 302

    now = Profile.objects.get(pk=profile.pk)
    assert (now.about, now.contact) == ("", "canary-contact")
    assert told(ada) == ["covers.hidden"]


def test_hiding_wants_words_and_the_card_that_says_so(profile, bola, dina):
    address = f"/m/desk/concerns/{report(bola, 'person', profile).public_id}/"

    without_words = dina.client.post(address, {"decision": "act", "reason": "Unkind", "hides": ["about"]})
    kept = dina.client.post(address, {"decision": "keep", "reason": "Kept", "words": "Hello", "hides": ["about"]})

    assert (without_words.status_code, kept.status_code) == (422, 422)
    assert b"Write why" in without_words.content and b"Choose Dealt with" in kept.content
    assert not Cover.objects.exists()


def test_what_its_owner_wrote_anew_is_not_written_over(profile, ada, bola, dina, leo):
    hidden_by(dina, report(bola, "person", profile), Hiding(("about",), "Please write it kindly."))
    Profile.objects.filter(pk=profile.pk).update(about="Kind words")

    decide_concern(by=leo.viewer, concern=appeal_of(ada), acts=True, reason="It was kind")

    assert Profile.objects.get(pk=profile.pk).about == "Kind words"


def test_a_conversation_has_no_title_to_hide(ada, bola, dina):
    talk = make_conversation(bola.person, ada.person)

    report(ada, "thread", talk, category="safeguarding")

    assert not Cover.objects.exists()
