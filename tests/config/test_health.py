"""Health and readiness are one word each."""

from unittest.mock import patch

from django.db import OperationalError, connection


def test_alive_needs_no_database(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok")


def test_ready_when_database_and_cache_answer(client, db):
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"ready")


def test_not_ready_without_the_database(client, db):
    with patch.object(connection, "cursor", side_effect=OperationalError("host=secret.example")):
        answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"not ready")


def test_health_sets_no_cookie_and_is_not_kept(client):
    answer = client.get("/healthz")

    assert (answer.cookies.output(), answer["Cache-Control"]) == ("", "no-store")


def test_health_is_told_to_whoever_asks_by_number(client):
    answer = client.get("/healthz", headers={"host": "10.1.2.3:8000"})

    assert (answer.status_code, answer.content) == (200, b"ok")
