from editorial.models import BaliDocument, BaliImage
from network.records.data_map import personal

UPLOADS = {
    "purpose": "pictures and papers on pages, and who put them there",
    "basis": "legitimate interest: a publisher must know where a file came from",
    "seen_by": "whoever sees a page that shows the file; who uploaded it, in the CMS alone",
    "keep": "as long as a page shows it, then until an editor removes it",
    "export": "the uploads one made",
    "erase": "the file stays, the name of whoever uploaded it goes",
}

FIELDS = [
    *personal(
        BaliImage,
        "title file width height created_at uploaded_by_user focal_point_x focal_point_y focal_point_width "
        "focal_point_height file_size file_hash collection description alt is_decorative",
        **UPLOADS,
    ),
    *personal(BaliDocument, "title file created_at uploaded_by_user file_size file_hash collection", **UPLOADS),
]
