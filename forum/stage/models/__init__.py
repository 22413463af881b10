from forum.stage.models.halt import Ejection, Halt
from forum.stage.models.host import Host, Part
from forum.stage.models.question import Question, Upvote
from forum.stage.models.sitting import Phase, Sitting

__all__ = ["Ejection", "Halt", "Host", "Part", "Phase", "Question", "Sitting", "Upvote"]
