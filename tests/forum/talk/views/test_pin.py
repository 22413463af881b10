from django.urls import reverse


def test_moderators_pin_and_unpin_by_plain_forms(ada, dina, topic):
    page, pin, unpin = (reverse(name, args=[topic.public_id]) for name in ("thread", "pin", "pin_removal"))
    assert f'action="{pin}"' in dina.client.get(page).text

    assert dina.client.post(pin)["Location"] == page
    pinned = dina.client.get(page).text
    assert f'action="{unpin}"' in pinned and f'action="{pin}"' not in pinned
    assert "Pinned</span>" in ada.client.get(page).text

    assert dina.client.post(unpin)["Location"] == page
    assert "Pinned</span>" not in ada.client.get(page).text


def test_others_are_offered_nothing(ada, bola, topic):
    for who in (ada, bola):
        assert "/pin/" not in who.client.get(reverse("thread", args=[topic.public_id])).text
