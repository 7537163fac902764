"""The OpenAPI description of the API, its shapes made from the nouns, and the page that shows it."""

from typing import Any

import msgspec
from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from dragoman.corridor.browse import Text
from dragoman.model.changes import Changes
from dragoman.model.diary import Diary, EventEntry
from dragoman.views.web.adding import Given, Progress
from dragoman.views.web.api import ActorAnswer, Reports
from dragoman.views.web.pages import Visit
from dragoman.views.web.problems import Problem

ROUTER = APIRouter(include_in_schema=False)
SHAPES: tuple[type[msgspec.Struct], ...] = (
    Diary,
    Changes,
    EventEntry,
    Text,
    Reports,
    ActorAnswer,
    Given,
    Progress,
    Problem,
)
TEMPLATE = "#/components/schemas/{name}"


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter, or a field of a shape, as the page shows it."""

    name: str
    kind: str
    told: str = ""
    shape: str | None = None


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One address of the API as the page shows it."""

    method: str
    path: str
    told: str
    parameters: tuple[Field, ...]
    answer: str | None


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A shape of an answer, or of a part of one."""

    name: str
    told: str
    fields: tuple[Field, ...]


def describe(app: FastAPI) -> dict[str, Any]:
    """Makes the OpenAPI description, once."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        _, shapes = msgspec.json.schema_components(SHAPES, ref_template=TEMPLATE)
        made.setdefault("components", {}).setdefault("schemas", {}).update(shapes)
        made["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        app.openapi_schema = made
    return app.openapi_schema


@ROUTER.get("/docs")
def docs(request: Request) -> Response:
    """Shows the description of the API."""
    visit = Visit(request)
    schema = request.app.openapi()
    return visit.answer("docs.html", operations=_operations(schema), shapes=_shapes(schema))


def _operations(schema: dict[str, Any]) -> list[Operation]:
    return [
        Operation(
            method=method.upper(),
            path=path,
            told=operation.get("description") or operation.get("summary", ""),
            parameters=tuple(
                _field(each["name"], each["schema"], each.get("description", ""))
                for each in operation.get("parameters", ())
            ),
            answer=_answer(operation),
        )
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]


def _answer(operation: dict[str, Any]) -> str | None:
    content: dict[str, Any] = next(
        (each.get("content", {}) for code, each in operation["responses"].items() if code.startswith("2")), {}
    )
    return _named(content.get("application/json", {}).get("schema", {}))


def _shapes(schema: dict[str, Any]) -> list[Shape]:
    return [
        Shape(
            name=name,
            told=shape.get("description", ""),
            fields=tuple(
                _field(key, field, field.get("description", "")) for key, field in shape.get("properties", {}).items()
            ),
        )
        for name, shape in sorted(schema["components"]["schemas"].items())
        if shape.get("properties")
    ]


def _field(name: str, schema: dict[str, Any], told: str) -> Field:
    return Field(name=name, kind=_kind(schema), told=told, shape=_named(schema))


def _named(schema: dict[str, Any]) -> str | None:
    """Gives the name of the shape that a schema leads to, through lists and choices."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    inner = [each for each in (schema.get("items"), *schema.get("anyOf", ())) if isinstance(each, dict)]
    return next((found for each in inner if (found := _named(each)) is not None), None)


def _kind(schema: dict[str, Any]) -> str:
    """Says in a word or two what a value is."""
    if "enum" in schema:
        return " | ".join(str(each) for each in schema["enum"] if each is not None)
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(_kind(each) for each in schema["anyOf"] if each.get("type") != "null"))
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items') or {})}]"
    return _named(schema) or str(schema.get("type", ""))
