from forum.casebook.models.note import Note
from forum.casebook.models.objection import Objection, ObjectionState

__all__ = ["Note", "Objection", "ObjectionState"]
