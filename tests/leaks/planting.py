"""Words that only some may read, planted in every kind of thing the rooms keep.

A plant is `word marker`: the crawl searches for the word, which a page may echo, and looks for the marker, which only
the thing itself can show.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ReferenceIndex

from editorial.actions.tree import plant_tree
from editorial.models import ArticlePage, BaliDocument, BaliImage, BlogIndexPage, MembersBranch
from events.booking.actions.registration import register
from events.diary.models import EventPage
from forum.desk.actions.report import report_message
from forum.spaces.models import Space
from forum.talk.actions.message import edit_message
from forum.talk.actions.thread import open_thread
from forum.talk.models import Thread
from network.access.audience import ALUMNI, MEMBERS, cohort, group
from network.directory.actions.profile import ensure_profile
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel

_numbers = count(1)
# The office's own work shows files to both, in the CMS, and at the desk of events their titles and places; pages for
# members to the editor alone.
TENDERS = {"efe", "finn"}
EDITORS = {"efe"}


@dataclass
class Garden:
    """`plants`: marker and word, with who may read it. `doors`: an address, and to whom it opens.

    `desks` are addresses of the CMS for pages with these `titles`, looked at by whom the CMS lets in.
    """

    cast: dict
    plants: dict[str, tuple[str, set[str]]] = field(default_factory=dict)
    doors: dict[str, set[str]] = field(default_factory=dict)
    desks: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def words(self, *readers: str) -> str:
        """Fresh words for these readers alone."""
        number = next(_numbers)
        self.plants[f"marker{number:03}x"] = (f"canary{number:03}x", set(readers))
        return f"canary{number:03}x marker{number:03}x"

    def door(self, address: str, *readers: str) -> None:
        self.doors[address] = set(readers)

    def in_cms(self, page) -> None:
        """The addresses at which the CMS shows one page, and the title it is found by."""
        self.titles.append(page.title)
        self.desks += [f"/cms/pages/{page.pk}/{verb}/" for verb in ("edit", "copy", "history", "usage", "view_draft")]
        self.desks += [f"/cms/{room}/{page.pk}/" for room in ("pages", "choose-page", "api/main/pages")]
        self.desks.append(f"/cms/choose-page/chosen-multiple/?id={page.pk}")

    def viewer(self, handle: str):
        return self.cast[handle].viewer


# An audience, one of its members who writes there, and everybody of the cast who may read.
AUDIENCES = [
    (MEMBERS, "bola", {"bola", "ada", "cem", "maya", "dina"}),
    (ALUMNI, "ada", {"ada"}),
    (cohort("C09"), "ada", {"ada"}),
    (cohort("C12"), "cem", {"cem"}),
    (group("reference"), None, set()),
]


def plant(cast: dict) -> Garden:
    """Everything, in every audience."""
    plant_tree()
    garden = Garden(cast)
    for audience, writer, readers in AUDIENCES:
        _page(garden, audience, readers)
        _event(garden, audience, writer, readers)
        _talk(garden, audience, writer, readers)
    _draft(garden)
    _profiles(garden)
    _hidden_author(garden)
    return garden


def _page(garden: Garden, audience: str, readers: set[str]) -> None:
    image = BaliImage.objects.create(
        title=garden.words(*TENDERS), alt=garden.words(*readers, *TENDERS), file=get_test_image_file()
    )
    document = BaliDocument(title=garden.words(*TENDERS))
    document.file.save("paper.txt", ContentFile(garden.words(*readers, *TENDERS).encode()), save=False)
    document.save()
    page = ArticlePage(
        title=garden.words(*readers, *EDITORS),
        audience=audience,
        standfirst=garden.words(*readers, *EDITORS),
        author_name=garden.words(*readers, *EDITORS),
        image=image,
        body=[
            ("image", {"image": image, "caption": garden.words(*readers, *EDITORS)}),
            ("download", {"document": document, "text": garden.words(*readers, *EDITORS)}),
        ],
    )
    MembersBranch.objects.get().add_child(instance=page)
    page.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(page)
    garden.in_cms(page)
    garden.door(page.url, *readers)
    garden.door(document.url, *readers)
    for spec in ("width-100", "original"):
        garden.door(image.get_rendition(spec).url, *readers)


def _event(garden: Garden, audience: str, writer: str | None, readers: set[str]) -> None:
    starts = timezone.now() + timedelta(days=3)
    event = EventPage(
        title=garden.words(*readers, *TENDERS),
        audience=audience,
        standfirst=garden.words(*readers, *EDITORS),
        place=garden.words(*readers, *TENDERS),
        join_link=f"https://meet.example/{garden.words(*EDITORS).replace(' ', '-')}",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        capacity=30,
    )
    MembersBranch.objects.get().add_child(instance=event)
    event.save_revision().publish()
    garden.in_cms(event)
    garden.door(event.url, *readers)
    garden.door(f"/m/e/{event.public_id}/event.ics", *readers)
    garden.door(f"/events/{event.public_id}.ics")
    if writer:
        needs = garden.words(writer, "finn")
        register(by=garden.viewer(writer), event=event, key=uuid4(), access_needs=needs)


def _talk(garden: Garden, audience: str, writer: str | None, readers: set[str]) -> None:
    space = Space.objects.create(name=garden.words(*readers), description=garden.words(*readers), audience=audience)
    garden.door(f"/m/s/{space.public_id}/", *readers)
    garden.door(f"/m/s/{space.public_id}/changes/", *readers)
    if writer is None:
        return
    before, said = garden.words(writer, "dina"), garden.words(*readers, "dina")
    thread = open_thread(
        by=garden.viewer(writer), space=space, title=garden.words(*readers), body=before, key=uuid4(), at=timezone.now()
    )
    garden.door(f"/m/t/{thread.public_id}/", *readers)
    message = edit_message(by=garden.viewer(writer), message=thread.messages.get(), body=said)
    garden.door(f"/m/t/{thread.public_id}/messages/{message.public_id}/", *readers)
    garden.door(f"/m/t/{thread.public_id}/messages/{message.public_id}/history/", writer)
    for reporter in sorted(readers - {writer})[:1]:
        words = garden.words("dina")
        report_message(by=garden.viewer(reporter), message=message, reason="other", words=words, key=uuid4())


def _draft(garden: Garden) -> None:
    draft = ArticlePage(title=garden.words(*TENDERS), audience="public", standfirst=garden.words(*TENDERS), live=False)
    BlogIndexPage.objects.get().add_child(instance=draft)
    draft.save_revision()
    garden.door(draft.get_url())


def _profiles(garden: Garden) -> None:
    ada, cem = (ensure_profile(person=garden.cast[name].person) for name in ("ada", "cem"))
    ada.is_listed, ada.listed_to = True, "members"
    # Maya works where Ada does: the shield in lists is on by default.
    ada.role_title, ada.role_title_to = garden.words("ada", "bola", "cem", "dina"), "members"
    ada.about, ada.about_to = garden.words("ada"), "alumni"
    ada.contact, ada.contact_to = garden.words("ada"), "nobody"
    ada.save()
    cem.about, cem.about_to = garden.words("cem"), "members"
    cem.save()
    garden.door(f"/m/p/{ada.public_id}/", "ada", "bola", "cem", "dina")
    garden.door(f"/m/p/{cem.public_id}/", "cem")


def _hidden_author(garden: Garden) -> None:
    """Cem hides from Bola everywhere: what he writes among members is not there for Bola."""
    raise_shield(person=garden.cast["cem"].person, level=ShieldLevel.EVERYWHERE, other=garden.cast["bola"].person)
    space = Space.objects.filter(audience=MEMBERS).first()
    readers = {"ada", "cem", "maya", "dina"}
    thread = open_thread(
        by=garden.viewer("cem"),
        space=space,
        title=garden.words(*readers),
        body=garden.words(*readers),
        key=uuid4(),
        at=timezone.now(),
    )
    garden.door(f"/m/t/{thread.public_id}/", *readers)
    assert Thread.objects.visible_to(garden.viewer("bola")).exclude(pk=thread.pk).exists()
