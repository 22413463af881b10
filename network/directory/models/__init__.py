from network.directory.models.profile import FIELDS_WITH_AUDIENCE, LABELS, FieldAudience, Profile

__all__ = ["FIELDS_WITH_AUDIENCE", "LABELS", "FieldAudience", "Profile"]
