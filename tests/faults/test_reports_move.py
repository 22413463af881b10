"""Reports of a database that stands already come to the desk with every row, and what was told keeps its words."""

from uuid import uuid4

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

BEFORE = [("desk", None), ("talk", "0001_initial")]


def migrate(targets):
    MigrationExecutor(connection).migrate(targets)
    loader = MigrationExecutor(connection).loader
    beside = [node for node in loader.graph.leaf_nodes() if node[0] in ("people", "spaces", "notices")]
    return loader.project_state([*beside, *(node for node in targets if node[1])]).apps


def newest():
    return MigrationExecutor(connection).loader.graph.leaf_nodes()


def hidden_message(old, author):
    space = old.get_model("spaces", "Space").objects.create(name="The open room", audience="members", version=2)
    words = {"public_id": "aaaaaaaaaaaa", "author": author, "key": uuid4()}
    thread = old.get_model("talk", "Thread").objects.create(space=space, title="First weeks", **words)
    words |= {"space": space, "thread": thread, "hidden_at": timezone.now()}
    return old.get_model("talk", "Message").objects.create(body="Reported words", number=1, version=2, **words)


def test_reports_move_with_their_rows_and_back(ada, bola):
    old = migrate(BEFORE)
    people = old.get_model("people", "User").objects
    author, reporter = people.get(pk=ada.person.pk), people.get(pk=bola.person.pk)
    message = hidden_message(old, author)
    facts = {"public_id": "bbbbbbbbbbbb", "state": "hidden", "decision_reason": "It names a child", "key": uuid4()}
    facts |= {"decided_at": timezone.now(), "reported_body": message.body, "reason": "other", "words": "Look"}
    report = old.get_model("talk", "Report").objects.create(message=message, reporter=reporter, **facts)
    old.get_model("notices", "Notice").objects.create(person=author, kind="talk.hidden", ref="aaaaaaaaaaaa", key="k")

    new = migrate(newest())

    moved = new.get_model("desk", "Report").objects.get()
    assert (moved.pk, moved.words, moved.case.public_id) == (report.pk, "Look", report.public_id)
    assert (moved.case.state, moved.case.decision_reason) == ("hidden", "It names a child")
    assert new.get_model("talk", "Message").objects.get(pk=message.pk).hidden_reason == "It names a child"
    assert new.get_model("notices", "Notice").objects.get().kind == "desk.hidden"
    assert "talk_report" not in connection.introspection.table_names()
    back = migrate(BEFORE).get_model("talk", "Report").objects.get()
    assert (back.words, back.state, back.decision_reason) == ("Look", "hidden", "It names a child")
