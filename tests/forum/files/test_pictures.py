from io import BytesIO

import pytest
from PIL import Image

from forum.files.bounds import FULL, SMALL
from forum.files.pictures import fitted, picture_of
from network.records.incoming import NotTaken
from tests.factories.editorial import picture
from tests.factories.files import where


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_large_picture_is_kept_in_two_smaller_sizes():
    made = picture_of(picture(size=(4000, 3000)))

    assert (opened(made.full).size, opened(made.small).size) == ((FULL, 1536), (SMALL, 360))
    assert (made.width, made.height) == (FULL, 1536)


def test_a_small_picture_does_not_grow():
    made = picture_of(picture(size=(10, 7)))

    assert opened(made.full).size == opened(made.small).size == (10, 7)


def test_neither_size_tells_where_it_was_taken():
    data = picture(exif=where())
    assert b"A camera" in data

    made = picture_of(data)

    for size in (made.full, made.small):
        assert b"A camera" not in size and not opened(size).getexif()


def test_nothing_hides_behind_a_picture():
    made = picture_of(picture() + b"<script>alert(1)</script>")

    assert b"<script>" not in made.full + made.small


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "CMYK", "1", "I;16"])
def test_pictures_of_every_make_become_a_picture_or_a_calm_no(mode):
    out = BytesIO()
    Image.new(mode, (20, 10)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    try:
        made = picture_of(out.getvalue())
    except NotTaken:
        assert mode == "I;16"
    else:
        assert opened(made.full).mode == ("RGBA" if mode in ("LA", "RGBA") else "RGB")


def test_what_moves_becomes_still():
    out = BytesIO()
    Image.new("L", (9, 9), 1).save(out, "GIF", save_all=True, append_images=[Image.new("L", (9, 9), 200)])

    assert getattr(opened(picture_of(out.getvalue()).full), "n_frames", 1) == 1


@pytest.mark.parametrize(
    ("size", "fits"),
    [((100, 50), (100, 50)), ((960, 480), (480, 240)), ((1, 4800), (1, 480)), ((480, 480), (480, 480))],
)
def test_what_is_fitted_keeps_its_shape(size, fits):
    assert fitted(*size, SMALL) == fits
