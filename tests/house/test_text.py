"""What the repository says: no foreign hosts or machine paths, and a README and docs that name only what exists."""

import re

import pytest

from tests.house.source import ROOT, tracked

# In pieces, so that this file does not name them either.
REGISTRIES = [
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
]
PLACES = re.compile(r"(?<![\w.])/(?:work|root|Users)/\w")
LOCKS = {"uv.lock", "poetry.lock", "Pipfile.lock", "package-lock.json", "yarn.lock", "pnpm-lock.yaml"}
PROSE = [path for path in tracked() if path.name == "README.md" or path.is_relative_to(ROOT / "docs")]
DOCS = sorted(path.relative_to(ROOT).as_posix() for path in PROSE if path.suffix == ".md")
READABLE = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".html",
    ".css",
    ".js",
    ".yaml",
    ".yml",
    ".csv",
    ".json",
    ".svg",
    ".service",
    "",
}
TOPS = {path.relative_to(ROOT).parts[0] for path in tracked()}


def texts():
    for path in tracked():
        if path.suffix in READABLE and path.stat().st_size < 3_000_000:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8", errors="ignore")


def test_no_file_names_the_host_of_a_registry():
    assert [name for name, words in texts() if any(host in words for host in REGISTRIES)] == []


def test_no_file_names_a_place_on_somebodys_machine():
    assert [name for name, words in texts() if PLACES.search(words)] == []


def test_there_is_no_lock_file():
    assert [path.name for path in tracked() if path.name in LOCKS] == []


def test_the_readme_is_one_screen():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 60


def paths_in(words: str) -> set[str]:
    """Links, and words in code that begin like a path of ours."""
    links = set(re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", words))
    code = {word.strip("`,.;:()") for inline in re.findall(r"`([^`\n]+)`", words) for word in inline.split()}
    return {f"link {link}" for link in links} | {word for word in code if is_path(word)}


def is_path(word: str) -> bool:
    return "/" in word and word.split("/")[0] in TOPS and not re.search(r"[<>*{}$=…]", word)


@pytest.mark.parametrize("name", DOCS)
def test_every_path_named_exists(name):
    here = (ROOT / name).parent

    missing = []
    for word in paths_in((ROOT / name).read_text(encoding="utf-8")):
        place = here / word.removeprefix("link ") if word.startswith("link ") else ROOT / word
        if not place.exists() and not place.is_relative_to(ROOT / "var"):
            missing.append(word)

    assert sorted(missing) == []


@pytest.mark.parametrize("name", DOCS)
def test_every_command_named_exists(name):
    known = set(re.findall(r"^# (\w+)", (ROOT / "bali").read_text().split("# VERBS\n")[1].split("\n\n")[0], re.M))

    named = set(re.findall(r"\./bali (\w+)", (ROOT / name).read_text(encoding="utf-8"))) - {"help"}

    assert sorted(named - known) == []


@pytest.mark.parametrize("name", DOCS)
def test_every_management_command_named_exists(name):
    words = (ROOT / name).read_text(encoding="utf-8")
    ours = {path.stem for path in ROOT.glob("**/management/commands/*.py") if ".venv" not in path.parts}
    theirs = {
        "migrate",
        "createsuperuser",
        "collectstatic",
        "check",
        "shell",
        "dumpdata",
        "update_index",
        "makemigrations",
    }
    theirs |= {
        "changepassword",
        "publish_scheduled",
        "showmigrations",
        "sqlmigrate",
        "rebuild_references_index",
        "dbshell",
    }

    named = set(re.findall(r"manage\.py (\w+)", words))

    assert sorted(named - ours - theirs) == []
