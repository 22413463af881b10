"""The names one may be given: a quiet colour and a bird or a tree. Nothing in them says anything of anybody."""

COLOURS = (
    "Grey",
    "Amber",
    "Russet",
    "Silver",
    "Indigo",
    "Olive",
    "Copper",
    "Slate",
    "Violet",
    "Golden",
    "Teal",
    "Ivory",
)
LIVING = (
    *(
        "heron",
        "wren",
        "curlew",
        "plover",
        "kestrel",
        "swift",
        "lapwing",
        "avocet",
        "linnet",
        "egret",
        "siskin",
        "petrel",
    ),
    *(
        "alder",
        "hazel",
        "rowan",
        "aspen",
        "linden",
        "juniper",
        "hawthorn",
        "willow",
        "maple",
        "larch",
        "elder",
        "cedar",
    ),
)
PENS = tuple(f"{colour} {name}" for colour in COLOURS for name in LIVING)
PEN_LENGTH = 40
