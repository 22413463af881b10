"""Static files: hashed names, compressed copies, and style sheets and scripts that arrive as one."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config import scripts

# A script of many modules costs a request for each, one after another.
SCRIPTS = ("js/elements/live-thread.js",)
BUNDLES = ("css/public.css", "css/member.css")
IMPORT = re.compile(r'@import url\("(?P<name>[\w.-]+)"\) layer\((?P<layer>\w+)\);\n?')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class ManifestStorage(CompressedManifestStaticFilesStorage):
    """A bundle is a list of imports, which a browser understands as it is; here they are put in place, so that a page
    asks once (decision 4)."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        for name in BUNDLES:
            if name in paths and not dry_run:
                self._write(name, self._joined(name, paths))
                paths[name] = (self, name)
        for name in SCRIPTS:
            if name in paths and not dry_run:
                self._write(name, scripts.joined(name, lambda other: self._read(other, paths)))
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)

    def _joined(self, name: str, paths: dict[str, Any]) -> str:
        def inside(match: re.Match[str]) -> str:
            return f"@layer {match['layer']}{{{self._read('css/' + match['name'], paths)}}}\n"

        joined = IMPORT.sub(inside, self._read(name, paths))
        return re.sub(r"\s*\n\s*", "\n", COMMENT.sub("", joined))

    def _read(self, name: str, paths: dict[str, Any]) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return str(file.read().decode())

    def _write(self, name: str, text: str) -> None:
        self.delete(name)
        self._save(name, ContentFile(text.encode()))
