import pytest

from network.programme.models import Cohort, Programme


@pytest.fixture
def bali(db) -> Programme:
    return Programme.objects.create(code="bali", title="Black and Asian Leadership Initiative (BALI)")


@pytest.fixture
def cohort(bali) -> Cohort:
    return Cohort.objects.create(code="C30", name="BALI Cohort 30", programme=bali, capacity=1)
