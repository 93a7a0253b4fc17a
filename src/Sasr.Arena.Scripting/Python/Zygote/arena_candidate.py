"""The process of one candidate: it runs the program, and answers what is asked of it. It is told nothing of what is expected."""
import builtins
import json
import os
import sys
import types
import _sitebuiltins

import arena_confinement
import arena_errors
import arena_peer
import arena_pipes
import arena_values

OUT_OF_MEMORY, FAULT = 251, 252
STARTED, LOADED, FAILED, CALL, REPLY = b's', b'n', b'e', b'c', b'r'

USUAL_MODULES = (
    'abc array ast atexit base64 bisect calendar cmath collections collections.abc contextlib copy csv dataclasses datetime decimal '
    'difflib enum fractions functools hashlib heapq inspect io itertools json keyword linecache locale math numbers operator pprint '
    'queue random re secrets shlex statistics string struct textwrap threading time traceback types typing unicodedata uuid warnings '
    'weakref').split()

_OWN = [name for name in sys.modules if name.startswith('arena_')]


def run(channel, job, filter_program, output):
    """Runs the job to its end."""
    program = job['mode'] == 'program'
    if program:
        os.dup2(output, 1)
        _read_from(job['input'])
    os.close(output)
    source = job['source']
    confine(channel, job['limits'], filter_program)
    if program:
        _run_program(channel, source)
    elif job['mode'] == 'function':
        _answer_cases(channel, source, job['function'])
    else:
        _answer_tests(channel, source)


def confine(channel, limits, filter_program):
    """Gives up what no program needs, and says so."""
    for name in ('exit', 'quit'):
        setattr(builtins, name, _sitebuiltins.Quitter(name, 'Ctrl-D (i.e. EOF)'))
    sys.modules['random'].seed(0)
    sys.modules['warnings'].simplefilter('ignore')
    arena_confinement.limit(limits)
    if filter_program:
        arena_confinement.filter_calls(filter_program)
    for name in list(sys.modules):
        if name.startswith('arena_'):
            del sys.modules[name]
    channel.send(STARTED, 0, b'')


def _read_from(text):
    """Makes the text the standard input."""
    file = os.memfd_create('input') if hasattr(os, 'memfd_create') else os.open('input', os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    arena_pipes.write_all(file, text.encode('utf-8', 'replace'))
    os.lseek(file, 0, os.SEEK_SET)
    os.dup2(file, 0)
    os.close(file)


def _compile(channel, source):
    try:
        return compile(source, arena_errors.CANDIDATE, 'exec', dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, OverflowError, MemoryError) as error:
        _fail(channel, error, source, compiling=True)
        return None


def _fail(channel, error, source, compiling=False):
    description = arena_errors.describe(error, source)
    channel.send(FAILED, 0, arena_values.dumps({**description, 'compiling': compiling}))


def _module(name):
    module = types.ModuleType(name)
    sys.modules[name] = module
    return module


def _run_program(channel, source):
    code = _compile(channel, source)
    status = 1
    if code is not None:
        status = 0
        try:
            exec(code, _module('__main__').__dict__)
        except SystemExit as end:
            status = _exit_code(end.code)
        except BaseException as error:
            _fail(channel, error, source)
            status = 1
        status = _finish(channel, source) or status
    os._exit(status)


def _exit_code(code):
    if code is None:
        return 0
    return code & 0xFF if isinstance(code, int) else 1


def _finish(channel, source):
    """What Python does at its end."""
    try:
        sys.modules['threading']._shutdown()
        sys.modules['atexit']._run_exitfuncs()
        sys.stdout.flush()
        return 0
    except BaseException as error:
        _fail(channel, error, source)
        return 1


def _load(channel, source):
    """The candidate as a module; None where it cannot be loaded, which is then reported."""
    code = _compile(channel, source)
    if code is None:
        return None
    module = _module('candidate')
    try:
        exec(code, module.__dict__)
        return module
    except BaseException as error:
        _fail(channel, error, source)
        return None


def _answer_cases(channel, source, function):
    module = _load(channel, source)
    if module is None:
        return
    if function not in module.__dict__:
        _fail(channel, NameError(f'name {function!r} is not defined'), source)
        return
    channel.send(LOADED, 0, b'null')
    while True:
        _, number, content = channel.receive()
        try:
            reply = {'value': to_json(module.__dict__[function](*json.loads(content)))}
            text = arena_values.dumps(reply)
        except BaseException as error:
            text = arena_values.dumps({'error': arena_errors.describe(error, source)})
        channel.send(REPLY, number, text)


def to_json(value, depth=0):
    """A value in JSON's terms."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str.__getitem__(value, slice(None)).encode('utf-8', 'replace').decode()
    if isinstance(value, int):
        return int.__add__(value, 0)
    if isinstance(value, float):
        if value - value != 0:
            raise ValueError(f'the result holds {float.__repr__(value)}, for which JSON has no form')
        return float.__add__(value, 0.0)
    if depth > 60:
        raise ValueError('the result is nested too deeply')
    if isinstance(value, (list, tuple)):
        return [to_json(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {_key(key): to_json(item, depth + 1) for key, item in value.items()}
    raise TypeError(f'the result holds a {type(value).__name__}, for which JSON has no form')


def _key(key):
    if isinstance(key, str):
        return to_json(key)
    if key is None or isinstance(key, (bool, int, float)):
        return json.dumps(key)
    raise TypeError(f'the result holds a key of type {type(key).__name__}, for which JSON has no form')


def _answer_tests(channel, source):
    module = _load(channel, source)
    if module is None:
        return
    peer = arena_peer.Peer(channel, source)
    encoder = arena_values.Encoder(peer.export)
    names = []
    for name, value in list(module.__dict__.items()):
        if name.startswith('__'):
            continue
        try:
            names.append([name, encoder.encode(value)])
        except ValueError:
            names.append([name, peer.export(value)])
    channel.send(LOADED, 0, arena_values.dumps(names))
    while True:
        kind, number, content = channel.receive()
        if kind == CALL:
            peer.serve(number, content)
