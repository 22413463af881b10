"""Every route answers everybody as the matrix says, and no route is missing from it."""

import pytest
from django.db import transaction

from tests.house.company import ORDER, Company
from tests.house.matrix import all_routes, answer_to, our_routes, rows

ROWS = rows()


@pytest.mark.parametrize("row", ROWS, ids=[row.title for row in ROWS])
def test_everybody_gets_the_answer_of_the_matrix(db, row):
    company = Company()
    path = row.path(company)
    form = row.form(company)

    answers = {}
    for name in ORDER:
        client = getattr(company, name).client
        with transaction.atomic():
            answers[name] = answer_to(client, row, path, form)
            transaction.set_rollback(True)

    same_where_any_404_will_do = {
        name: "404" if expected == "404" and answers[name] == "404H" else answers[name]
        for name, expected in zip(ORDER, row.expect, strict=True)
    }
    assert same_where_any_404_will_do == dict(zip(ORDER, row.expect, strict=True)), path


def test_no_route_of_ours_is_without_a_row():
    known = {row.route for row in ROWS}

    missing = sorted({name or f"(give it a name) {pattern}" for name, pattern in our_routes() if name not in known})

    assert missing == []


def test_no_row_asks_for_a_route_that_is_gone():
    routes = {name for name, *_ in all_routes()}

    gone = sorted({row.route for row in ROWS if not row.route.startswith("/")} - routes)

    assert gone == []
