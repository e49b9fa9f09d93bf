using Smss.Platform.Modules;

namespace Smss.Platform.Hosting;

/// <summary>The folder of the embedded database and caches. One host at a time on SQLite: the lock file says so.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? _lock;

    /// <exception cref="ConfigurationException">It cannot be written, or another host holds it.</exception>
    public DataFolder(string path, bool isSqlite)
    {
        Path = path;
        try
        {
            Directory.CreateDirectory(path);
            if (isSqlite) _lock = new FileStream(System.IO.Path.Combine(path, "smss.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new ConfigurationException(e is IOException && e is not DirectoryNotFoundException && File.Exists(System.IO.Path.Combine(path, "smss.lock"))
                ? $"Smss:Data:Path: another host already works in {path}, or it cannot be written. Stop it, or choose another folder."
                : $"Smss:Data:Path: {path} cannot be written ({e.GetType().Name}). Give the host a folder it may write, or free some space.");
        }
    }

    public string Path { get; }

    public string DatabaseFile => System.IO.Path.Combine(Path, "smss.db");

    public string UnderstandingCache => System.IO.Path.Combine(Path, "understanding.cache");

    public void Dispose() => _lock?.Dispose();
}
