from django.urls import reverse

from network.jobs.models import StuckJob


def test_a_programme_manager_sees_and_releases_what_is_stuck(finn):
    stuck = StuckJob.objects.note("notices.send_letter", [1], {}, "SMTPServerDisconnected")

    page = finn.client.get(reverse("deliveries"))
    finn.client.post(reverse("delivery_release", args=[stuck.pk]))

    assert "notices.send_letter" in page.text
    assert not StuckJob.objects.open().exists()


def test_the_list_does_not_exist_for_members(ada):
    stuck = StuckJob.objects.note("notices.send_letter", [1], {}, "SMTPServerDisconnected")

    assert ada.client.get(reverse("deliveries")).status_code == 404
    assert ada.client.post(reverse("delivery_release", args=[stuck.pk])).status_code == 404
    assert StuckJob.objects.open().exists()
