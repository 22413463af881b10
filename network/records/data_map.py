"""The data map: what is held about people, why, for how long. Each room keeps its lines in `personal.py`."""

from dataclasses import dataclass
from importlib import import_module

from django.apps import apps
from django.db.models import Model
from django.utils.module_loading import module_has_submodule


@dataclass(frozen=True)
class Personal:
    """One field that says something about a person (safety standard, section 10).

    `export` and `erase` say how the field takes part in a person's export and erasure.
    """

    model: type[Model]
    field: str
    purpose: str
    basis: str
    seen_by: str
    keep: str
    export: str
    erase: str


def personal(
    model: type[Model], fields: str, *, purpose: str, basis: str, seen_by: str, keep: str, export: str, erase: str
) -> list[Personal]:
    """Lines for several fields, named in one string, that share their reasons."""
    return [Personal(model, field, purpose, basis, seen_by, keep, export, erase) for field in fields.split()]


def data_map() -> list[Personal]:
    """Every line of every room."""
    lines: list[Personal] = []
    for app in apps.get_app_configs():
        if module_has_submodule(app.module, "personal"):
            lines += map(_as_line, import_module(f"{app.name}.personal").FIELDS)
    return lines


def _as_line(line: Personal | dict) -> Personal:
    """Rooms below this one keep plain dictionaries: they import nothing from above."""
    return line if isinstance(line, Personal) else Personal(**line)


def unmapped() -> list[str]:
    """Fields of models with a path to a person that no line explains. Empty, or the build fails."""
    explained = {(line.model, line.field) for line in data_map()}
    return sorted(
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if _is_ours(model) and _speaks_of_a_person(model)
        for field in model._meta.local_concrete_fields
        if not field.primary_key and (model, field.name) not in explained
    )


def _is_ours(model: type[Model]) -> bool:
    return model.__module__.split(".")[0] in {"network", "editorial", "forum", "events"}


def _speaks_of_a_person(model: type[Model]) -> bool:
    user = apps.get_model("people", "User")
    return model is user or any(field.related_model is user for field in model._meta.local_fields if field.is_relation)
