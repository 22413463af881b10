from network.records.models.staff_action import StaffAction

__all__ = ["StaffAction"]
