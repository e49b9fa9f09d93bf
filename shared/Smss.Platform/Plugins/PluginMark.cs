using System.IO.MemoryMappedFiles;

namespace Smss.Platform.Plugins;

/// <summary>
/// How many calls of a plugin are under way, in a file that outlives the process: when it ends in the middle of one, the next
/// start knows whom to blame. Mapped memory, because every turn of a plugin passes here.
/// </summary>
internal sealed class PluginMark : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private int _calls;
    private bool _closed;

    private PluginMark(MemoryMappedFile file)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, sizeof(int));
        EndedInside = _view.ReadInt32(0) > 0;
        _view.Write(0, 0);
    }

    /// <summary>Whether the last process that called it ended inside.</summary>
    public bool EndedInside { get; }

    /// <returns>Null when another host holds it: what that one does is no sign of a crash.</returns>
    public static PluginMark? Open(string path)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new PluginMark(MemoryMappedFile.CreateFromFile(file, null, sizeof(int), MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            return null;
        }
    }

    public void Enter() => Count(1);

    public void Leave() => Count(-1);

    /// <summary>A thread of the plugin's own ends the process: no call is under way, and yet it is to blame.</summary>
    public void Blame() => Count(1);

    /// <summary>The host stops in good order: a call that still hangs is no crash.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_closed) return;
            _closed = true;
            _view.Write(0, 0);
            _view.Dispose();
            _file.Dispose();
        }
    }

    private void Count(int step)
    {
        lock (_lock)
        {
            _calls += step;
            if (!_closed) _view.Write(0, _calls);
        }
    }
}
