using SmeKpi.Storage;

namespace SmeKpi.Web.PageCache;

/// <summary>Asks the database for its stamp: once for all requests that wait, and never with an answer older than the request.</summary>
internal sealed class StampWatch(ContentStamps stamps) : IDisposable
{
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Lock _lock = new();
    private Task<string>? _next;

    /// <summary>The stamp of a moment after this call began, so that what was stored before is seen.</summary>
    public Task<string> ReadAsync()
    {
        lock (_lock)
        {
            // Not begun yet: it will see whatever is stored now.
            return _next ??= BeginAsync();
        }
    }

    public void Dispose() => _door.Dispose();

    private async Task<string> BeginAsync()
    {
        await _door.WaitAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            lock (_lock)
            {
                // From here on others need a reading of their own.
                _next = null;
            }

            return await stamps.ReadAsync(CancellationToken.None);
        }
        finally
        {
            _door.Release();
        }
    }
}
