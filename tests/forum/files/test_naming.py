import pytest

from forum.files.bounds import NAME_LENGTH
from forum.files.naming import new_place, safe_name


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("..\\..\\windows\\report.pdf", "report.pdf"),
        ("report\x00.exe.pdf", "report -exe.pdf"),
        ("invoice\u202efdp.exe.pdf", "invoice fdp-exe.pdf"),
        ("notes.html.pdf", "notes-html.pdf"),
        ("  a \t b\r\n.pdf", "a b.pdf"),
        ('"><img src=x onerror=alert(1)>.pdf', "img src=x onerror=alert(1).pdf"),
        (".pdf", "pdf.pdf"),
        ("...", "file.pdf"),
        ("", "file.pdf"),
        ("Zoë’s naïve plan.pdf", "Zoë’s naïve plan.pdf"),
    ],
)
def test_a_name_is_shown_without_what_could_mislead(sent, shown):
    assert safe_name(sent, ".pdf") == shown


def test_a_name_is_bounded_with_its_ending():
    assert safe_name("x" * (NAME_LENGTH - 4) + ".pdf", ".pdf") == "x" * (NAME_LENGTH - 4) + ".pdf"
    assert safe_name("x" * 300 + ".pdf", ".pdf") == "x" * (NAME_LENGTH - 4) + ".pdf"


def test_where_a_file_lies_tells_nothing():
    assert new_place(None, "Ada at work.jpg") != new_place(None, "Ada at work.jpg")
    assert "ada" not in new_place(None, "Ada at work.jpg").lower()
