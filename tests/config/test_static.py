"""Style sheets arrive as one file, hashed, and small enough."""

import gzip
import re

import pytest
from django.core.management import call_command
from django.test import override_settings

from config.static import BUNDLES, IMPORT, SCRIPTS, ManifestStorage
from tests.house.source import ROOT

LISTED = {bundle: IMPORT.findall((ROOT / "assets" / bundle).read_text()) for bundle in BUNDLES}
# Kilobytes on the line: what a first visit may spend on looks, beside its HTML.
BUDGET = {"css/public.css": 12, "css/member.css": 14}


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    """The static files as a start gathers them."""
    place = tmp_path_factory.mktemp("static")
    settings = override_settings(
        STATIC_ROOT=place,
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": "config.static.ManifestStorage"},
        },
        STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
    )
    with settings:
        call_command("collectstatic", interactive=False, verbosity=0)
    return place


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_list_names_files_that_exist(bundle):
    missing = [name for name, _ in LISTED[bundle] if not (ROOT / "assets/css" / name).exists()]

    assert LISTED[bundle] and missing == []


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_bundle_is_one_file_within_its_budget(gathered, bundle):
    text = (gathered / bundle).read_text()

    assert "@import" not in text and text.count("{") == text.count("}")
    assert len(gzip.compress(text.encode())) < BUDGET[bundle] * 1024


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_bundle_asks_for_the_font_by_its_hashed_name(gathered, bundle):
    storage = ManifestStorage(location=gathered)
    text = (gathered / storage.hashed_files[bundle]).read_text()

    [font] = set(re.findall(r"fonts/(eczar\.[\w.]+woff2)", text))
    assert (gathered / "fonts" / font).exists() and (gathered / "fonts" / font).stat().st_size < 20_000


def test_scripts_import_one_another_by_hashed_names(gathered):
    storage = ManifestStorage(location=gathered)
    text = (gathered / storage.hashed_files["js/elements/passkey-button.js"]).read_text()

    imported = re.findall(r"from \"([^\"]+)\"", text)
    assert imported and all(re.search(r"\.[0-9a-f]{12}\.js$", name) for name in imported)


def test_no_string_of_a_script_goes_on_over_the_end_of_a_line():
    lines = [line for path in (ROOT / "assets/js").rglob("*.js") for line in path.read_text().splitlines()]

    assert lines and [line for line in lines if line.count("`") % 2] == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_of_many_modules_arrives_as_one(gathered, script):
    text = (gathered / script).read_text()

    assert not re.search(r"^(import|export) ", text, re.MULTILINE)
    assert "class Line extends EventTarget" in text and text.count("const of_js_lib_lines_js =") == 1
    # Half of what the design allows all scripts of a live page together.
    assert len(gzip.compress(text.encode())) < 15.5 * 1024
