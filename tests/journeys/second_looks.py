"""Where the pages stand on which people are told of decisions, appeal, and look again: for all who walk every page."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.screenshots import first_link, under_thread

Where = str | Callable[[Page], str]


def below(where: Callable[[Page], str], pattern: str) -> Callable[[Page], str]:
    """The first link that matches on the page found before."""
    return lambda page: first_link(where(page), pattern)(page)


measure = first_link("/m/notices/", r"/m/you/decisions/\w+/")
objection = first_link("/m/desk/reports/", r"/m/desk/objections/\w+/")
case = first_link("/m/desk/reports/", r"/m/desk/reports/\w+/")
widening = first_link("/m/notices/", r"/m/desk/more/\w+/")
case_in_private = below(widening, r"/m/desk/reports/\w+/")

# Name, who looks, and where.
SECOND_LOOKS: list[tuple[str, str, Where]] = [
    ("measure", "maya", measure),
    ("measure-appealed", "cem", measure),
    ("appeal-new", "maya", below(measure, r"/m/you/decisions/\w+/appeal/")),
    ("appeal-mine", "cem", below(measure, r"/m/you/appeals/\w+/")),
    ("objection", "dina", objection),
    ("note-new", "dina", below(objection, r"/m/desk/matters/\w+/notes/")),
    ("handing-over", "dina", "/m/desk/duty/handing-over/"),
    ("concern", "dina", first_link("/m/desk/reports/", r"/m/desk/concerns/\w+/")),
    ("proposal-new", "dina", below(case, r"/m/desk/reports/\w+/proposal/")),
    ("case-in-private", "kemi", case_in_private),
    ("widening-new", "kemi", lambda page: f"{case_in_private(page)}more/"),
    ("widening", "kemi", widening),
    ("receipts", "ada", "/m/you/receipts/"),
    ("message-receipt", "bola", first_link("/m/notices/", r"/m/you/reports/messages/\w+/")),
    ("hidden-parts", "ada", "/m/you/hidden/"),
    ("cover-appeal", "ada", first_link("/m/you/hidden/", r"/m/you/hidden/\w+/appeal/")),
    ("muted", "ada", "/m/you/muted/"),
    ("fold-new", "maya", below(under_thread(r"/m/t/\w+/messages/\w+/"), r"/m/t/\w+/messages/\w+/fold/")),
    ("report-public", "outsider", "/report/"),
]
