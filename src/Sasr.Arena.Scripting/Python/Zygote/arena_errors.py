"""Exceptions, described as Python itself prints them."""
import builtins
import itertools

CANDIDATE = '<candidate>'
OWN_MODULES = ('builtins', '__main__', 'candidate')
LONGEST = 2000


def name_of(kind):
    return kind.__qualname__ if kind.__module__ in OWN_MODULES else f'{kind.__module__}.{kind.__qualname__}'


def text_of(error):
    """One line."""
    try:
        text = str(error)
    except BaseException:
        text = ''
    line = f'{name_of(type(error))}: {text}' if text else name_of(type(error))
    return ' '.join(line[:LONGEST].split())


def builtin_names(kind):
    """The built-in classes that an exception's class derives from, nearest first."""
    return [base.__name__ for base in kind.__mro__
            if base.__module__ == 'builtins' and base is not object and getattr(builtins, base.__name__, None) is base]


def place_of(error, source):
    """Line and column, from 1, of the last of the candidate's frames; zeros where it has none."""
    if isinstance(error, SyntaxError) and error.filename == CANDIDATE:
        return error.lineno or 0, max(error.offset or 0, 0)
    last, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == CANDIDATE:
            last = trace
        trace = trace.tb_next
    if last is None:
        return 0, 0
    line, column = last.tb_lineno or 0, 0
    positions = getattr(last.tb_frame.f_code, 'co_positions', None)
    if positions is not None and last.tb_lasti >= 0:
        position = next(itertools.islice(positions(), last.tb_lasti // 2, None), (None,) * 4)
        if position[0] == line and position[2] is not None:
            lines = source.splitlines()
            text = lines[line - 1].encode('utf-8', 'surrogatepass') if line <= len(lines) else b''
            column = len(text[:position[2]].decode('utf-8', 'replace')) + 1
    return line, column


def describe(error, source):
    line, column = place_of(error, source)
    return {
        'text': text_of(error),
        'memory': isinstance(error, MemoryError),
        'line': line,
        'column': column,
    }
