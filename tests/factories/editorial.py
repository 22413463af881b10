"""Pages and files for tests. The tree is planted by whoever asks first."""

from io import BytesIO
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.rich_text import RichText

from editorial.actions.tree import grow, plant_tree
from editorial.models import (
    ArticlePage,
    BaliDocument,
    BaliImage,
    BlogIndexPage,
    HomePage,
    MembersBranch,
    ProgrammeIndexPage,
    ProgrammePage,
)
from network.access.audience import PUBLIC

_numbers = count(1)


def tree() -> HomePage:
    return HomePage.objects.first() or plant_tree()


def make_article(title: str = "", *, audience: str = PUBLIC, tags: tuple[str, ...] = (), **facts) -> ArticlePage:
    """A published article: in the blog when it is public, else in the members' branch."""
    tree()
    parent = (BlogIndexPage if audience == PUBLIC else MembersBranch).objects.get()
    number = next(_numbers)
    facts.setdefault("body", [("text", RichText(f"<p>Words of article {number}.</p>"))])
    article = ArticlePage(title=title or f"Article {number}", slug=f"article-{number}", audience=audience, **facts)
    parent.add_child(instance=article)
    article.tags.add(*tags)
    article.save_revision().publish()
    return ArticlePage.objects.get(pk=article.pk)


def make_programme_page(programme, **facts) -> ProgrammePage:
    tree()
    page = ProgrammePage(title=programme.title, slug=programme.code, audience=PUBLIC, programme=programme, **facts)
    return grow(ProgrammeIndexPage.objects.get(), page)


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 400), **options) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#27379b").save(out, kind, **options)
    return out.getvalue()


def make_image(title: str = "A table", alt: str = "A long table with one free seat") -> BaliImage:
    return BaliImage.objects.create(title=title, alt=alt, file=ContentFile(picture(), name="table.jpg"))


def make_document(title: str = "A paper", content: bytes = b"%PDF-1.7 words") -> BaliDocument:
    return BaliDocument.objects.create(title=title, file=ContentFile(content, name="paper.pdf"))
