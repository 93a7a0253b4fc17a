using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Sasr.Arena.Scripting.CSharp.Gates;

/// <summary>Goes through the instructions of a method's body.</summary>
internal ref struct InstructionReader(BlobReader body)
{
    private const byte TwoBytes = 0xfe;

    private static readonly OpCode?[] OneByte = Table(size: 1);
    private static readonly OpCode?[] SecondByte = Table(size: 2);

    private BlobReader _body = body;

    /// <summary>The instruction last read.</summary>
    public OpCode OpCode { get; private set; }

    /// <summary>The metadata token that it names; nil where it names none.</summary>
    public int Token { get; private set; }

    /// <returns>False at the end.</returns>
    /// <exception cref="BadImageFormatException">What follows is no instruction.</exception>
    public bool Read()
    {
        if (_body.RemainingBytes == 0)
            return false;
        byte first = _body.ReadByte();
        OpCode = (first == TwoBytes ? SecondByte[_body.ReadByte()] : OneByte[first])
            ?? throw new BadImageFormatException("An unknown instruction.");
        Token = 0;
        switch (OpCode.OperandType)
        {
            case OperandType.InlineNone:
                break;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                _body.Offset += sizeof(byte);
                break;
            case OperandType.InlineVar:
                _body.Offset += sizeof(ushort);
                break;
            case OperandType.InlineI8 or OperandType.InlineR:
                _body.Offset += sizeof(long);
                break;
            case OperandType.InlineSwitch:
                int targets = _body.ReadInt32();
                _body.Offset = checked(_body.Offset + targets * sizeof(int));
                break;
            case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig or OperandType.InlineTok or OperandType.InlineType:
                Token = _body.ReadInt32();
                break;
            default:
                _body.Offset += sizeof(int);
                break;
        }
        return true;
    }

    private static OpCode?[] Table(int size)
    {
        var table = new OpCode?[256];
        foreach (System.Reflection.FieldInfo field in typeof(OpCodes).GetFields())
        {
            if (field.GetValue(null) is OpCode code && code.Size == size)
                table[code.Value & 0xff] = code;
        }
        return table;
    }
}
