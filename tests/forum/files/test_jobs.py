import os
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from forum.files.actions.upload import erase_uploads
from forum.files.jobs import erase_files, sweep_files
from forum.files.models import Upload
from forum.files.naming import new_place
from tests.factories.files import make_upload


def lying_about(hours: int) -> str:
    """A file without a row, that old."""
    place = default_storage.save(new_place(), ContentFile(b"left behind"))
    then = (timezone.now() - timedelta(hours=hours)).timestamp()
    os.utime(default_storage.path(place), (then, then))
    return place


def test_files_without_a_row_go_after_a_day(bola):
    upload, old, fresh = make_upload(bola.viewer), lying_about(25), lying_about(1)
    for place in (upload.full.name, upload.small.name):
        os.utime(default_storage.path(place), (0, 0))

    sweep_files.now()
    sweep_files.now()

    there = [default_storage.exists(place) for place in (upload.full.name, upload.small.name, fresh, old)]
    assert there == [True, True, True, False]


def test_erased_rows_go_after_a_day(bola):
    old, fresh = make_upload(bola.viewer), make_upload(bola.viewer)
    erase_uploads([old, fresh])
    Upload.objects.filter(pk=old.pk).update(uploaded_at=timezone.now() - timedelta(hours=25))

    sweep_files.now()

    assert list(Upload.objects.all()) == [fresh]


def test_a_sweep_before_the_first_upload_finds_nothing(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    sweep_files.now()


def test_erasing_twice_does_no_harm(bola):
    place = make_upload(bola.viewer).full.name

    erase_files.now([place, "uploads/nevercame"])
    erase_files.now([place])

    assert not default_storage.exists(place)
