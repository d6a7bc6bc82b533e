"""What the classes of orders, entries and views have in common: checking, writing and reading their fields.

Every field has a check. It is used three ways: when somebody makes an object (`take`: the right type, or an
error that says what to write instead), when it is written as JSON (`dump`), and when the engine hands one over
(`load`).
"""

from __future__ import annotations

import datetime
import decimal
import fractions
import json
import uuid
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Generic, NamedTuple, TypeAlias, TypeVar

from ._native import Amount, Design, Order, Refusal, _decode_order

#: Pieces of one series by face: pairs of face (in minor units) and pieces, the smallest face first.
Notes: TypeAlias = "tuple[tuple[int, int], ...]"

#: What is said of each of some names: pairs of a name and a text, by name.
Texts: TypeAlias = "tuple[tuple[str, str], ...]"

_M = TypeVar("_M", bound="Model")
_V = TypeVar("_V")


class _Needed:
    """Stands where a field has no default."""

    def __repr__(self) -> str:
        return "NEEDED"


NEEDED: Any = _Needed()


class Check:
    """What a field may hold."""

    def take(self, value: Any, where: str) -> Any:
        """The value as it is kept, or an error that names `where` it stands."""
        return value

    def dump(self, value: Any) -> Any:
        """The value as JSON has it."""
        return value

    def load(self, value: Any) -> Any:
        """The value from JSON, which the engine wrote."""
        return value


class Field(NamedTuple):
    """A field of a class."""

    name: str
    json: str
    check: Check
    default: Any
    # Left out of JSON when it is its default.
    left_out: bool = False


def _wrong(where: str, expected: str, value: object, instead: str = "") -> TypeError:
    hint = f"; {instead}" if instead else ""
    shown = str(value) if isinstance(value, datetime.date) else repr(value)
    return TypeError(f"{where}: expected {expected}, not {type(value).__name__} {shown:.60}{hint}")


class _Text(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, str):
            return value
        raise _wrong(where, "a string", value)


class _OrderId(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, uuid.UUID):
            return value.hex
        if isinstance(value, str):
            return value
        raise _wrong(where, "the id of an order (32 hexadecimal digits, or a uuid.UUID)", value)


class _Day(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, datetime.datetime):
            raise _wrong(where, "a datetime.date", value, "write .date() behind it, in the zone of the currency")
        if isinstance(value, datetime.date):
            return value
        instead = "write datetime.date.fromisoformat(...)" if isinstance(value, str) else ""
        raise _wrong(where, "a datetime.date", value, instead)

    def dump(self, value: Any) -> Any:
        return value.isoformat()

    def load(self, value: Any) -> Any:
        # Years beyond Python's calendar stand for "always" in a few views.
        return datetime.date.fromisoformat(value) if len(value) == 10 else value


class _Whole(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, bool) or not isinstance(value, int):
            raise _wrong(where, "a whole number", value)
        return value


class _Minor(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, Amount):
            return value.minor
        if isinstance(value, decimal.Decimal):
            instead = f"write design.amount(Decimal('{value}')), which knows how many decimals the unit has"
            raise _wrong(where, "minor units (int) or an Amount", value, instead)
        if isinstance(value, float):
            instead = "write whole minor units, or design.amount('...') with the figure as text"
            raise _wrong(where, "minor units (int) or an Amount", value, instead)
        if isinstance(value, bool) or not isinstance(value, int):
            raise _wrong(where, "minor units (int) or an Amount", value)
        return value


class _Truth(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, bool):
            return value
        raise _wrong(where, "True or False", value)


class _Notes(Check):
    def take(self, value: Any, where: str) -> Any:
        pairs = value.items() if isinstance(value, Mapping) else value
        if isinstance(pairs, (str, bytes)) or not isinstance(pairs, Iterable):
            raise _wrong(where, "pieces by face, such as {5: 3, 10: 1}", value)
        taken = []
        for pair in pairs:
            if not isinstance(pair, (tuple, list)) or len(pair) != 2:
                raise _wrong(where, "pairs of a face and how many pieces", pair)
            taken.append((MINOR.take(pair[0], where), WHOLE.take(pair[1], where)))
        return tuple(sorted(taken))

    def dump(self, value: Any) -> Any:
        return [list(pair) for pair in value]

    def load(self, value: Any) -> Any:
        return tuple((face, count) for face, count in value)


class _Texts(Check):
    def take(self, value: Any, where: str) -> Any:
        pairs = value.items() if isinstance(value, Mapping) else value
        if isinstance(pairs, (str, bytes)) or not isinstance(pairs, Iterable):
            raise _wrong(where, "texts by name, such as {'m-0001': 'noord'}", value)
        taken = {}
        for pair in pairs:
            if not isinstance(pair, (tuple, list)) or len(pair) != 2:
                raise _wrong(where, "pairs of a name and a text", pair)
            name, text = TEXT.take(pair[0], where), TEXT.take(pair[1], where)
            if name in taken:
                raise ValueError(f"{where}: {name!r:.60} stands there twice")
            taken[name] = text
        return tuple(sorted(taken.items()))

    def dump(self, value: Any) -> Any:
        return dict(value)

    def load(self, value: Any) -> Any:
        return tuple(sorted(value.items()))


class _Window(Check):
    def take(self, value: Any, where: str) -> Any:
        if not isinstance(value, (tuple, list)) or len(value) != 2:
            raise _wrong(where, "a pair of days, the first and the last", value)
        first, last = (DAY.take(day, f"{where}[{at}]") for at, day in enumerate(value))
        if last < first:
            raise ValueError(f"{where}: it ends on {last}, before it begins on {first}")
        return (first, last)

    def dump(self, value: Any) -> Any:
        return {"from": DAY.dump(value[0]), "through": DAY.dump(value[1])}

    def load(self, value: Any) -> Any:
        return (DAY.load(value["from"]), DAY.load(value["through"]))


class _Fraction(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, fractions.Fraction):
            return value
        raise _wrong(where, "a fractions.Fraction", value)

    def dump(self, value: Any) -> Any:
        return {"num": value.numerator, "den": value.denominator}

    def load(self, value: Any) -> Any:
        return fractions.Fraction(value["num"], value["den"])


class _Design(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, Design):
            return value.text
        if isinstance(value, str):
            return value
        raise _wrong(where, "a Design, or its text", value)


class _Order(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, Order):
            return value
        raise _wrong(where, "an Order", value)

    def dump(self, value: Any) -> Any:
        return value.to_dict()

    def load(self, value: Any) -> Any:
        return _decode_order(value)


class _Refusal(Check):
    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, Refusal):
            return value
        raise _wrong(where, "a Refusal", value)

    def dump(self, value: Any) -> Any:
        said = [value.message(lang) for lang in ("nl", "fr", "en")]
        return {**value.to_dict(), "sentences": said, "number": value.number}

    def load(self, value: Any) -> Any:
        kept = {key: part for key, part in value.items() if key not in ("sentences", "number")}
        return Refusal._restore(json.dumps(kept), value["sentences"], value["number"], False)


class Maybe(Check):
    """Nothing, or a value."""

    def __init__(self, one: Check) -> None:
        self.one = one

    def take(self, value: Any, where: str) -> Any:
        return None if value is None else self.one.take(value, where)

    def dump(self, value: Any) -> Any:
        return None if value is None else self.one.dump(value)

    def load(self, value: Any) -> Any:
        return None if value is None else self.one.load(value)


class Many(Check):
    """Any number of values of one kind, kept as a tuple."""

    def __init__(self, one: Check) -> None:
        self.one = one

    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
            raise _wrong(where, "a list or a tuple", value, f"write ({value!r:.30},)" if isinstance(value, str) else "")
        return tuple(self.one.take(one, f"{where}[{at}]") for at, one in enumerate(value))

    def dump(self, value: Any) -> Any:
        return [self.one.dump(one) for one in value]

    def load(self, value: Any) -> Any:
        load = self.one.load
        return tuple([load(one) for one in value])


class Together(Check):
    """So many values, each of its own kind."""

    def __init__(self, *all_: Check) -> None:
        self.all = all_

    def take(self, value: Any, where: str) -> Any:
        if not isinstance(value, (tuple, list)) or len(value) != len(self.all):
            raise _wrong(where, f"{len(self.all)} values in a tuple", value)
        return tuple(check.take(one, f"{where}[{at}]") for at, (check, one) in enumerate(zip(self.all, value)))

    def dump(self, value: Any) -> Any:
        return [check.dump(one) for check, one in zip(self.all, value)]

    def load(self, value: Any) -> Any:
        return tuple(check.load(one) for check, one in zip(self.all, value))


class OneWord(Check):
    """One of some words."""

    def __init__(self, name: str, words: tuple[str, ...]) -> None:
        self.name = name
        self.words = words

    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, str):
            if value in self.words:
                return value
            raise ValueError(f"{where}: {value!r:.60} is no {self.name}; there are {', '.join(self.words)}")
        raise _wrong(where, f"one of {', '.join(self.words)}", value)


class One(Check):
    """An object of one class."""

    def __init__(self, class_: type[Model]) -> None:
        self.class_ = class_

    def take(self, value: Any, where: str) -> Any:
        if isinstance(value, self.class_):
            return value
        raise _wrong(where, f"a {self.class_.__name__}", value)

    def dump(self, value: Any) -> Any:
        return value.to_dict()

    def load(self, value: Any) -> Any:
        return self.class_._load(value)


class OneOf(Check):
    """An object of one of some classes, or one of some words."""

    def __init__(self, name: str, classes: Mapping[str, type[Model]], words: tuple[str, ...]) -> None:
        self.name = name
        self.classes = classes
        self.words = words
        self.word_of = {class_: word for word, class_ in classes.items()}

    def take(self, value: Any, where: str) -> Any:
        if type(value) in self.word_of or (isinstance(value, str) and value in self.words):
            return value
        names = [class_.__name__ for class_ in self.classes.values()] + [repr(word) for word in self.words]
        raise _wrong(where, f"{self.name} ({', '.join(names)})", value)

    def dump(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        return {self.word_of[type(value)]: value._dump()}

    def load(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        ((word, inside),) = value.items()
        return self.classes[word]._load(inside)


TEXT = _Text()
ORDER_ID = _OrderId()
DAY = _Day()
WHOLE = _Whole()
MINOR = _Minor()
TRUTH = _Truth()
NOTES = _Notes()
TEXTS = _Texts()
WINDOW = _Window()
FRACTION = _Fraction()
DESIGN = _Design()
ORDER = _Order()
REFUSAL = _Refusal()


class Model:
    """A frozen object whose fields are checked when it is made."""

    __slots__ = ()
    _fields: ClassVar[tuple[Field, ...]] = ()
    # Written as its one value, and not as an object with that value in it.
    _bare: ClassVar[bool] = False

    def __post_init__(self) -> None:
        for field in self._fields:
            given = getattr(self, field.name)
            taken = field.check.take(given, f"{type(self).__name__}.{field.name}")
            if taken is not given:
                object.__setattr__(self, field.name, taken)

    def __repr__(self) -> str:
        told = []
        for field in self._fields:
            value = getattr(self, field.name)
            if field.default is NEEDED or value != field.default:
                told.append(f"{field.name}={_shown(value)}")
        return f"{type(self).__name__}({', '.join(told)})"

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it: strings, whole numbers, lists, dictionaries."""
        return {
            field.json: field.check.dump(value)
            for field in self._fields
            if (value := getattr(self, field.name)) != field.default or not field.left_out
        }

    @classmethod
    def from_dict(cls: type[_M], values: Mapping[str, Any]) -> _M:
        """From what `to_dict` gives, or the engine's own JSON."""
        unknown = set(values) - {field.json for field in cls._fields}
        if unknown:
            raise ValueError(f"{cls.__name__} has no {', '.join(sorted(unknown))}")
        loaded = {field.name: field.check.load(values[field.json]) for field in cls._fields if field.json in values}
        return cls(**loaded)

    def _dump(self) -> Any:
        if self._bare:
            (field,) = self._fields
            return field.check.dump(getattr(self, field.name))
        return self.to_dict()

    @classmethod
    def _load(cls: type[_M], values: Any) -> _M:
        made = object.__new__(cls)
        if cls._bare:
            values = {"value": values}
        for field in cls._fields:
            value = values.get(field.json, NEEDED)
            value = field.default if value is NEEDED else field.check.load(value)
            if value is NEEDED:
                raise ValueError(f"{cls.__name__} needs {field.json}")
            object.__setattr__(made, field.name, value)
        return made


class Ask(Model):
    """What is asked. See the classes of `muntwerk.orders`."""

    __slots__ = ()
    # Its word in JSON.
    _word: ClassVar[str]


class Question(Model, Generic[_V]):
    """What is asked of movements. See the classes of `muntwerk.indicators`."""

    __slots__ = ()
    # Its word in JSON, and what its answers say.
    _word: ClassVar[str]
    _answer: ClassVar[Check]

    def _with(self: _M, **changes: Any) -> _M:
        kept = {field.name: getattr(self, field.name) for field in self._fields}
        return type(self)(**{**kept, **changes})


def _shown(value: Any) -> str:
    if isinstance(value, datetime.date):
        return f"date({value.year}, {value.month}, {value.day})"
    if isinstance(value, tuple) and len(value) > 6:
        head = ", ".join(_shown(one) for one in value[:6])
        return f"({head}, … {len(value) - 6} more)"
    if isinstance(value, tuple):
        return f"({', '.join(_shown(one) for one in value)}{',' if len(value) == 1 else ''})"
    return repr(value)
