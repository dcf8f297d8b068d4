"""Frozen dataclasses that are quick to define, as there are hundreds and every build defines them anew.

`dataclass` writes and compiles the same few methods for each class. The one here gives every class those that are
written below, once; to type checkers, and to whoever uses the classes, it is the standard library's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen, slots, kw_only=False, eq=True, order=False):  # noqa: ANN001, ANN201 - as the standard library's
        """A decorator that does what `dataclasses.dataclass` does with `frozen=True, slots=True`."""
        if not (frozen and slots):
            raise TypeError("this decorator is for frozen classes with slots; others take that of dataclasses")
        if order:
            return dataclasses.dataclass(frozen=True, slots=True, kw_only=kw_only, order=True)
        define = dataclasses.dataclass(slots=True, kw_only=kw_only, init=False, eq=False, repr=False)
        return lambda cls: _with_methods(define(cls), comparable=eq)


def _with_methods(cls: Any, *, comparable: bool) -> type:  # noqa: ANN401 - a class, which gets further attributes
    names = tuple(each.name for each in dataclasses.fields(cls))
    values = _getter(names)

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    def state(self: object) -> tuple[object, ...]:
        return values(self)

    def restored(self: object, state: tuple[object, ...]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    def shown(self: object) -> str:
        stated = (f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
        return f"{cls.__qualname__}({', '.join(stated)})"

    if comparable:
        cls.__eq__, cls.__hash__ = equal, hashed
    cls.__getstate__, cls.__setstate__, cls.__repr__ = state, restored, shown
    cls.__init__, cls.__setattr__, cls.__delattr__ = _beginning(cls), _not_set, _not_deleted
    made: type = cls
    return made


def _beginning(cls: type) -> Callable[..., None]:
    """The `__init__` of the class: the one method that has to be compiled for each, as its parameters are the fields.

    Those that say so take keywords only.
    """
    if hasattr(cls, "__post_init__") or not all(each.init for each in dataclasses.fields(cls)):
        raise TypeError(f"{cls.__qualname__} begins in a way of its own; it should take the decorator of dataclasses")
    known: dict[str, Any] = {"_set": object.__setattr__, "_absent": dataclasses.MISSING}
    parameters: dict[bool, list[str]] = {False: ["self"], True: []}
    lines = []
    for each in dataclasses.fields(cls):
        parameter = value = each.name
        if each.default is not dataclasses.MISSING:
            known[f"_{each.name}"] = each.default
            parameter = f"{each.name}=_{each.name}"
        elif each.default_factory is not dataclasses.MISSING:
            known[f"_{each.name}"] = each.default_factory
            parameter = f"{each.name}=_absent"
            value = f"_{each.name}() if {each.name} is _absent else {each.name}"
        parameters[bool(each.kw_only)].append(parameter)
        lines.append(f"  _set(self, {each.name!r}, {value})\n")
    listed = ", ".join((*parameters[False], *(["*", *parameters[True]] if parameters[True] else ())))
    exec(f"def __init__({listed}):\n{''.join(lines) or '  pass'}", known)  # noqa: S102 - as the standard library does
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _not_set(_self: object, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _not_deleted(_self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _getter(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """A function that gives the values of the fields, as a tuple however many there are."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
