"""Files as members send them, and uploads made through the action they use."""

from io import BytesIO
from itertools import count
from uuid import uuid4
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from forum.files.actions.upload import put_upload
from forum.files.models import Upload
from network.access.viewer import Viewer
from network.records.incoming import ODF, PAPERS
from tests.factories.editorial import picture

_numbers = count(1)
PDF = b"%PDF-1.7 words"


def photo(name: str = "photo.jpg", data: bytes = b"", **options) -> SimpleUploadedFile:
    """A picture of 640 by 400."""
    return SimpleUploadedFile(name, data or picture(**options))


def paper(name: str = "paper.pdf", data: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def office_file(ending: str, extra: dict[str, bytes] | None = None) -> bytes:
    """A zip that names itself inside as that kind does, with `extra` entries."""
    out = BytesIO()
    kind = PAPERS[ending]
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        words = kind.words if kind.label == ODF else b'<Types><Override ContentType="' + kind.words + b'"/></Types>'
        archive.writestr(kind.label, words)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


def where() -> bytes:
    """What a phone writes into a picture: the place, and its own name."""
    told = Image.Exif()
    told[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}
    told[0x010F] = "A camera"
    return told.tobytes()


def make_upload(by: Viewer, file: SimpleUploadedFile | None = None, **facts) -> Upload:
    """A described picture, unless another file is given."""
    upload = put_upload(by=by, file=file or photo(f"photo {next(_numbers)}.jpg"), key=uuid4())
    facts.setdefault("alt", "Two people at a table" if upload.is_picture else "")
    Upload.objects.filter(pk=upload.pk).update(**facts)
    upload.refresh_from_db()
    return upload
