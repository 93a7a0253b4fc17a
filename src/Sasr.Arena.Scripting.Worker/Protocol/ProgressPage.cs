using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Sasr.Arena.Scripting.Protocol;

/// <summary>
/// Memory that the supervisor and the worker share: where in its requests the worker is. It tells which item killed a worker
/// that could send nothing any more, and costs a store an item.
/// </summary>
internal sealed class ProgressPage : IDisposable
{
    /// <summary>Length of the file behind it.</summary>
    public const int Bytes = 4096;

    private const int IndexBits = 20;
    private const long IndexMask = (1L << IndexBits) - 1;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    /// <param name="file">A file of <see cref="Bytes"/> bytes, which it takes over.</param>
    public ProgressPage(SafeFileHandle file)
    {
        _file = MemoryMappedFile.CreateFromFile(
            file, mapName: null, Bytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, Bytes);
    }

    /// <summary>The request and the item in it that the worker began last.</summary>
    public (long Request, int Item) Current
    {
        get => _view.ReadInt64(0) is var value ? (value >> IndexBits, (int)(value & IndexMask)) : default;
        set => _view.Write(0, (value.Request << IndexBits) | (uint)value.Item);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
