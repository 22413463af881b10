from forum.folds.models.fold import Fold

__all__ = ["Fold"]
