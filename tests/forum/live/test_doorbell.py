import asyncio
import threading

from asgiref.sync import async_to_sync

from forum.live.doorbell import Doorbell, Note


def test_a_ring_from_any_thread_is_heard_at_once():
    heard = []

    async def listen():
        bell = Doorbell()
        bell.answer(heard.append)
        thread = threading.Thread(target=lambda: bell.ring(Note(spaces={1}, people={2})))
        thread.start()
        await asyncio.sleep(0.05)
        thread.join()
        bell.fall_silent()

    async_to_sync(listen)()

    assert [(note.spaces, note.people) for note in heard] == [({1}, {2})]


def test_rings_that_wait_together_are_one():
    heard = []

    async def listen():
        bell = Doorbell()
        bell.answer(heard.append)
        for space in range(500):
            bell.ring(Note(spaces={space}))
        await asyncio.sleep(0.01)
        bell.fall_silent()

    async_to_sync(listen)()

    assert [len(note.spaces) for note in heard] == [500]


def test_a_ring_nobody_can_hear_is_no_error():
    Doorbell().ring(Note(spaces={1}))


def test_a_note_comes_through_the_layer_whole():
    note = Note({3, 1}, {2}, {"mark"}, [{"kind": "typing"}])

    assert Note.from_message(note.as_message()) == note
