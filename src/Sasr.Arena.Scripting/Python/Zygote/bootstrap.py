import json, os, sys, types


def read(count):
    parts = []
    while count:
        part = os.read(0, count)
        if not part:
            os._exit(0)
        parts.append(part)
        count -= len(part)
    return b''.join(parts)


setup = json.loads(read(int.from_bytes(read(4), 'little')))
for name, source in setup['modules']:
    module = sys.modules[name] = types.ModuleType(name)
    exec(compile(source, f'<{name}>', 'exec'), module.__dict__)
sys.modules['arena_zygote'].serve(setup)
