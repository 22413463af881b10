from forum.files.models.upload import Upload, UploadKind

__all__ = ["Upload", "UploadKind"]
