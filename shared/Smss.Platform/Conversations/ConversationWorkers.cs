using System.Collections.Concurrent;
using Smss.Conversation;

namespace Smss.Platform.Conversations;

/// <summary>One worker per conversation: messages are answered one after another, conversations beside each other.</summary>
internal sealed class ConversationWorkers(TurnRunner runner)
{
    private readonly ConcurrentDictionary<string, Worker> _workers = new();

    /// <summary>Messages waiting or being answered in this process.</summary>
    public int Busy => _workers.Count;

    public void Enqueue(IncomingMessage message)
    {
        while (true)
        {
            Worker worker = _workers.GetOrAdd(message.ConversationId, static (id, all) => new Worker(id, all), this);
            if (worker.TryEnqueue(message)) return;
        }
    }

    /// <summary>The queue of one conversation; leaves the table when it is empty.</summary>
    private sealed class Worker(string conversationId, ConversationWorkers all)
    {
        private readonly Queue<IncomingMessage> _queue = new();
        private long _answering;
        private bool _running;
        private bool _closed;

        public bool TryEnqueue(IncomingMessage message)
        {
            lock (_queue)
            {
                if (_closed) return false;
                // The sweep for abandoned messages may meet one that only waits its turn.
                if (_answering == message.Sequence || _queue.Any(m => m.Sequence == message.Sequence)) return true;
                _queue.Enqueue(message);
                if (_running) return true;
                _running = true;
            }
            ThreadPool.UnsafeQueueUserWorkItem(static worker => _ = worker.RunAsync(), this, preferLocal: false);
            return true;
        }

        private async Task RunAsync()
        {
            while (Next() is { } message) LeaveOut(await all.AnswerAsync(message, Waiting));
        }

        private IncomingMessage? Next()
        {
            lock (_queue)
            {
                if (_queue.TryDequeue(out IncomingMessage? message))
                {
                    _answering = message.Sequence;
                    return message;
                }
                _closed = true;
                all._workers.TryRemove(new KeyValuePair<string, Worker>(conversationId, this));
                return null;
            }
        }

        private IncomingMessage? Waiting()
        {
            lock (_queue) return _queue.TryPeek(out IncomingMessage? message) ? message : null;
        }

        /// <summary>The one behind was answered together with this one.</summary>
        private void LeaveOut(long answered)
        {
            lock (_queue)
                if (_queue.TryPeek(out IncomingMessage? message) && message.Sequence == answered) _queue.Dequeue();
        }
    }

    private Task<long> AnswerAsync(IncomingMessage message, Func<IncomingMessage?> next) => runner.RunAsync(message, next);
}
