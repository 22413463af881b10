from io import BytesIO
from zlib import crc32

import pytest
from PIL import Image

from network.records import incoming
from network.records.incoming import PAPERS, NotTaken, check_paper, read_picture
from tests.factories.editorial import picture
from tests.factories.files import office_file


def frames(many: int) -> bytes:
    out = BytesIO()
    shown = [Image.new("L", (2, 2), number % 256) for number in range(many)]
    shown[0].save(out, "GIF", save_all=True, append_images=shown[1:], duration=20)
    return out.getvalue()


def claiming(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and has one pixel."""
    data = bytearray(picture("PNG", (1, 1)))
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    data[29:33] = crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_pictures_of_these_kinds_are_read(kind):
    assert read_picture(picture(kind))[1] == kind


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "ICO", "PPM"])
def test_pictures_of_other_kinds_are_not(kind):
    with pytest.raises(NotTaken):
        read_picture(picture(kind, (32, 32)))


@pytest.mark.parametrize("size", [(20_000, 20_000), (40_000_001, 1), (8_000, 5_001)])
def test_a_flood_of_pixels_is_refused_before_it_is_unpacked(size):
    with pytest.raises(NotTaken, match="40 million"):
        read_picture(claiming(*size))


def test_frames_are_bounded():
    assert read_picture(frames(incoming.MOST_FRAMES))[0].size == (2, 2)
    with pytest.raises(NotTaken):
        read_picture(frames(incoming.MOST_FRAMES + 1))


def test_a_large_picture_may_come_smaller_though_no_smaller_than_asked():
    read, _ = read_picture(picture(size=(4000, 3000)), longest=500)

    assert 500 <= max(read.size) < 4000


@pytest.mark.parametrize("ending", [ending for ending, kind in PAPERS.items() if kind.label])
def test_an_office_file_names_itself_inside(ending):
    good = office_file(ending)

    assert check_paper(BytesIO(good), f"x{ending}") is PAPERS[ending]
    for other in (ending for ending, kind in PAPERS.items() if kind.label and kind is not check_kind(good)):
        with pytest.raises(NotTaken):
            check_paper(BytesIO(good), f"x{other}")


def check_kind(data: bytes):
    return next(kind for kind in PAPERS.values() if kind.label and is_kind(data, kind))


def is_kind(data: bytes, kind) -> bool:
    return incoming._is_office_file(BytesIO(data), kind)


def test_an_office_file_that_brings_macros_is_refused():
    with pytest.raises(NotTaken):
        check_paper(BytesIO(office_file(".docx", {"word/vbaProject.bin": b"x"})), "x.docx")


def test_a_file_that_unpacks_to_a_flood_is_refused(monkeypatch):
    monkeypatch.setattr(incoming, "LARGEST_UNPACKED", 100_000)
    fits = 100_000 - len(b'<Types><Override ContentType=""/></Types>') - len(PAPERS[".docx"].words)

    check_paper(BytesIO(office_file(".docx", {"word/x": bytes(fits)})), "x.docx")
    with pytest.raises(NotTaken):
        check_paper(BytesIO(office_file(".docx", {"word/x": bytes(fits + 1)})), "x.docx")


def test_a_file_with_a_crowd_inside_is_refused(monkeypatch):
    monkeypatch.setattr(incoming, "MOST_INSIDE", 3)

    check_paper(BytesIO(office_file(".odt", {"a": b"", "b": b""})), "x.odt")
    with pytest.raises(NotTaken):
        check_paper(BytesIO(office_file(".odt", {"a": b"", "b": b"", "c": b""})), "x.odt")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.pdf", b"<html>"),
        ("x.html", b"<html>"),
        ("x.svg", b"<svg/>"),
        ("x.docm", office_file(".docx")),
        ("x.pdf.exe", b"%PDF-1.7"),
        ("x.csv", b"a" * 200_000 + b"\x00"),
        ("x.xlsx", b"PK\x03\x04broken"),
        ("x.docx", b""),
        ("x", b"words"),
    ],
)
def test_what_is_no_such_paper_is_refused(name, data):
    with pytest.raises(NotTaken):
        check_paper(BytesIO(data), name)


def test_plain_papers_are_taken():
    assert check_paper(BytesIO(b"%PDF-1.7"), "X.PDF").media_type == "application/pdf"
    assert check_paper(BytesIO("naïve".encode()), "x.txt").media_type == "text/plain"
