"""The harness itself: the cast are who the story says."""


def test_the_cast_hold_the_roles_of_the_story(ada, bola, cem, dina, efe, eve, finn, maya, outsider):
    cast = (outsider, eve, bola, ada, cem, maya, dina, efe, finn)

    seen = {repr(someone): sorted(someone.viewer.audiences | someone.viewer.roles) for someone in cast}

    assert seen == {
        "outsider": ["public"],
        "Eve": ["public"],
        "Bola": ["ally", "members", "public"],
        "Ada": ["alumna", "alumni", "cohort:C09", "members", "public"],
        "Cem": ["cohort:C12", "members", "participant", "public"],
        "Maya": ["ally", "members", "public"],
        "Dina": ["ally", "members", "moderator", "public"],
        "Efe": ["editor", "public"],
        "Finn": ["events_manager", "programme_manager", "public"],
    }


def test_maya_is_shielded_from_ada_in_lists(ada, maya):
    assert maya.viewer.hidden_in_lists == {ada.person.pk}
    assert maya.viewer.hidden_everywhere == frozenset()
