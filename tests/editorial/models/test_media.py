import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from editorial.models import BaliDocument, BaliImage
from tests.factories.editorial import picture


def image(**facts) -> BaliImage:
    upload = SimpleUploadedFile(facts.pop("name", "room.jpg"), facts.pop("data", picture()))
    return BaliImage(title="A room", file=upload, width=640, height=400, **facts)


def document(name: str, data: bytes) -> BaliDocument:
    return BaliDocument(title="A paper", file=SimpleUploadedFile(name, data))


def test_an_image_says_what_it_shows_or_that_it_is_decorative(db):
    with pytest.raises(ValidationError) as refused:
        image().clean()
    image(alt="Two people at a table").clean()
    image(is_decorative=True).clean()

    assert list(refused.value.message_dict) == ["alt"]


def test_a_decorative_image_has_an_empty_alternative(db):
    assert image(is_decorative=True, alt="left over").default_alt_text == ""


def test_where_a_photo_was_taken_is_forgotten(db):
    where = Image.Exif()
    where[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}
    where[0x010F] = "A camera"
    upload = image(data=picture(exif=where.tobytes()), alt="x")
    assert b"A camera" in picture(exif=where.tobytes())

    upload.clean()

    kept = upload.file.file.read()
    assert b"A camera" not in kept and not Image.open(upload.file.file).getexif()


@pytest.mark.parametrize("data", [b"<html><script>alert(1)</script>", b"<svg onload='x'/>", b"GIF89a;<script>", b""])
def test_what_is_no_picture_is_refused(db, data):
    with pytest.raises(ValidationError, match="not a picture"):
        image(name="x.png", data=data, alt="x").clean()


def test_a_second_payload_behind_a_picture_is_left_behind(db):
    upload = image(data=picture() + b"<script>alert(1)</script>", alt="x")

    upload.clean()

    assert b"<script>" not in upload.file.file.read()


def test_stored_names_tell_nothing(db):
    upload = image(name="Ada at work.jpg", alt="x")
    upload.clean()
    upload.save()

    assert "ada" not in upload.file.name.lower()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("paper.pdf", b"<html>"),
        ("paper.docx", b"%PDF-1.7"),
        ("paper.html", b"<html>"),
        ("paper.exe", b"MZ"),
        ("paper.csv", b"a\x00b"),
        ("paper.xlsx", b"PK\x03\x04broken"),
    ],
)
def test_a_document_that_is_not_what_it_says_is_refused(db, name, data):
    with pytest.raises(ValidationError):
        document(name, data).clean()


def test_a_proper_document_is_taken(db):
    document("paper.pdf", b"%PDF-1.7 words").clean()
    document("list.csv", "naïve,café\n".encode()).clean()
