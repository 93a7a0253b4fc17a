"""
Python's plain data as JSON, and back. Nothing that is read runs code of the sender's: a node is null, a boolean, a whole number, a
number with a point, a string, or a list whose first item says what the others are. Lists, dictionaries and the like are numbered
in the order of their first appearance, and referred to by number from then on: what is one object stays one.
"""
import base64
import builtins
import collections
import datetime
import decimal
import fractions
import json
import math
import array
import sys
import types

DEEPEST = 180
MOST_NODES = 3_000_000
SMALL = 1 << 62

# Known on both sides by name: types, and functions that only look at their arguments.
NAMES = {name: getattr(builtins, name) for name in (
    'bool int float complex str bytes bytearray list tuple dict set frozenset range slice object type enumerate zip map filter reversed '
    'abs all any ascii bin callable chr divmod format hash hex id isinstance issubclass iter len max min next oct ord pow repr round '
    'sorted sum NotImplemented').split()}
NAMES.update({name: value for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)})
NAMES.update({
    'collections.Counter': collections.Counter, 'collections.OrderedDict': collections.OrderedDict,
    'collections.defaultdict': collections.defaultdict, 'collections.deque': collections.deque,
    'decimal.Decimal': decimal.Decimal, 'fractions.Fraction': fractions.Fraction,
    'datetime.date': datetime.date, 'datetime.datetime': datetime.datetime, 'datetime.time': datetime.time,
    'datetime.timedelta': datetime.timedelta, 'datetime.timezone': datetime.timezone,
    'types.NoneType': type(None), 'types.FunctionType': types.FunctionType, 'types.GeneratorType': types.GeneratorType,
    'types.ModuleType': types.ModuleType,
})
_NAME_OF = {id(value): name for name, value in NAMES.items()}

# Modules that a test file may use where only the candidate imports them.
MODULES = frozenset(
    'array bisect cmath collections copy datetime decimal enum fractions functools heapq itertools json math numbers operator random re '
    'statistics string sys time typing'.split())

_VIEWS = {type({}.keys()): 'keys', type({}.values()): 'values', type({}.items()): 'items'}


def dumps(node):
    return json.dumps(node, separators=(',', ':'), check_circular=False).encode()


class Encoder:
    """Turns values into nodes. What is not plain data goes to `export`, which gives its node."""

    def __init__(self, export, containers=()):
        self._export = export
        self.containers = list(containers)
        self._numbers = {id(container): number for number, container in enumerate(self.containers)}
        self._nodes = 0

    def encode(self, value, depth=0):
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is str:
            return _text(value)
        if kind is int:
            return value if -SMALL < value < SMALL else ['I', hex(value)]
        if kind is float:
            return value if math.isfinite(value) else ['F', float.__repr__(value)]
        self._nodes += 1
        if depth > DEEPEST or self._nodes > MOST_NODES:
            raise ValueError('data too deep or too large to be passed on')
        if kind is tuple:
            return ['t', *[self.encode(item, depth + 1) for item in value]]
        if id(value) in self._numbers:
            return ['r', self._numbers[id(value)]]
        if isinstance(value, CONTAINERS):
            self._numbers[id(value)] = len(self.containers)
            self.containers.append(value)
            return self.content(value, depth)
        return self._other(value, kind, depth)

    def content(self, value, depth=0):
        """The node of a list, a dictionary and the like, as it is now."""
        step = depth + 1
        if isinstance(value, list):
            return ['l', *[self.encode(item, step) for item in list.__iter__(value)]]
        if isinstance(value, dict):
            items = []
            for key, item in dict.items(value):
                items += (self.encode(key, step), self.encode(item, step))
            if isinstance(value, collections.Counter):
                return ['C', *items]
            if isinstance(value, collections.OrderedDict):
                return ['O', *items]
            if isinstance(value, collections.defaultdict):
                factory = value.default_factory
                return ['D', _NAME_OF.get(id(factory)), *items]
            return ['d', *items]
        if isinstance(value, set):
            return ['s', *[self.encode(item, step) for item in set.__iter__(value)]]
        if isinstance(value, collections.deque):
            return ['q', collections.deque.maxlen.__get__(value), *[self.encode(item, step) for item in collections.deque.__iter__(value)]]
        if isinstance(value, bytearray):
            return ['B', base64.b64encode(bytes(value)).decode()]
        return ['a', value.typecode, base64.b64encode(array.array.tobytes(value)).decode()]

    def _other(self, value, kind, depth):
        step = depth + 1
        if isinstance(value, int):
            return self.encode(int.__add__(value, 0), depth)
        if isinstance(value, float):
            return self.encode(float.__add__(value, 0.0), depth)
        if isinstance(value, str):
            return _text(str.__getitem__(value, slice(None)))
        if isinstance(value, tuple):
            return ['t', *[self.encode(item, step) for item in tuple.__iter__(value)]]
        if isinstance(value, bytes):
            return ['b', base64.b64encode(bytes.__getitem__(value, slice(None))).decode()]
        if isinstance(value, frozenset):
            return ['f', *[self.encode(item, step) for item in frozenset.__iter__(value)]]
        if kind is complex:
            return ['c', self.encode(value.real), self.encode(value.imag)]
        if kind is range or kind is slice:
            return [kind.__name__, self.encode(value.start, step), self.encode(value.stop, step), self.encode(value.step, step)]
        if value is Ellipsis:
            return ['...']
        if kind is decimal.Decimal:
            return ['decimal', str(value)]
        if kind is fractions.Fraction:
            return ['fraction', self.encode(value.numerator), self.encode(value.denominator)]
        if kind in _VIEWS:
            return [_VIEWS[kind], *[self.encode(item, step) for item in value]]
        date = _date(value, kind)
        if date is not None:
            return date
        if id(value) in _NAME_OF and NAMES[_NAME_OF[id(value)]] is value:
            return ['n', _NAME_OF[id(value)]]
        if kind is types.ModuleType and value.__name__ in MODULES and sys.modules.get(value.__name__) is value:
            return ['m', value.__name__]
        return self._export(value)


class Decoder:
    """Turns nodes into values. What is not plain data goes to `resolve`."""

    def __init__(self, resolve, containers=()):
        self._resolve = resolve
        self.containers = list(containers)

    def decode(self, node):
        if type(node) is not list:
            return node
        tag = node[0]
        if tag == 't':
            return tuple([self.decode(item) for item in node[1:]])
        if tag == 'r':
            return self.containers[node[1]]
        if tag in _EMPTY:
            container = _EMPTY[tag](node)
            self.containers.append(container)
            self.fill(container, node)
            return container
        plain = _PLAIN.get(tag)
        return plain([self.decode(item) for item in node[1:]]) if plain else self._resolve(node)

    def fill(self, container, node):
        """Gives an object the content that a node says it has."""
        items = [self.decode(item) for item in node[_FIRST.get(node[0], 1):]]
        if isinstance(container, list):
            container[:] = items
        elif isinstance(container, dict):
            dict.clear(container)
            for i in range(0, len(items), 2):
                dict.__setitem__(container, items[i], items[i + 1])
        elif isinstance(container, set):
            container.clear()
            container.update(items)
            if list(container) != items:
                _reorder(container, items)
        elif isinstance(container, collections.deque):
            container.clear()
            container.extend(items)
        elif isinstance(container, bytearray):
            container[:] = base64.b64decode(node[1])
        else:
            del container[:]
            container.frombytes(base64.b64decode(node[2]))


def _reorder(container, items):
    """Gives a set the order of the items: it depends on how large the set once was, and a set made of a set is made smaller."""
    for source in (frozenset(items), items):
        container.clear()
        container.update(source)
        if list(container) == items:
            return


CONTAINERS = (list, dict, set, collections.deque, bytearray, array.array)

_EMPTY = {
    'l': lambda node: [],
    'd': lambda node: {},
    's': lambda node: set(),
    'C': lambda node: collections.Counter(),
    'O': lambda node: collections.OrderedDict(),
    'D': lambda node: collections.defaultdict(NAMES.get(node[1]) if node[1] else None),
    'q': lambda node: collections.deque(maxlen=node[1]),
    'B': lambda node: bytearray(),
    'a': lambda node: array.array(node[1]),
}
_FIRST = {'D': 2, 'q': 2, 'B': 2, 'a': 3}
_PLAIN = {
    'I': lambda parts: int(parts[0], 16),
    'F': lambda parts: float(parts[0]),
    'u': lambda parts: base64.b64decode(parts[0]).decode('utf-8', 'surrogatepass'),
    'b': lambda parts: base64.b64decode(parts[0]),
    'f': frozenset,
    'c': lambda parts: complex(*parts),
    'range': lambda parts: range(*parts),
    'slice': lambda parts: slice(*parts),
    '...': lambda parts: Ellipsis,
    'decimal': lambda parts: decimal.Decimal(parts[0]),
    'fraction': lambda parts: fractions.Fraction(*parts),
    'keys': lambda parts: dict.fromkeys(parts).keys(),
    'values': lambda parts: dict(enumerate(parts)).values(),
    'items': lambda parts: dict(parts).items(),
    'date': lambda parts: datetime.date(*parts),
    'time': lambda parts: datetime.time(*parts[:4], tzinfo=parts[4], fold=parts[5]),
    'datetime': lambda parts: datetime.datetime(*parts[:7], tzinfo=parts[7], fold=parts[8]),
    'timedelta': lambda parts: datetime.timedelta(*parts),
    'timezone': lambda parts: datetime.timezone(*parts),
    'n': lambda parts: NAMES[parts[0]],
    'm': lambda parts: __import__(parts[0]) if parts[0] in MODULES else None,
}


def snapshot(container):
    """What tells, later, whether a container was changed."""
    return list(container.items()) if isinstance(container, dict) else list(container)


def is_changed(container, before):
    now = snapshot(container)
    if len(now) != len(before):
        return True
    if isinstance(container, dict):
        return any(a[0] is not b[0] or a[1] is not b[1] for a, b in zip(now, before))
    if isinstance(container, (bytearray, array.array)):
        return now != before
    return any(a is not b for a, b in zip(now, before))


def _text(text):
    if text.isascii():
        return text
    try:
        text.encode()
        return text
    except UnicodeEncodeError:
        return ['u', base64.b64encode(text.encode('utf-8', 'surrogatepass')).decode()]


def _zone(zone):
    """A node where there is no time zone or a fixed one; False for any other."""
    if zone is None:
        return None
    return _date(zone, type(zone)) if type(zone) is datetime.timezone else False


def _date(value, kind):
    if kind is datetime.date:
        return ['date', value.year, value.month, value.day]
    if kind is datetime.timedelta:
        return ['timedelta', value.days, value.seconds, value.microseconds]
    if kind is datetime.timezone:
        offset = value.utcoffset(None)
        return ['timezone', ['timedelta', offset.days, offset.seconds, offset.microseconds]]
    if kind is datetime.datetime and _zone(value.tzinfo) is not False:
        return ['datetime', value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond,
                _zone(value.tzinfo), value.fold]
    if kind is datetime.time and _zone(value.tzinfo) is not False:
        return ['time', value.hour, value.minute, value.second, value.microsecond, _zone(value.tzinfo), value.fold]
    return None
