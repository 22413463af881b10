"""`python -m bench live|pages|soak [--quick] [--full]`.

`--full` holds live to what is promised in the end, and adds the time of the fast tests to pages.
"""

import importlib
import sys

# What runs without being named; a soak takes ten minutes of its own.
WHAT = ("live", "pages")
NAMED = ("soak",)


def main(words: list[str]) -> int:
    quick = "--quick" in words
    chosen = [word for word in words if word in (*WHAT, *NAMED)] or list(WHAT)
    unknown = [word for word in words if word not in (*WHAT, *NAMED, "--quick", "--full")]
    if unknown:
        known = ", ".join((*WHAT, *NAMED))
        print(f"There is no benchmark called {' '.join(unknown)}. There are: {known}.", file=sys.stderr)
        return 2
    more = {name: {"full": "--full" in words} for name in WHAT}
    good = [importlib.import_module(f"bench.{name}").main(quick, **more.get(name, {})) for name in chosen]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
