using System.Text;

namespace Sasr.Arena.Scripting.Programs;

/// <summary>Keeps what a program prints, up to a length.</summary>
internal class BoundedWriter : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly int _capacity;

    public BoundedWriter(int capacity)
    {
        _capacity = capacity;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Whether the program printed more, also where it caught the exception that told it so.</summary>
    public bool IsOverflowed { get; private set; }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_text)
        {
            if (buffer.Length > _capacity - _text.Length)
            {
                IsOverflowed = true;
                throw new IOException(Overflow);
            }
            _text.Append(buffer);
        }
    }

    /// <summary>What to say then.</summary>
    public string Overflow => $"the program printed more than {_capacity} characters";

    /// <summary>All that was printed so far; a thread of the program may still be printing.</summary>
    /// <exception cref="Execution.ScriptException">That was too much.</exception>
    public string Take()
    {
        lock (_text)
            return IsOverflowed ? throw ProgramError.Runtime(Overflow) : _text.ToString();
    }
}
