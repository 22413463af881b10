"""Files in the store: written before their row, gone when the row did not come."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from forum.files.naming import new_place

log = logging.getLogger("bali.files")


class StorageAway(Exception):
    """Nothing can be written at this moment: a full disk, or a store that does not answer."""


@contextmanager
def stored(contents: dict[str, bytes]) -> Iterator[dict[str, str]]:
    """Write each and give where it lies, by the same names. Whatever fails afterwards takes them away again.

    Raises StorageAway. A process killed in between leaves files without a row; the nightly sweep takes those.
    """
    places: dict[str, str] = {name: new_place() for name in contents}
    try:
        try:
            for name, data in contents.items():
                default_storage.save(places[name], ContentFile(data))
        except OSError as problem:
            log.warning("upload_not_stored", extra={"code": problem.errno})
            raise StorageAway("We cannot keep files at this moment. Your words are kept: try the file later.") from None
        yield places
    except BaseException:
        for place in places.values():
            _forget(place)
        raise


def _forget(place: str) -> None:
    try:
        default_storage.delete(place)
    except OSError as problem:
        log.warning("upload_left_behind", extra={"code": problem.errno})
