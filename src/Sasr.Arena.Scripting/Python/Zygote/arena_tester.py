"""The process of one test file: it runs the tests, and calls the candidate in its own process for them."""
import ast
import builtins
import json
import sys
import types

import arena_candidate
import arena_errors
import arena_peer
import arena_values

END = b'e'
BEGIN_CASE, END_CASE = '<begin case>', '<end case>'


def run(channel, job, filter_program):
    """Runs the tests to their end, and says how that was."""
    arena_candidate.confine(channel, job['limits'], filter_program)
    source, entry = job['source'], job['entryPoint']
    try:
        tree = ast.parse(source, '<tests>')
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        code = compile(_CaseCounter().visit(tree), '<tests>', 'exec', dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        channel.receive()
        _end(channel, {'outcome': 'fault', 'text': f'the test file: {arena_errors.text_of(error)}'})
        return
    peer = arena_peer.Peer(channel, guard=arena_peer.guard_tests)
    _, _, content = channel.receive()
    _end(channel, _run(channel, peer, code, entry, json.loads(content), used))


def _run(channel, peer, code, entry, names, used):
    def begin():
        channel.started = channel.passed + 1

    def end():
        channel.passed += 1

    try:
        decoder = arena_values.Decoder(peer.resolve)
        given = {name: decoder.decode(node) for name, node in names}
        module = sys.modules['__main__'] = types.ModuleType('__main__')
        space = module.__dict__
        space.update(_visible(given, used, entry))
        space.update({BEGIN_CASE: begin, END_CASE: end})
        exec(code, space)
        if entry is not None:
            if not callable(space.get('check')):
                return {'outcome': 'fault', 'text': 'the test file defines no function check'}
            if entry not in space and entry not in given:
                raise NameError(f'name {entry!r} is not defined')
            space['check'](space.get(entry, given.get(entry)))
        return {'outcome': 'passed', 'text': ''}
    except BaseException as error:
        return _failure(error, peer)


def _visible(given, used, entry):
    """
    The candidate's names that the tests see. A name of Python's own is the candidate's only where it must be what is tested: a
    candidate could otherwise replace the `set` or `abs` that the tests compare with.
    """
    own = {name for name in given if hasattr(builtins, name)}
    if entry is None and len(own & used) == 1 and not (given.keys() - own) & used:
        own -= used
    return {name: value for name, value in given.items() if name not in own}


def _failure(error, peer):
    crossed, description = peer.crossed.get(id(error), (None, None))
    if crossed is error:
        return {**description, 'outcome': 'memory' if description['memory'] else 'error'}
    outcome = 'wrong' if isinstance(error, AssertionError) else 'error'
    return {'outcome': outcome, 'text': arena_errors.text_of(error)}


def _end(channel, result):
    kept = {name: result[name] for name in ('outcome', 'text', 'line', 'column') if name in result}
    channel.send(END, 0, arena_values.dumps(kept))


class _CaseCounter(ast.NodeTransformer):
    """Has every assertion say when it begins and when it has passed."""

    def visit_Assert(self, node):
        return [_call(BEGIN_CASE, node), node, _call(END_CASE, node)]


def _call(name, place):
    call = ast.Expr(ast.Call(ast.Name(name, ast.Load()), [], []))
    return ast.fix_missing_locations(ast.copy_location(call, place))
