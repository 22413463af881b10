"""Pages of the demo world: the tree, the BALI page of the seed, other programmes, and the blog."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.rich_text import RichText

from editorial.actions.tree import grow, plant_tree
from editorial.models import ArticlePage, BlogIndexPage, HomePage, MembersBranch, ProgrammeIndexPage, ProgrammePage, StandardPage
from network.access.audience import MEMBERS, PUBLIC

ORDER = 50
ABOUT = {
    "about": "The network began on 14 October 2020. Alumni of the programme meet here, with allies who stand with them.",
    "community-guidelines": "Speak from your own experience. Do not name a child, a family or a colleague. Listen first.",
    "accessibility": "We build to WCAG 2.2 AA. Everything essential works without JavaScript. Tell us where we fall short.",
    "privacy": "Being listed here can reveal who you are, so nothing about you is shown until you choose to show it.",
    "contact": "Write to network@bali-network.example, or ring 01632 960150 on weekdays from nine to five.",
}


def build(world: Any) -> None:
    home = plant_tree()
    _dress(home)
    for slug, words in ABOUT.items():
        page = StandardPage.objects.get(slug=slug)
        page.body = paragraphs(words)
        page.save_revision().publish()
    _programmes(world.get("programmes"))
    for row in world.read_json("blog_posts.json")["posts"]:
        _article(world, row)


def paragraphs(text: str) -> list[tuple[str, RichText]]:
    """Plain paragraphs as one text block."""
    inner = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return [("text", RichText(inner))]


def _dress(home: HomePage) -> None:
    home.introduction = (
        "We are the alumni of the Black and Asian Leadership Initiative, and the allies who stand with us, "
        "working to change who leads children’s services in England."
    )
    home.programme_title = "Three days that stay with you for a career"
    home.programme_text = (
        "BALI is for experienced middle leaders in children’s services from Black, Asian and minority ethnic "
        "backgrounds who are ready for what comes next."
    )
    home.ally_title = "Allies do more than agree"
    home.ally_text = (
        "Registered allies make a public pledge, join the conversation and use their position to open doors. "
        "It takes about five minutes."
    )
    home.save_revision().publish()


def _programmes(programmes: dict[str, Any]) -> None:
    index = ProgrammeIndexPage.objects.get()
    for code, programme in programmes.items():
        page = ProgrammePage(
            title=programme.title,
            slug=code,
            audience=PUBLIC,
            programme=programme,
            standfirst=programme.summary[:300],
            for_managers="Your name, the programme, its dates and cost, and one question: do you support this application?"
            if code == "bali"
            else "",
        )
        grow(index, page)


def _article(world: Any, row: dict[str, Any]) -> None:
    is_public = row["visibility"] == "public"
    parent = (BlogIndexPage if is_public else MembersBranch).objects.get()
    author = world.person(row["authors"][0]) if row["authors"] else None
    article = ArticlePage(
        title=row["title"],
        slug=row["slug"],
        audience=PUBLIC if is_public else MEMBERS,
        standfirst=row["summary"][:300],
        author_name=author.name if author else "",
        body=paragraphs(row["body"]),
    )
    when = datetime.fromisoformat(row["published_at"])
    if row["status"] == "scheduled" or when > timezone.now():
        article.live, article.go_live_at = False, when
        parent.add_child(instance=article)
        article.tags.add(*row["tags"])
        article.save_revision(approved_go_live_at=when)
        return
    article.first_published_at = article.last_published_at = when
    grow(parent, article)
    article.tags.add(*row["tags"])
    article.save()
