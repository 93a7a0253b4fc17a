"""Frames on pipes. Zygote: kind, run, length. Message (between a child and the supervisor): length, kind, id, started, passed."""
import os
import struct

ZYGOTE_HEADER = struct.Struct('<cII')
MESSAGE_HEADER = struct.Struct('<IcIII')
MAX_MESSAGE = 16 << 20


def read_exact(fd, count):
    """As many bytes; None at the end of the stream."""
    parts = []
    while count:
        part = os.read(fd, min(count, 1 << 20))
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b''.join(parts)


def write_all(fd, data):
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view):]


class Channel:
    """A child's messages to and from the supervisor."""

    def __init__(self, source, sink):
        self._source, self._sink = source, sink
        self.started = self.passed = 0

    def receive(self):
        """The next message's kind, id and content. The process ends where there is none: nobody waits for it any more."""
        header = read_exact(self._source, MESSAGE_HEADER.size)
        if header is None:
            os._exit(0)
        length, kind, number, _, _ = MESSAGE_HEADER.unpack(header)
        content = read_exact(self._source, length)
        if content is None:
            os._exit(0)
        return kind, number, content

    def send(self, kind, number, content):
        if len(content) > MAX_MESSAGE:
            raise ValueError('more data than can be passed on')
        write_all(self._sink, MESSAGE_HEADER.pack(len(content), kind, number, self.started, self.passed) + content)
