"""`python -m bench live|pages [--quick] [--full]`. `--full` adds the time of the fast tests to pages."""

import importlib
import sys

WHAT = ("live", "pages")


def main(words: list[str]) -> int:
    quick = "--quick" in words
    chosen = [word for word in words if word in WHAT] or list(WHAT)
    unknown = [word for word in words if word not in (*WHAT, "--quick", "--full")]
    if unknown:
        print(f"There is no benchmark called {' '.join(unknown)}. There are: {', '.join(WHAT)}.", file=sys.stderr)
        return 2
    more = {"pages": {"full": "--full" in words}}
    good = [importlib.import_module(f"bench.{name}").main(quick, **more.get(name, {})) for name in chosen]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
