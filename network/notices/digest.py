"""One letter for many notices. It counts them and says nothing else; what it counts is asked anew when it goes."""

from collections import Counter
from datetime import date, datetime
from functools import reduce
from operator import or_

from network.notices.kind import Pace, choosable
from network.notices.models import Letter, Notice
from network.notices.models.notice import NoticeQuerySet
from network.notices.paces import told_at
from network.notices.shown import still_shown

DIGEST = "notices.digest"
# The ref of a digest that stands for letters put off; that of the others is their day.
PUT_OFF = "put off"
MOST_COUNTED = 200


def paces_on(day: date) -> list[Pace]:
    """Those whose turn it is: on Mondays the week's as well."""
    return [Pace.DAILY, Pace.WEEKLY] if day.weekday() == 0 else [Pace.DAILY]


def waiting_for(letter: Letter) -> NoticeQuerySet:
    """What a digest would tell of: unread, in no letter yet, of the kinds and places this person wants told so."""
    turn = [Pace.AT_ONCE] if letter.ref == PUT_OFF else paces_on(date.fromisoformat(letter.ref))
    theirs = reduce(or_, [told_at(pace, letter.person_id) for pace in turn])
    return Notice.objects.filter(theirs, person_id=letter.person_id).unmailed()


def words_of(letter: Letter) -> str:
    """`2 mentions and 3 replies`: of what still holds for its person at this moment; empty where nothing does."""
    newest = waiting_for(letter).select_related("person").order_by("-told_at", "-pk")[:MOST_COUNTED]
    many = Counter(one.kind.name for one in still_shown(list(newest)))
    counted = [(many[kind.name], kind.choice) for kind in choosable() if many[kind.name]]
    told = [f"{number} {choice.one if number == 1 else choice.many}" for number, choice in counted if choice]
    return " and ".join(filter(None, [", ".join(told[:-1]), *told[-1:]]))


def note_mailed(letter: Letter, as_of: datetime) -> None:
    """What this letter told of is told by no other."""
    if letter.kind == DIGEST:
        told = waiting_for(letter).filter(told_at__lte=as_of)
    else:
        told = Notice.objects.filter(person_id=letter.person_id, key=letter.key.partition(":")[2])
    told.update(mailed_at=as_of)
