from network.access.counting import roughly


def test_counts_are_rounded_and_small_ones_hidden():
    counts = [roughly(count) for count in (0, 9, 10, 12, 13, 42)]

    assert counts == [0, 0, 10, 10, 15, 40]
