"""What becomes of bytes nothing refers to any more."""

from django.core.files.storage import default_storage
from django.utils import timezone

from forum.files.bounds import DAY, WAITS_FOR
from forum.files.models import Upload
from network.jobs.registry import job, scheduled

FOLDER = "uploads"


@job(attempts=20)
def erase_files(places: list[str]) -> None:
    """Take files out of the store. What is gone already is gone: killed half-way, the next attempt does the rest."""
    for place in places:
        default_storage.delete(place)


@scheduled("25 3 * * *")
def sweep_files() -> None:
    """Forget uploads erased a day ago, and files no row knows: a process was killed between the file and its row."""
    Upload.objects.filter(erased_at__isnull=False, uploaded_at__lt=timezone.now() - DAY).delete()
    known = {place for row in Upload.objects.kept().values_list("full", "small") for place in row}
    for name in default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else ():
        place = f"{FOLDER}/{name}"
        is_old = default_storage.get_modified_time(place) < timezone.now() - WAITS_FOR
        if place not in known and is_old:
            default_storage.delete(place)
