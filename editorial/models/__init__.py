from editorial.models.article import ArticlePage, ArticleTag, BlogIndexPage
from editorial.models.home import HomePage
from editorial.models.media import BaliDocument, BaliImage, BaliRendition
from editorial.models.programme_page import ProgrammeIndexPage, ProgrammePage
from editorial.models.site_page import SitePage
from editorial.models.standard_page import MembersBranch, StandardPage
from editorial.models.version import ContentVersion

__all__ = [
    "ArticlePage",
    "ArticleTag",
    "BaliDocument",
    "BaliImage",
    "BaliRendition",
    "BlogIndexPage",
    "ContentVersion",
    "HomePage",
    "MembersBranch",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "SitePage",
    "StandardPage",
]
