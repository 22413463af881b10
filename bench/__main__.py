"""`python -m bench live|pages|soak [--quick] [--full] [--views=N]`.

`--full` holds live to what is promised in the end, and adds the time of the fast tests to pages. `--views=N`: so many
page views a second beside the soak.
"""

import importlib
import sys

# What runs without being named; a soak takes ten minutes of its own.
WHAT = ("live", "pages")
NAMED = ("soak",)
VIEWS = "--views="
KNOWN = f"It knows {', '.join((*WHAT, *NAMED))}, and --quick, --full, {VIEWS}NUMBER."


def main(words: list[str]) -> int:
    quick, full = "--quick" in words, "--full" in words
    chosen = [word for word in words if word in (*WHAT, *NAMED)] or list(WHAT)
    views = [word.removeprefix(VIEWS) for word in words if word.startswith(VIEWS)]
    known = (*WHAT, *NAMED, "--quick", "--full", *(f"{VIEWS}{many}" for many in views if many.isdecimal()))
    if unknown := [word for word in words if word not in known]:
        print(f"Bench does not know {' '.join(unknown)}. {KNOWN}", file=sys.stderr)
        return 2
    more = {name: {"full": full} for name in WHAT} | {"soak": {"views": int(views[-1]) if views else 0}}
    good = [importlib.import_module(f"bench.{name}").main(quick, **more[name]) for name in chosen]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
