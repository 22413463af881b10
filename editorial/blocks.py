"""The ten blocks an editor can place. Each has a template of the same name in templates/blocks/."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"features": FEATURES, "max_length": 20_000, **options})

    class Meta:
        icon = "pilcrow"
        template = "blocks/text.html"


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        template = "blocks/heading.html"


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock()
    caption = blocks.CharBlock(required=False, max_length=300)

    class Meta:
        icon = "image"
        template = "blocks/image.html"


class QuoteBlock(blocks.StructBlock):
    words = blocks.TextBlock(max_length=600)
    who = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        icon = "openquote"
        template = "blocks/quote.html"


class StatisticBlock(blocks.StructBlock):
    """A figure never stands without its population, base, date and source (seed 004-1)."""

    value = blocks.CharBlock(max_length=40)
    what = blocks.CharBlock(max_length=200, help_text="What the figure says, in a sentence.")
    population = blocks.CharBlock(max_length=200, help_text="Of whom: directors who gave their ethnicity.")
    base = blocks.IntegerBlock(min_value=10, help_text="How many answered. Figures on fewer than 10 are not shown.")
    counted_on = blocks.DateBlock()
    source = blocks.CharBlock(max_length=200)
    caveat = blocks.CharBlock(required=False, max_length=300)

    class Meta:
        icon = "view"
        template = "blocks/statistic.html"


class NoteBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    text = blocks.RichTextBlock(features=["bold", "italic", "link"], max_length=2_000)

    class Meta:
        icon = "info-circle"
        template = "blocks/note.html"


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock()
    text = blocks.CharBlock(max_length=120)

    class Meta:
        icon = "doc-full"
        template = "blocks/download.html"


class TestimonialBlock(blocks.StructBlock):
    """Points to a record, so that a withdrawn consent takes the words off every page at once."""

    testimonial = SnippetChooserBlock("programme.Testimonial")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        chosen = cleaned["testimonial"]
        if not (chosen.consented_on and chosen.is_approved):
            problem = ValidationError("This person has not consented, or nobody has approved the words yet.")
            raise StructBlockValidationError(block_errors={"testimonial": problem})
        return cleaned

    class Meta:
        icon = "user"
        template = "blocks/testimonial.html"


class ContactBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=120)
    text = blocks.CharBlock(required=False, max_length=200)
    phone = blocks.CharBlock(required=False, max_length=40)
    email = blocks.EmailBlock(required=False)

    class Meta:
        icon = "mail"
        template = "blocks/contact.html"


class VideoBlock(blocks.StructBlock):
    """A link, not an embedded player: nothing third-party loads from a page of ours."""

    title = blocks.CharBlock(max_length=200)
    address = blocks.URLBlock()
    minutes = blocks.IntegerBlock(min_value=1, max_value=600)
    transcript = blocks.RichTextBlock(required=False, features=["bold", "ul"], max_length=30_000)

    class Meta:
        icon = "media"
        template = "blocks/video.html"


BODY = [
    ("text", TextBlock()),
    ("heading", HeadingBlock(max_length=120)),
    ("image", ImageBlock()),
    ("quote", QuoteBlock()),
    ("statistic", StatisticBlock()),
    ("note", NoteBlock()),
    ("download", DownloadBlock()),
    ("testimonial", TestimonialBlock()),
    ("contact", ContactBlock()),
    ("video", VideoBlock()),
]
