"""The interchange file: every record of a dossier as JSON.

A field is written under its own name without a trailing underscore. A field that may be absent and is None is left
out; spans are `[start, end]`, maps lists of `[text_start, page_start, length]`.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
import typing
from importlib import resources
from pathlib import Path
from typing import Any

from sayso.errors import InterchangeError
from sayso.records import CannotMeasure, Dossier, OriginCount, Page
from sayso.spans import OffsetMap, Run, Span

# Version of the file's layout, the value of its field "sayso".
VERSION = 1
SCHEMA_FILE = "interchange.schema.json"
# Kept beside the record while a run works, and found again by location and digest; never written.
NOT_WRITTEN = {(Page, "source")}


def to_json(record: Any) -> Any:
    """`record`, a record or a value in one, as what `json` writes."""
    if isinstance(record, Span):
        return [record.start, record.end]
    if isinstance(record, OffsetMap):
        return [[run.text_start, run.page_start, run.length] for run in record.runs]
    if dataclasses.is_dataclass(record):
        written = {}
        for field in dataclasses.fields(record):
            value = getattr(record, field.name)
            if (type(record), field.name) in NOT_WRITTEN or (value is None and field.default is None):
                continue
            written[_name(field.name)] = to_json(value)
        return written
    if isinstance(record, list | tuple):
        return [to_json(one) for one in record]
    if isinstance(record, dict):
        return {key: to_json(value) for key, value in record.items()}
    if isinstance(record, float) and record.is_integer():
        return int(record)
    return record


def write_dossier(dossier: Dossier, path: Path) -> None:
    """Write the interchange file at `path`."""
    document = {"sayso": VERSION, **to_json(dossier)}
    path.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")


def write_tables(dossier: Dossier, folder: Path) -> None:
    """Write the same records into `folder`, one file a noun and one record a line."""
    folder.mkdir(parents=True, exist_ok=True)
    document = to_json(dossier)
    for name, records in document.items():
        rows = records if isinstance(records, list) else [records]
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")


def read_dossier(path: Path) -> Dossier:
    """The dossier in the interchange file at `path`; each page's `source` is empty.

    Raises `InterchangeError` when the file is missing, is not JSON, or lacks a field.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InterchangeError(
            str(path), f"not readable as JSON ({error})", "give the file that --json wrote"
        ) from error
    if not isinstance(document, dict) or document.get("sayso") != VERSION:
        raise InterchangeError(
            str(path), f'its field "sayso" is not {VERSION}', "give a file that this version's --json wrote"
        )
    try:
        dossier = _read(Dossier, document, "")
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InterchangeError(
            str(path), f"a record is not as expected ({error})", "check it with the schema"
        ) from error
    return typing.cast(Dossier, dossier)


def _name(field: str) -> str:
    return field.rstrip("_")


def _read(kind: Any, value: Any, where: str) -> Any:
    if kind is Span:
        return Span(*value)
    if kind is OffsetMap:
        return OffsetMap(tuple(Run(*run) for run in value))
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        options = [one for one in typing.get_args(kind) if one is not type(None)]
        if value is None:
            return None
        if OriginCount in options:
            return _read(CannotMeasure if "cannot_measure" in value else OriginCount, value, where)
        return _read(options[0], value, where)
    if origin is tuple:
        inside = typing.get_args(kind)
        types_inside = [inside[0]] * len(value) if inside[-1] is Ellipsis else inside
        return tuple(_read(one, item, where) for one, item in zip(types_inside, value, strict=True))
    if dataclasses.is_dataclass(kind):
        return _read_record(kind, value, where)
    if kind is float and isinstance(value, int):
        return float(value)
    return value


def _read_record(kind: Any, value: dict[str, Any], where: str) -> Any:
    hints = typing.get_type_hints(kind)
    given = {}
    for field in dataclasses.fields(kind):
        name = _name(field.name)
        if (kind, field.name) in NOT_WRITTEN:
            given[field.name] = ""
        elif name in value:
            given[field.name] = _read(hints[field.name], value[name], f"{where}.{name}")
        elif field.default is dataclasses.MISSING:
            raise KeyError(f"{where}.{name} is missing")
    return kind(**given)


def make_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the interchange file, made from the records."""
    definitions: dict[str, Any] = {}
    body = _schema_of(Dossier, definitions)
    root = definitions.pop(body["$ref"].removeprefix("#/$defs/"))
    root["properties"] = {"sayso": {"const": VERSION}, **root["properties"]}
    root["required"] = ["sayso", *root["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sayso interchange file",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def shipped_schema() -> dict[str, Any]:
    """The schema as it is in the package."""
    text = resources.files("sayso").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")
    return typing.cast(dict[str, Any], json.loads(text))


def _schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind is Span:
        return {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
    if kind is OffsetMap:
        run = {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 3, "maxItems": 3}
        return {"type": "array", "items": run}
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        options = [
            {"type": "null"} if one is type(None) else _schema_of(one, definitions) for one in typing.get_args(kind)
        ]
        return {"anyOf": options}
    if origin is typing.Literal:
        return {"enum": list(typing.get_args(kind))}
    if origin is tuple:
        inside = typing.get_args(kind)
        items = _schema_of(inside[0], definitions)
        size = {} if inside[-1] is Ellipsis else {"minItems": len(inside), "maxItems": len(inside)}
        return {"type": "array", "items": items, **size}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema_of(typing.get_args(kind)[1], definitions)}
    if dataclasses.is_dataclass(kind):
        return _schema_of_record(kind, definitions)
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[kind]}


def _schema_of_record(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = typing.get_type_hints(kind)
        fields = [field for field in dataclasses.fields(kind) if (kind, field.name) not in NOT_WRITTEN]
        summary = (kind.__doc__ or "").strip().split("\n\n")[0]
        definitions[name] = {
            "description": " ".join(summary.split()),
            "type": "object",
            "properties": {_name(field.name): _schema_of(hints[field.name], definitions) for field in fields},
            "required": [_name(field.name) for field in fields if field.default is not None],
        }
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(make_schema(), indent=1, ensure_ascii=False) + "\n")
