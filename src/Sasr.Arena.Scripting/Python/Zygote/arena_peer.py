"""
Two processes that hold objects for each other. One side calls and waits, and serves the other's calls meanwhile: whose turn it is
is always known. An object that is not plain data stays where it is, and the other side holds a Handle of it.
"""
import builtins
import functools
import json
import operator
import types

import arena_errors
import arena_values

CALL, REPLY = b'c', b'r'
MOST_HANDLES = 200_000


class Stale(Exception):
    """A message that the other side cannot have sent in good faith."""


class Peer:
    """One of the two."""

    def __init__(self, channel, source='', guard=None):
        self._channel, self._source, self._guard = channel, source, guard
        self._objects, self._numbers = [], {}
        self._handles, self._errors = {}, {}
        self._calls = 0
        self.crossed = {}

    # Objects

    def export(self, value):
        """The node of an object of this side, or of a handle of the other's."""
        if isinstance(value, Handle) and object.__getattribute__(value, '_arena_peer') is self:
            return ['p', object.__getattribute__(value, '_arena_number')]
        if isinstance(value, type) and id(value) in self._errors and self._errors[id(value)][0] is value:
            return ['p', self._errors[id(value)][1]]
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._objects)
            self._objects.append(value)
            if number > MOST_HANDLES:
                raise ValueError('too many objects')
        if isinstance(value, type):
            bases = arena_errors.builtin_names(value) if issubclass(value, BaseException) else []
            return ['h', number, 'class', value.__name__, bases]
        return ['h', number, 'callable' if callable(value) else 'object', '', []]

    def resolve(self, node):
        """The object that such a node stands for."""
        if node[0] == 'p':
            return self._objects[node[1]]
        if node[0] != 'h':
            raise Stale(f'node {node[0]!r}')
        _, number, kind, name, bases = node
        if number not in self._handles:
            if kind == 'class' and bases:
                self._handles[number] = self._error_class(number, name, bases)
            else:
                self._handles[number] = (Handle if kind == 'object' else CallableHandle)(self, number)
        return self._handles[number]

    def _error_class(self, number, name, bases):
        kind = type(str(name), (_error(bases),), {'__module__': 'candidate'})
        self._errors[id(kind)] = (kind, number)
        return kind

    # Calls

    def ask(self, action, *parts):
        """Has the other side do something, and gives its result or raises its exception."""
        encoder = arena_values.Encoder(self.export)
        nodes = [encoder.encode(part) for part in parts]
        self._calls += 1
        number = self._calls
        self._channel.send(CALL, number, arena_values.dumps([action, *nodes]))
        while True:
            kind, answered, content = self._channel.receive()
            if kind == CALL:
                self.serve(answered, content)
            elif kind == REPLY and answered == number:
                return self._finish(content, encoder)
            else:
                raise Stale(f'message {kind}')

    def _finish(self, content, encoder):
        state, result, changes = json.loads(content)
        decoder = arena_values.Decoder(self.resolve, encoder.containers)
        value = decoder.decode(result) if state == 'ok' else None
        for number, node in changes:
            decoder.fill(decoder.containers[number], node)
        if state == 'ok':
            return value
        raise self._rebuild(result, decoder)

    def serve(self, number, content):
        """Does what the other side asks."""
        decoder = arena_values.Decoder(self.resolve)
        before = []
        try:
            action, *nodes = json.loads(content)
            parts = [decoder.decode(node) for node in nodes]
            before = [arena_values.snapshot(container) for container in decoder.containers]
            result, state = perform(action, parts, self._guard), 'ok'
        except Stale:
            raise
        except BaseException as error:
            result, state = error, 'no'
        try:
            reply = self._reply(state, result, decoder.containers, before)
        except BaseException as error:
            reply = self._reply('no', error, decoder.containers, before=[])
        self._channel.send(REPLY, number, reply)

    def _reply(self, state, result, containers, before):
        encoder = arena_values.Encoder(self.export, containers)
        node = encoder.encode(result) if state == 'ok' else self._describe(result, encoder)
        changes = [[i, encoder.content(containers[i])] for i, old in enumerate(before) if arena_values.is_changed(containers[i], old)]
        return arena_values.dumps([state, node, changes])

    # Exceptions

    def _describe(self, error, encoder):
        kind = type(error)
        plain = arena_errors.builtin_names(kind)
        own = kind.__name__ not in plain
        arguments = error.args
        if not all(type(item) in (str, int, float, bool, type(None)) for item in arguments):
            arguments = (arena_errors.text_of(error).partition(': ')[2],)
        return {
            **arena_errors.describe(error, self._source),
            'bases': plain,
            'class': self.export(kind) if own and kind.__module__ != 'builtins' else None,
            'arguments': [encoder.encode(item) for item in arguments],
        }

    def _rebuild(self, description, decoder):
        kind = self.resolve(description['class']) if description['class'] else _error(description['bases'])
        arguments = [decoder.decode(node) for node in description['arguments']]
        if not (isinstance(kind, type) and issubclass(kind, BaseException)):
            kind = Exception
        try:
            error = kind(*arguments)
        except Exception:
            error = Exception(*arguments)
        self.crossed[id(error)] = (error, description)
        return error


class Handle:
    """An object of the other side's. It is equal to nothing but itself, whatever the object says."""

    __slots__ = ('_arena_peer', '_arena_number', '__weakref__')

    def __init__(self, peer, number):
        object.__setattr__(self, '_arena_peer', peer)
        object.__setattr__(self, '_arena_number', number)

    def __getattr__(self, name):
        return _ask(self, 'getattr', name)

    def __setattr__(self, name, value):
        _ask(self, 'setattr', name, value)

    def __delattr__(self, name):
        _ask(self, 'delattr', name)

    def __getitem__(self, key):
        return _ask(self, 'getitem', key)

    def __setitem__(self, key, value):
        _ask(self, 'setitem', key, value)

    def __delitem__(self, key):
        _ask(self, 'delitem', key)

    def __len__(self):
        return _ask(self, 'len')

    def __iter__(self):
        return _ask(self, 'iter')

    def __next__(self):
        return _ask(self, 'next')

    def __contains__(self, item):
        return bool(_ask(self, 'contains', item))

    def __bool__(self):
        return bool(_ask(self, 'bool'))

    def __str__(self):
        return _ask(self, 'str')

    def __repr__(self):
        return _ask(self, 'repr')

    def __format__(self, specification):
        return _ask(self, 'format', specification)

    def __enter__(self):
        return _ask(self, 'getattr', '__enter__')()

    def __exit__(self, *error):
        return _ask(self, 'getattr', '__exit__')(None, None, None)

    def __instancecheck__(self, value):
        return isinstance(value, Handle) and bool(_ask(self, 'isinstance', value))

    # Only among themselves: an object that says how it compares with a number could say anything.
    def __lt__(self, other):
        return _ask(self, 'lt', other) if isinstance(other, Handle) else NotImplemented

    def __le__(self, other):
        return _ask(self, 'le', other) if isinstance(other, Handle) else NotImplemented

    def __gt__(self, other):
        return _ask(self, 'gt', other) if isinstance(other, Handle) else NotImplemented

    def __ge__(self, other):
        return _ask(self, 'ge', other) if isinstance(other, Handle) else NotImplemented


class CallableHandle(Handle):
    """A function or a class of the other side's."""

    __slots__ = ()

    def __call__(self, *arguments, **named):
        return _ask(self, 'call', list(arguments), named)


def perform(action, parts, guard):
    """What a call asks for; the guard, where there is one, says whether it may be done."""
    if action not in ACTIONS or not parts:
        raise Stale(f'action {action!r}')
    if guard is not None:
        guard(action, *parts)
    return ACTIONS[action](*parts)


ACTIONS = {
    'call': lambda function, arguments, named: function(*arguments, **named),
    'getattr': getattr, 'setattr': setattr, 'delattr': delattr,
    'getitem': operator.getitem, 'setitem': operator.setitem, 'delitem': operator.delitem,
    'len': len, 'iter': iter, 'next': next, 'contains': operator.contains, 'bool': bool, 'str': str, 'repr': repr, 'format': format,
    'isinstance': lambda kind, value: isinstance(value, kind),
    'lt': operator.lt, 'le': operator.le, 'gt': operator.gt, 'ge': operator.ge,
}


def guard_tests(action, target, *parts):
    """
    What the candidate's side may do with an object of the test file's: call functions that it was given, step through iterators,
    use public attributes and items of instances of the file's own classes. Never reach what lies behind them.
    """
    own = isinstance(target, type) and target.__module__ == '__main__' or type(target).__module__ == '__main__'
    if action == 'call':
        allowed = own or isinstance(target, (types.FunctionType, types.MethodType, functools.partial)) or (
            isinstance(target, types.BuiltinMethodType) and not isinstance(target.__self__, (types.ModuleType, type(None))))
    elif action in ('getattr', 'setattr', 'delattr'):
        name = parts[0]
        allowed = type(name) is str and (
            own and not name.startswith('_') and (action == 'getattr' or not isinstance(target, type))
            or action == 'getattr' and name in ('__name__', '__qualname__', '__doc__'))
    elif action == 'format':
        allowed = False  # a format can name attributes
    else:
        allowed = True
    if not allowed:
        raise AttributeError(f'tests do not give {action} of {type(target).__name__!r} objects')


def _ask(handle, action, *parts):
    return object.__getattribute__(handle, '_arena_peer').ask(action, handle, *parts)


def _error(names):
    for name in names:
        kind = getattr(builtins, str(name), None)
        if isinstance(kind, type) and issubclass(kind, BaseException):
            return kind
    return Exception
