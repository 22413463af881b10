from forum.hands.models import Reaction, Vote, Voter
from network.records.data_map import personal

FIELDS = [
    *personal(
        Reaction,
        "message person kind",
        purpose="answering a message without words",
        basis="contract: membership; what one answers is one's own choice to publish to that audience",
        seen_by="the space's audience, less those the person hides from",
        keep="with the message, or until the person takes it back",
        export="one's own reactions and the addresses of the messages",
        erase="deleted",
    ),
    *personal(
        Voter,
        "poll person",
        purpose="one vote for each",
        basis="contract: membership",
        seen_by="nobody; in a poll with names the votes show it, once it has closed",
        keep="with the message",
        export="which polls one has voted in",
        erase="deleted; a ballot of an anonymous poll is nobody's and stays counted",
    ),
    *personal(
        Vote,
        "voter option",
        purpose="answering a poll with names",
        basis="contract: membership; what one chooses is one's own choice to publish to that audience",
        seen_by="the space's audience once the poll has closed, less those the person hides from",
        keep="with the message",
        export="one's own votes in polls with names",
        erase="deleted",
    ),
]
