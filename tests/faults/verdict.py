"""The checker: compares what people were told with what they find.

Every post is unknown when it is sent, and then ok or failed. Afterwards: ok is there once, failed is not there, unknown
at most once; everybody reads the same order, and nobody's own messages change places.
"""

from dataclasses import dataclass, field

from tests.faults.conversation import Writer


@dataclass
class Verdict:
    """What the checker found wrong; nothing of it may be there."""

    lost: set[str] = field(default_factory=set)
    doubled: set[str] = field(default_factory=set)
    reordered: bool = False
    differing: bool = False


def verdict_on(writers: list[Writer], readings: list[list[str]]) -> Verdict:
    """Compare the histories with what several readers found."""
    reference = readings[0]
    acknowledged = {body for writer in writers for body, state in writer.history.items() if state == "ok"}
    refused = {body for writer in writers for body, state in writer.history.items() if state == "failed"}
    verdict = Verdict(lost=acknowledged - set(reference), differing=any(one != reference for one in readings))
    verdict.doubled = {body for body in reference if reference.count(body) > 1} | (refused & set(reference))
    for writer in writers:
        own = [body for body in reference if body.startswith(f"mark-{writer.person.name}-")]
        verdict.reordered |= own != sorted(own, key=lambda body: int(body.rsplit("-", 1)[1]))
    return verdict
