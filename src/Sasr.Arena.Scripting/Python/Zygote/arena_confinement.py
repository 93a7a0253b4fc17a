"""What a child gives up before it runs what nobody trusts."""
import ctypes
import os
import platform
import resource
import struct

PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 4, 22, 38
FILTER_MODE = 2
ALLOW, DENY = 0x7FFF0000, 0x00050000 | 1
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
NUMBER, FIRST_ARGUMENT = 0, 16

# Calls that reach another process of the same user: by their numbers on x86-64 and on arm64.
ON_ITSELF_ONLY = {  # prlimit64, sched_setaffinity, sched_setscheduler, sched_setparam, sched_setattr: 0 is the caller
    'x86_64': (302, 203, 144, 142, 314),
    'aarch64': (261, 122, 119, 118, 274),
}
NEVER = {  # tkill, setpriority, ioprio_set, rt_tgsigqueueinfo
    'x86_64': (200, 141, 251, 297),
    'aarch64': (130, 140, 30, 240),
}
SIGNAL_THREAD = {'x86_64': 234, 'aarch64': 131}  # tgkill

_libc = ctypes.CDLL(None, use_errno=True) if os.name == 'posix' else None


class _Program(ctypes.Structure):
    _fields_ = [('length', ctypes.c_ushort), ('instructions', ctypes.c_char_p)]


def hide():
    """Nobody of the same user can trace this process, or open its memory, from now on."""
    _prctl(PR_SET_DUMPABLE, 0)


def limit(limits):
    """Applies the kernel's limits; none is set above what this process has."""
    data = limits['memory']
    for kind, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, limits['cpu']),
        (resource.RLIMIT_DATA, data),
        (resource.RLIMIT_AS, data + _address_space() + (256 << 20)),
        (resource.RLIMIT_FSIZE, limits['file']),
        (resource.RLIMIT_NOFILE, 32),
        (resource.RLIMIT_NPROC, limits['processes']),
    ):
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        # Out of time, a process is told so; the kernel kills it only where it does not listen.
        resource.setrlimit(kind, (value, value + 1 if kind == resource.RLIMIT_CPU and hard == resource.RLIM_INFINITY else value))


def filter_calls(program):
    """Installs the given seccomp filter, and one that keeps this process from every other one."""
    _prctl(PR_SET_NO_NEW_PRIVS, 1)
    _install(program)
    _install(_self_only())


def _address_space():
    with open('/proc/self/statm', 'rb') as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()


def _self_only():
    machine = platform.machine()
    program = []

    def add(code, if_true, if_false, value):
        program.append(struct.pack('<HBBI', code, if_true, if_false, value))

    def unless_argument_is(call, value):
        add(EQUAL, 0, 4, call)
        add(LOAD, 0, 0, FIRST_ARGUMENT)
        add(EQUAL, 1, 0, value)
        add(RETURN, 0, 0, DENY)
        add(RETURN, 0, 0, ALLOW)

    add(LOAD, 0, 0, NUMBER)
    for call in NEVER[machine]:
        add(EQUAL, 0, 1, call)
        add(RETURN, 0, 0, DENY)
    for call in ON_ITSELF_ONLY[machine]:
        unless_argument_is(call, 0)
    unless_argument_is(SIGNAL_THREAD[machine], os.getpid())
    add(RETURN, 0, 0, ALLOW)
    return b''.join(program)


def _install(program):
    _prctl(PR_SET_SECCOMP, FILTER_MODE, ctypes.byref(_Program(len(program) // 8, program)))


def _prctl(option, value, pointer=None):
    if _libc.prctl(option, ctypes.c_ulong(value), pointer or ctypes.c_void_p(0), ctypes.c_ulong(0), ctypes.c_ulong(0)) != 0:
        raise OSError(ctypes.get_errno(), f'prctl {option}')
