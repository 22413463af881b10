from django.db.models import QuerySet

from network.access.viewer import Viewer
from network.directory.models import Profile
from network.directory.seen import search_directory
from network.search.findable import Findable


def find_people(viewer: Viewer, words: str) -> QuerySet[Profile]:
    return search_directory(viewer, words=words)


FINDABLE = [Findable("people", "People", find_people, "network/directory/profile/_card.html")]
