"""The last line of `./bali test`: all suites added up from the reports they left."""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from config.env import VAR

SUITES = {
    "all": ("fast", "services", "faults", "faults-on-services", "journeys"),
    "services": ("services", "faults-on-services"),
}


def counted(report: Path) -> dict[str, float]:
    """Tests, failures, errors, skips and seconds of one suite."""
    suites = ET.parse(report).getroot().iter("testsuite")
    names = ("tests", "failures", "errors", "skipped", "time")
    total = dict.fromkeys(names, 0.0)
    for suite in suites:
        for name in names:
            total[name] += float(suite.get(name, 0))
    return total


def main(what: str, seconds: str, red: str) -> int:
    lines, passed, failed, skipped = [""], 0, 0, 0
    for name in SUITES.get(what, (what,)):
        report = VAR / "test" / f"{name}.xml"
        if not report.exists():
            lines.append(f"{name:<20} did not run")
            continue
        found = counted(report)
        bad = int(found["failures"] + found["errors"])
        good = int(found["tests"] - bad - found["skipped"])
        lines.append(
            f"{name:<20} {good:>5} passed {bad:>4} failed {int(found['skipped']):>4} skipped {found['time']:>7.0f} s"
        )
        passed, failed, skipped = passed + good, failed + bad, skipped + int(found["skipped"])
    verdict = "RED" if red.strip() or failed else "green"
    lines.append(
        f"{verdict}: {passed} passed, {failed} failed, {skipped} skipped in {int(seconds)} s{red and ':' + red}"
    )
    print("\n".join(lines))  # noqa: T201
    return 1 if verdict == "RED" else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
