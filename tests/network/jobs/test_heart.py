"""A worker says that it lives, also after a database that was away for a moment."""

from threading import Event

from django.db import OperationalError

from network.jobs import worker


def test_a_heart_goes_on_after_the_database_was_away(monkeypatch):
    tried, second = [], Event()

    class Beats:
        """The second beat is taken, the first finds nobody."""

        objects = None

        def update_or_create(self, **facts):
            tried.append(facts)
            if len(tried) == 1:
                raise OperationalError
            second.set()

        def filter(self, **facts):
            return self

        def delete(self):
            pass

    Beats.objects = Beats()
    monkeypatch.setattr(worker, "WorkerBeat", Beats)
    monkeypatch.setattr(worker, "BEAT_EVERY", 0.01)
    heart = worker.Heartbeat("w")

    heart.start()
    heard = second.wait(5)
    heart.stopped.set()
    heart.join(5)

    assert heard
