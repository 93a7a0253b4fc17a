"""The first process of a sandbox: it forks one child after another, passes their data on, and cleans up after each."""
import base64
import fcntl
import gc
import json
import os
import select
import shutil
import signal
import sys
import tempfile

import arena_candidate
import arena_confinement
import arena_pipes
import arena_tester

RUN, DATA, END, OUTPUT, ENDED, READY, WAITED = b'R', b'D', b'X', b'O', b'E', b'H', b'W'
FIRST_DESCRIPTOR = 100
HEADER = arena_pipes.ZYGOTE_HEADER


class Zygote:
    def __init__(self, source, sink, setup):
        self._source, self._sink, self._setup = source, sink, setup
        self._alone = os.getpid() == 1
        self._folder = '/tmp' if self._alone else tempfile.mkdtemp(prefix='sasr-arena-')
        # One buffer for all data, and cleared after every child: the next one inherits this process's memory.
        self._buffer = memoryview(bytearray(1 << 16))
        os.chdir(self._folder)

    def serve(self):
        self._send(READY, 0, b'')
        while True:
            kind, run, length = self._header()
            if kind == RUN:
                self._run(run)
            elif kind == DATA:
                self._skip(length)  # for a child that has ended
            elif kind == WAITED:
                self._send(WAITED, run, b'0')
            elif kind != END:
                raise ValueError(f'frame {kind}')

    def _run(self, run):
        requests, to_child = os.pipe()
        from_child, replies = os.pipe()
        printed, output = os.pipe()
        child = os.fork()
        if child == 0:
            _become_child(requests, replies, output, self._setup)
        for descriptor in (requests, replies, output):
            os.close(descriptor)
        os.set_blocking(to_child, False)
        pending, rest = self._buffer[:0], 0  # of the frame that is being passed to the child
        reading = {from_child: DATA, printed: OUTPUT}
        poll = select.poll()
        poll.register(self._source, select.POLLIN)
        poll.register(from_child, select.POLLIN)
        poll.register(printed, select.POLLIN)
        inbox = memoryview(bytearray(1 << 16))
        ended = False
        while from_child in reading and not ended:
            for descriptor, _ in poll.poll():
                if descriptor in reading:
                    count = os.readv(descriptor, [inbox])
                    if count == 0:
                        del reading[descriptor]
                        poll.unregister(descriptor)
                    else:
                        self._send(reading[descriptor], run, inbox[:count])
                elif descriptor == to_child or not (pending or rest):
                    if not (pending or rest):
                        kind, number, rest = self._header()
                        if kind == END and number == run:
                            ended = True
                            break
                        if kind == WAITED:
                            self._send(WAITED, run, _waited(child))
                            continue
                        if kind != DATA or number != run:
                            raise ValueError(f'frame {kind} for {number} in run {run}')
                        poll.unregister(self._source)
                        poll.register(to_child, select.POLLOUT)
                    pending, rest = self._pass(to_child, pending, rest)
                    if not (pending or rest):
                        poll.unregister(to_child)
                        poll.register(self._source, select.POLLIN)
        status = self._end(child)
        while printed in reading and not ended:
            count = os.readv(printed, [inbox])
            if count == 0:
                break
            self._send(OUTPUT, run, inbox[:count])
        for descriptor in (to_child, from_child, printed):
            os.close(descriptor)
        self._skip(rest)
        self._buffer[:] = bytes(len(self._buffer))
        inbox[:] = bytes(len(inbox))
        clean = self._sweep()
        self._send(ENDED, run, json.dumps({'exit': status, 'clean': clean}).encode())
        if not clean:
            sys.exit(0)

    def _pass(self, to_child, pending, rest):
        if not pending:
            count = os.readv(self._source, [self._buffer[:min(rest, len(self._buffer))]])
            if count == 0:
                os._exit(0)
            pending, rest = self._buffer[:count], rest - count
        try:
            return pending[os.write(to_child, pending):], rest
        except BlockingIOError:
            return pending, rest
        except BrokenPipeError:
            return pending[:0], rest

    def _end(self, child):
        """Ends every other process; the child's exit code, or its signal as a negative number."""
        if self._alone:
            _try(os.kill, -1, signal.SIGKILL)
        else:
            _try(os.killpg, child, signal.SIGKILL)
            _try(os.kill, child, signal.SIGKILL)
        status = None
        while True:
            try:
                process, result = os.waitpid(-1, 0)
            except ChildProcessError:
                return status
            if process == child:
                status = os.waitstatus_to_exitcode(result)

    def _sweep(self):
        """Empties the folder that children write to; False where it cannot."""
        try:
            for entry in os.scandir(self._folder):
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path)
                else:
                    os.unlink(entry.path)
        except (OSError, RecursionError, ValueError):
            return False
        return not os.listdir(self._folder)

    def _header(self):
        header = arena_pipes.read_exact(self._source, HEADER.size)
        if header is None:
            if not self._alone:
                shutil.rmtree(self._folder, ignore_errors=True)
            os._exit(0)
        return HEADER.unpack(header)

    def _skip(self, count):
        while count:
            read = os.readv(self._source, [self._buffer[:min(count, len(self._buffer))]])
            if read == 0:
                os._exit(0)
            count -= read

    def _send(self, kind, run, data):
        header = HEADER.pack(kind, run, len(data))
        written = os.writev(self._sink, [header, data])
        if written < len(header) + len(data):
            arena_pipes.write_all(self._sink, (header + bytes(data))[written:])


def serve(setup):
    setup['filter'] = base64.b64decode(setup['filter'])
    source, sink = (fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, FIRST_DESCRIPTOR) for fd in (0, 1))
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    os.close(null)
    # The first process of a namespace gets only the signals that it handles, and it handles none.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if setup['filter']:
        arena_confinement.hide()
    _prepare()
    Zygote(source, sink, setup).serve()


def _prepare():
    """Loads what programs usually import, so that no child has to."""
    sys.path[:] = [folder for folder in sys.path if folder and not folder.endswith('.zip')]
    sys.argv = ['']
    sys.dont_write_bytecode = True
    for name in arena_candidate.USUAL_MODULES:
        try:
            __import__(name)
        except ImportError:
            pass
    gc.collect()
    gc.freeze()


def _become_child(requests, replies, output, setup):
    try:
        os.setsid()
        for descriptor, target in ((requests, 200), (replies, 201), (output, 202)):
            os.dup2(descriptor, target, inheritable=False)
        os.closerange(3, 200)
        os.dup2(200, 3)
        os.dup2(201, 4)
        output = 5
        os.dup2(202, output)
        os.closerange(6, 256)
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 2)
        os.close(null)
        channel = arena_pipes.Channel(3, 4)
        kind, _, content = channel.receive()
        job = json.loads(content)
        del content
        if job['mode'] == 'test':
            os.close(output)
            arena_tester.run(channel, job, setup['filter'])
        else:
            arena_candidate.run(channel, job, setup['filter'], output)
    except MemoryError:
        os._exit(arena_candidate.OUT_OF_MEMORY)
    except BaseException:
        os._exit(arena_candidate.FAULT)
    os._exit(0)


def _waited(child):
    """Nanoseconds for which a process could have run and another one did (proc(5), schedstat)."""
    try:
        with open(f'/proc/{child}/schedstat', 'rb') as file:
            return file.read().split()[1]
    except (OSError, IndexError):
        return b'0'


def _try(action, *arguments):
    try:
        action(*arguments)
    except (ProcessLookupError, PermissionError):
        pass
