"""Every noun: frozen, slotted, and the same after a way through JSON."""

import importlib
import pkgutil
from typing import Any, get_type_hints

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dragoman import model

MODULES = [importlib.import_module(f"{model.__name__}.{found.name}") for found in pkgutil.iter_modules(model.__path__)]
NOUNS = [
    thing
    for module in MODULES
    for thing in vars(module).values()
    if isinstance(thing, type) and issubclass(thing, msgspec.Struct) and thing.__module__ == module.__name__
]
each_noun = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)


DEPTH = 1
"""How often a noun may hold another of its own kind: once shows all that more would."""

NUMBERS: dict[type, st.SearchStrategy[Any]] = {
    msgspec.inspect.FloatType: st.floats(allow_nan=False, allow_infinity=False),
    msgspec.inspect.IntType: st.integers(min_value=-(2**31), max_value=2**31),
}


def nouns(kind: type[msgspec.Struct], *, above: tuple[type, ...] = ()) -> st.SearchStrategy[Any]:
    """Draws values of a noun, the nouns within it included; ``above`` are those that it stands within."""
    hints = get_type_hints(kind)
    fields = {name: of_type(hints[name], above=(*above, kind)) for name in kind.__struct_fields__}
    return st.fixed_dictionaries(fields).map(lambda drawn: kind(**drawn))


def of_type(hint: Any, *, above: tuple[type, ...] = ()) -> st.SearchStrategy[Any]:
    """Draws values of a field's type; lists stay short, since what is in them matters and not how many."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return st.nothing() if above.count(hint) > DEPTH else nouns(hint, above=above)
    described = msgspec.inspect.type_info(hint)
    if isinstance(described, msgspec.inspect.UnionType):
        return st.one_of(*(of_type(each, above=above) for each in hint.__args__))
    if isinstance(described, msgspec.inspect.VarTupleType):
        each = of_type(hint.__args__[0], above=above)
        return st.just(()) if each.is_empty else st.lists(each, max_size=2).map(tuple)
    if isinstance(described, msgspec.inspect.DictType):
        keys, values = (of_type(each, above=above) for each in hint.__args__)
        return st.dictionaries(keys, values, max_size=2)
    return NUMBERS[type(described)] if type(described) in NUMBERS else st.from_type(hint)


@each_noun
def test_a_noun_is_frozen_and_slotted(noun: type[msgspec.Struct]) -> None:
    assert noun.__struct_config__.frozen
    assert not hasattr(noun, "__dict__") or "__dict__" not in noun.__dict__
    assert noun.__hash__ is not None


@each_noun
@settings(max_examples=5, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(data=st.data())
def test_a_noun_is_the_same_after_a_way_through_json(noun: type[msgspec.Struct], data: st.DataObject) -> None:
    value: Any = data.draw(nouns(noun))
    assert msgspec.json.decode(msgspec.json.encode(value), type=noun) == value
