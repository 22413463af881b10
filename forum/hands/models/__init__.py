from forum.hands.models.poll import Option, Poll
from forum.hands.models.reaction import Reaction, ReactionKind
from forum.hands.models.voter import Vote, Voter

__all__ = ["Option", "Poll", "Reaction", "ReactionKind", "Vote", "Voter"]
