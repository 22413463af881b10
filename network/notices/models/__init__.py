from network.notices.models.letter import Letter, LetterState
from network.notices.models.notice import Notice
from network.notices.models.preference import MailChoice, PlaceChoice, QuietTime

__all__ = ["Letter", "LetterState", "MailChoice", "Notice", "PlaceChoice", "QuietTime"]
