using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Smss.Platform.Data;

/// <summary>The connection and transaction in which a piece of work writes.</summary>
internal sealed record WriteScope(DbConnection Connection, DbTransaction Transaction, CommandCache Commands);

/// <summary>
/// One writer per process: what waits when a commit ends goes into the next one. One flush to disk serves many turns,
/// and SQLite never sees two writers. A piece of work that throws fails alone: the others are run again without it.
/// </summary>
internal sealed class Writer : IDisposable
{
    private const int MostPerCommit = 256;
    private readonly Channel<Piece> _queue = Channel.CreateBounded<Piece>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly Database _database;
    private readonly ILogger<Writer> _log;
    private readonly Thread _thread;
    private DbConnection? _connection;
    private CommandCache? _commands;

    public Writer(Database database, ILogger<Writer> log)
    {
        _database = database;
        _log = log;
        // A thread of its own: a flush would otherwise hold one of the few threads that answer residents.
        _thread = new Thread(Run) { IsBackground = true, Name = "writer" };
        _thread.Start();
    }

    /// <summary>Runs the work in the next commit; returns when that commit is durable. The work may be run more than once.</summary>
    public async Task<T> WriteAsync<T>(Func<WriteScope, T> work, CancellationToken cancellation)
    {
        var piece = new Piece<T>(work);
        await _queue.Writer.WriteAsync(piece, cancellation);
        return await piece.Done.Task;
    }

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        if (_thread.IsAlive) _thread.Join(TimeSpan.FromSeconds(10));
        Close();
    }

    private void Run()
    {
        var batch = new List<Piece>(MostPerCommit);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostPerCommit && _queue.Reader.TryRead(out Piece? piece)) batch.Add(piece);
            if (!TryCommit(batch, out Exception? failure))
            {
                if (batch.Count == 1) batch[0].Fail(failure!);
                else foreach (Piece piece in batch) CommitAlone(piece);
            }
            batch.Clear();
        }
    }

    private void CommitAlone(Piece piece)
    {
        if (!TryCommit([piece], out Exception? failure)) piece.Fail(failure!);
    }

    private bool TryCommit(List<Piece> batch, out Exception? failure)
    {
        try
        {
            DbConnection connection = Connection();
            using (DbTransaction transaction = connection.BeginTransaction())
            {
                var scope = new WriteScope(connection, transaction, _commands!);
                foreach (Piece piece in batch) piece.Run(scope);
                transaction.Commit();
            }
            foreach (Piece piece in batch) piece.Succeed();
            failure = null;
            return true;
        }
        catch (Exception e)
        {
            // Whatever broke, the connection starts afresh: a half-open transaction must not reach the next commit.
            Close();
            failure = e;
            if (e is DbException) _log.LogWarning("A commit failed: {Kind} {Code}", e.GetType().Name, (e as DbException)?.SqlState ?? e.HResult.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return false;
        }
    }

    private DbConnection Connection()
    {
        if (_connection is { } open) return open;
        _connection = _database.Open();
        _commands = new CommandCache(_connection);
        return _connection;
    }

    private void Close()
    {
        _commands?.Dispose();
        _connection?.Dispose();
        _commands = null;
        _connection = null;
    }

    private abstract class Piece
    {
        public abstract void Run(WriteScope scope);
        public abstract void Succeed();
        public abstract void Fail(Exception failure);
    }

    private sealed class Piece<T>(Func<WriteScope, T> work) : Piece
    {
        private T _result = default!;
        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public override void Run(WriteScope scope) => _result = work(scope);
        public override void Succeed() => Done.SetResult(_result);
        public override void Fail(Exception failure) => Done.SetException(failure);
    }
}
