from network.notices.models.letter import Letter, LetterState
from network.notices.models.notice import Notice

__all__ = ["Letter", "LetterState", "Notice"]
