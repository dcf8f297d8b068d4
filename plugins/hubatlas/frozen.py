"""Frozen dataclasses that are quick to define, as there are hundreds and every build defines them anew.

`dataclass` writes and compiles the same few methods for each class. The one here gives every class those that are
written below, once; to type checkers, and to whoever uses the classes, it is the standard library's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter, ge, gt, le, lt
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen, slots, kw_only=False, eq=True, order=False):  # noqa: ANN001, ANN201 - as the standard library's
        """A decorator that does what `dataclasses.dataclass` does with `frozen=True, slots=True`."""
        if not (frozen and slots):
            raise TypeError("this decorator is for frozen classes with slots; others take that of dataclasses")
        define = dataclasses.dataclass(slots=True, kw_only=kw_only, init=False, eq=False, repr=False)
        return lambda cls: _with_methods(_defined(cls, define), comparable=eq, ordered=order)


def _defined(cls: type, define: Callable[[type], type]) -> Any:  # noqa: ANN401 - a class, which gets further attributes
    """The class with its fields, whose types `define` does not see: what they say as text it would take apart first."""
    types = cls.__annotations__
    cls.__annotations__ = dict.fromkeys(types, object)
    made = define(cls)
    made.__annotations__ = types
    for each in dataclasses.fields(made):
        each.type = types.get(each.name, each.type)
    return made


def _with_methods(cls: Any, *, comparable: bool, ordered: bool) -> type:  # noqa: ANN401 - a class, which gets further attributes
    names = tuple(each.name for each in dataclasses.fields(cls))
    values = _getter(names)
    setters = [getattr(cls, name).__set__ for name in names]

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def compared(how: Callable[[Any, Any], bool]) -> Callable[[object, object], bool]:
        return lambda self, other: (
            how(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented
        )

    def hashed(self: object) -> int:
        return hash(values(self))

    def state(self: object) -> tuple[object, ...]:
        return values(self)

    def restored(self: object, state: tuple[object, ...]) -> None:
        for put, value in zip(setters, state, strict=True):
            put(self, value)

    def shown(self: object) -> str:
        stated = (f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
        return f"{cls.__qualname__}({', '.join(stated)})"

    if comparable:
        cls.__eq__, cls.__hash__ = equal, hashed
    if ordered:
        cls.__lt__, cls.__le__, cls.__gt__, cls.__ge__ = map(compared, (lt, le, gt, ge))
    cls.__getstate__, cls.__setstate__, cls.__repr__ = state, restored, shown
    cls.__init__, cls.__setattr__, cls.__delattr__ = _beginning(cls), _not_set, _not_deleted
    made: type = cls
    return made


def _beginning(cls: type) -> Callable[..., None]:
    """The `__init__` of the class. Those that say so take keywords only."""
    if hasattr(cls, "__post_init__") or not all(each.init for each in dataclasses.fields(cls)):
        raise TypeError(f"{cls.__qualname__} begins in a way of its own; it should take the decorator of dataclasses")
    fields = sorted(dataclasses.fields(cls), key=attrgetter("kw_only"))
    by_position = [each for each in fields if not each.kw_only]
    by_keyword = fields[len(by_position) :]
    defaults = _defaults(by_position)
    if list(defaults) != [each.name for each in by_position[len(by_position) - len(defaults) :]]:
        raise TypeError(f"{cls.__qualname__} has a field without a default after one with a default")
    code = _code(tuple(each.default_factory is not dataclasses.MISSING for each in fields))
    code = code.replace(
        co_qualname=f"{cls.__qualname__}.__init__",
        co_varnames=("self", *(each.name for each in fields)),
        co_argcount=1 + len(by_position),
        co_kwonlyargcount=len(by_keyword),
    )
    known: dict[str, Any] = {f"_put_{at}": getattr(cls, each.name).__set__ for at, each in enumerate(fields)}
    known |= {f"_make_{at}": each.default_factory for at, each in enumerate(fields)}
    known["_absent"] = dataclasses.MISSING
    made = FunctionType(code, known, "__init__", tuple(defaults.values()))
    made.__kwdefaults__ = _defaults(by_keyword)
    return made


def _defaults(fields: Iterable[dataclasses.Field[Any]]) -> dict[str, Any]:
    """What stands for those of the fields that can be left out; for what is then made anew it is MISSING."""
    needed = (dataclasses.MISSING, dataclasses.MISSING)
    return {each.name: each.default for each in fields if (each.default, each.default_factory) != needed}


@cache
def _code(made_anew: tuple[bool, ...]) -> CodeType:
    """The code of an `__init__` of so many parameters, _0, _1 and so on, some of which are made anew where left out.

    To compile it for each class, rather than to put the names of its fields into this, took four times as long.
    """
    names = [f"_{at}" for at in range(len(made_anew))]
    lines = [
        f"  _put{name}(self, {f'_make{name}() if {name} is _absent else {name}' if anew else name})\n"
        for name, anew in zip(names, made_anew, strict=True)
    ]
    known: dict[str, Any] = {}
    exec(f"def __init__({', '.join(('self', *names))}):\n{''.join(lines) or '  pass'}", known)  # noqa: S102 - as the standard library does
    code: CodeType = known["__init__"].__code__
    return code


def _not_set(_self: object, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _not_deleted(_self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _getter(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """A function that gives the values of the fields, as a tuple however many there are."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
