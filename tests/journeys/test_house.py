"""The browser, the house and the cast find one another."""


def test_an_outsider_is_led_to_sign_in(open_as, house_url):
    page = open_as("outsider")

    page.goto(f"{house_url}/m/people/")

    assert page.url.startswith(f"{house_url}/accounts/")


def test_a_member_is_at_home(open_as, house_url):
    page = open_as("ada")

    answer = page.goto(f"{house_url}/m/")

    assert (answer.status, page.url) == (200, f"{house_url}/m/")


def test_no_page_of_the_first_visit_breaks_the_content_policy(open_as, house_url):
    page = open_as("outsider")
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    for path in ("/", "/blog/", "/events/", "/accounts/login/"):
        page.goto(house_url + path)

    assert complaints == []
