using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Sasr.Arena.Scripting.Confinement;

/// <summary>
/// A deny-list of system calls as a program of the classic BPF, which the kernel runs at every call (seccomp(2)). What is denied
/// fails with EPERM; a call from another processor's table ends the process.
/// </summary>
internal sealed class SeccompFilter
{
    /// <summary>Length of an instruction.</summary>
    public const int InstructionBytes = 8;

    private const int PermissionDenied = 1;
    private const int NotImplemented = 38;
    private const uint InputOfTerminal = 0x5412; // TIOCSTI
    private const uint ConsoleOfTerminal = 0x541C; // TIOCLINUX
    private const uint X32 = 0x40000000;
    private const uint NewThread = 0x00010000;
    private const uint NewNamespaces = 0x7E020080; // CLONE_NEW* but CLONE_NEWTIME, which clone(2) cannot ask for

    private const int NumberOffset = 0, ProcessorOffset = 4, FirstArgumentOffset = 16, SecondArgumentOffset = 24;

    private readonly List<Instruction> _program = [];

    private SeccompFilter()
    {
        bool x64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
        Load(ProcessorOffset);
        SkipIf(Test.Equal, x64 ? 0xC000003E : 0xC00000B7); // AUDIT_ARCH_X86_64, AUDIT_ARCH_AARCH64
        Return(Action.KillProcess);
        Load(NumberOffset);
        if (x64)
        {
            SkipUnless(Test.AtLeast, X32);
            Return(Action.KillProcess);
        }
    }

    private enum Test : ushort
    {
        Equal = 0x15,
        AtLeast = 0x35,
        AnyBit = 0x45,
    }

    private enum Action : uint
    {
        KillProcess = 0x80000000,
        Fail = 0x00050000,
        Allow = 0x7FFF0000,
    }

    /// <summary>Whether filters can be made for this processor.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() && Syscall.Seccomp.Number is not null;

    /// <summary>
    /// The outer filter, in force before the program starts: no network, no other namespaces or mounts, nothing of the kernel's that
    /// runs programs or looks into other processes.
    /// </summary>
    public static byte[] Outer()
    {
        var filter = new SeccompFilter();
        filter.DenyAll(Syscall.Outside);
        // What clone3 asks for lies in memory, where a filter cannot look; without it, libraries take clone.
        filter.Deny(Syscall.Clone3, NotImplemented);
        filter.DenyWhere(Syscall.Clone, FirstArgumentOffset, Test.AnyBit, NewNamespaces);
        filter.DenyWhere(Syscall.Ioctl, SecondArgumentOffset, Test.Equal, InputOfTerminal, ConsoleOfTerminal);
        return filter.End();
    }

    /// <summary>The inner filter, which a program puts on itself when it needs no other process any more: threads only.</summary>
    public static byte[] Inner()
    {
        var filter = new SeccompFilter();
        filter.DenyAll(Syscall.Processes);
        filter.DenyUnless(Syscall.Clone, FirstArgumentOffset, Test.AnyBit, NewThread);
        return filter.End();
    }

    private void DenyAll(IEnumerable<Syscall> calls)
    {
        foreach (Syscall call in calls)
            Deny(call, PermissionDenied);
    }

    private void Deny(Syscall call, int error)
    {
        if (call.Number is not { } number)
            return;
        SkipUnless(Test.Equal, (uint)number);
        Return(Action.Fail, error);
    }

    private void DenyWhere(Syscall call, int argument, Test test, params ReadOnlySpan<uint> values)
    {
        SkipUnless(Test.Equal, (uint)call.Number!, count: (byte)(2 + (2 * values.Length)));
        Load(argument);
        foreach (uint value in values)
        {
            SkipUnless(test, value);
            Return(Action.Fail, PermissionDenied);
        }
        Return(Action.Allow);
    }

    private void DenyUnless(Syscall call, int argument, Test test, uint value)
    {
        SkipUnless(Test.Equal, (uint)call.Number!, count: 4);
        Load(argument);
        SkipIf(test, value);
        Return(Action.Fail, PermissionDenied);
        Return(Action.Allow);
    }

    private byte[] End()
    {
        Return(Action.Allow);
        byte[] bytes = new byte[_program.Count * InstructionBytes];
        for (int i = 0; i < _program.Count; i++)
            _program[i].Write(bytes.AsSpan(i * InstructionBytes));
        return bytes;
    }

    // BPF_LD | BPF_W | BPF_ABS: the low half of an argument comes first on both processors.
    private void Load(int offset) => _program.Add(new Instruction(0x20, 0, 0, (uint)offset));

    private void SkipIf(Test test, uint value, byte count = 1) => _program.Add(new Instruction((ushort)test, count, 0, value));

    private void SkipUnless(Test test, uint value, byte count = 1) => _program.Add(new Instruction((ushort)test, 0, count, value));

    // BPF_RET | BPF_K
    private void Return(Action action, int error = 0) => _program.Add(new Instruction(0x06, 0, 0, (uint)action | (uint)error));

    /// <summary>The kernel's struct sock_filter.</summary>
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value)
    {
        public void Write(Span<byte> bytes)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, Code);
            (bytes[2], bytes[3]) = (IfTrue, IfFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Value);
        }
    }
}
