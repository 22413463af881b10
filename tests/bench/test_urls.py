"""The measured house's own pages."""

from asgiref.sync import async_to_sync

from bench.urls import held_by_the_hub


def test_what_the_hub_keeps_can_be_counted():
    held = async_to_sync(held_by_the_hub)()

    assert {"rooms", "readers", "pulses", "here", "tasks"} <= held.keys() and min(held.values()) >= 0
