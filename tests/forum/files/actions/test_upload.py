from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.utils import timezone

from forum.files import bounds
from forum.files.actions import upload as uploading
from forum.files.actions.upload import TooLarge, TooManyUploads, describe_upload, erase_uploads, put_upload
from forum.files.models import Upload
from forum.files.storing import StorageAway
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from network.records.incoming import NotTaken
from tests.factories.files import PDF, make_upload, office_file, paper, photo, where


def test_a_picture_is_kept_in_two_sizes_under_names_that_tell_nothing(bola):
    upload = put_upload(by=bola.viewer, file=photo("Ada at work.jpg", exif=where()), key=uuid4())

    assert (upload.kind, upload.name, upload.media_type) == ("picture", "Ada at work.webp", "image/webp")
    assert (upload.width, upload.height, upload.small_size) == (640, 400, (480, 300))
    for place in (upload.full.name, upload.small.name):
        assert place.startswith("uploads/") and "ada" not in place.lower() and "." not in place
        assert b"A camera" not in default_storage.open(place).read()


def test_a_paper_is_kept_as_it_came(bola):
    upload = put_upload(by=bola.viewer, file=paper("Plan.v2.pdf"), key=uuid4())

    assert (upload.kind, upload.name, upload.media_type) == ("paper", "Plan-v2.pdf", "application/pdf")
    assert (upload.full.read(), upload.size, bool(upload.small)) == (PDF, len(PDF), False)


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"])
def test_office_papers_are_taken(bola, ending):
    assert put_upload(by=bola.viewer, file=paper(f"plan{ending}", office_file(ending)), key=uuid4()).kind == "paper"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.png", b"<html><script>alert(1)</script>"),
        ("x.png", b"<svg onload='x'/>"),
        ("x.png", b"GIF89a;<script>"),
        ("x.jpg", PDF),
        ("x.exe", b"MZ"),
        ("x.html", b"<p>"),
    ],
)
def test_what_is_not_what_it_says_leaves_nothing(bola, name, data):
    before = stored_files()

    with pytest.raises(NotTaken):
        put_upload(by=bola.viewer, file=paper(name, data), key=uuid4())

    assert (Upload.objects.count(), stored_files()) == (0, before)


def stored_files() -> set[str]:
    return set(default_storage.listdir("uploads")[1]) if default_storage.exists("uploads") else set()


def test_the_bound_of_a_file(bola, monkeypatch):
    monkeypatch.setattr(uploading, "LARGEST", len(PDF))

    put_upload(by=bola.viewer, file=paper(), key=uuid4())
    with pytest.raises(TooLarge, match="10 MB"):
        put_upload(by=bola.viewer, file=paper(data=PDF + b"x"), key=uuid4())

    assert bounds.LARGEST == 10 * 1024 * 1024


def test_twenty_files_in_an_hour_and_the_next_when_the_first_is_an_hour_old(bola):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(bounds.MOST_AN_HOUR):
            put_upload(by=bola.viewer, file=paper(), key=uuid4())
        with pytest.raises(TooManyUploads, match="20 files in an hour. You can upload again in 60 minutes") as refused:
            put_upload(by=bola.viewer, file=paper(), key=uuid4())
        clock.shift(timedelta(hours=1))
        put_upload(by=bola.viewer, file=paper(), key=uuid4())

    assert refused.value.seconds == 3600


def test_the_bytes_of_a_day(bola, ada, monkeypatch):
    monkeypatch.setattr(uploading, "LARGEST_A_DAY", 2 * len(PDF))
    for _ in range(2):
        put_upload(by=bola.viewer, file=paper(), key=uuid4())

    with pytest.raises(TooManyUploads, match="100 MB in a day"):
        put_upload(by=bola.viewer, file=paper(data=b"%PDF-"), key=uuid4())
    put_upload(by=ada.viewer, file=paper(), key=uuid4())


def test_what_was_taken_back_counts_on(bola, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_AN_HOUR", 1)
    erase_uploads([put_upload(by=bola.viewer, file=paper(), key=uuid4())])

    with pytest.raises(TooManyUploads):
        put_upload(by=bola.viewer, file=paper(), key=uuid4())


def test_the_same_key_is_the_same_upload(bola, ada):
    key = uuid4()

    first, again = (put_upload(by=bola.viewer, file=paper(), key=key) for _ in range(2))

    assert first == again
    assert put_upload(by=ada.viewer, file=paper(), key=key) != first


def test_the_same_bytes_are_two_uploads_that_know_nothing_of_one_another(bola, ada):
    first, second = (put_upload(by=who.viewer, file=paper(), key=uuid4()) for who in (bola, ada))

    assert first.full.name != second.full.name
    assert first.public_id != second.public_id


def test_who_is_no_member_uploads_nothing(outsider, eve, efe, finn):
    for who in (outsider, eve, efe, finn):
        with pytest.raises(Refused):
            put_upload(by=who.viewer, file=paper(), key=uuid4())


@pytest.mark.parametrize("after", [0, 1])
def test_a_full_disk_leaves_neither_row_nor_file(bola, monkeypatch, after):
    """It fills before the first of the two sizes is written, or between them."""
    save, calls, before = default_storage.save, [], stored_files()

    def full(name, content):
        calls.append(name)
        if len(calls) > after:
            raise OSError(28, "No space left on device")
        return save(name, content)

    monkeypatch.setattr(default_storage, "save", full, raising=False)
    with pytest.raises(StorageAway, match="later"):
        put_upload(by=bola.viewer, file=photo(), key=uuid4())

    assert (Upload.objects.count(), stored_files()) == (0, before)


def test_a_row_that_does_not_come_leaves_no_file(bola, monkeypatch):
    before, asked = stored_files(), []

    def refuse_the_second_time(by, size):
        asked.append(size)
        if len(asked) == 2:
            raise TooManyUploads(60, "Another tab was first.")

    monkeypatch.setattr(uploading, "check_share", refuse_the_second_time)
    with pytest.raises(TooManyUploads):
        put_upload(by=bola.viewer, file=photo(), key=uuid4())

    assert stored_files() == before


def test_an_upload_is_its_owners_alone(bola, ada, dina, outsider):
    upload = make_upload(bola.viewer)

    seen = {who: Upload.objects.visible_to(who.viewer).exists() for who in (bola, ada, dina, outsider)}

    assert seen == {bola: True, ada: False, dina: False, outsider: False}
    with pytest.raises(Refused):
        describe_upload(by=ada.viewer, upload=upload, alt="Mine", is_decorative=False)


def test_what_is_erased_has_neither_words_nor_bytes(bola):
    upload = make_upload(bola.viewer)
    places = [upload.full.name, upload.small.name]

    erase_uploads([upload])
    run_jobs()

    upload.refresh_from_db()
    assert (upload.name, upload.alt, upload.full.name, upload.small.name) == ("", "", "", "")
    assert not any(map(default_storage.exists, places))
    assert not Upload.objects.visible_to(bola.viewer).exists()


def test_the_key_of_an_erased_upload_is_free_again(bola):
    key = uuid4()
    erase_uploads([put_upload(by=bola.viewer, file=paper(), key=key)])

    assert put_upload(by=bola.viewer, file=paper(), key=key).full.name
