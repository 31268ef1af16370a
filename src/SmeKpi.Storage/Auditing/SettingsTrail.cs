using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Auditing;

/// <summary>Records with which settings the program starts, so that a changed one leaves a trace.</summary>
public sealed class SettingsTrail(AuditLog log)
{
    /// <summary>The settings of the last start, as JSON.</summary>
    public const string Key = "settings";

    /// <summary>Records one start and what differs from the start before, in one transaction.</summary>
    /// <param name="command">What was started.</param>
    /// <param name="settings">Names and values; never a secret.</param>
    /// <exception cref="AuditException">The entry was not written; the program must not start.</exception>
    public Task RecordStartAsync(
        AuditActor actor,
        string command,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken = default) =>
        log.WriteAsync(
            AuditAction.Setting,
            async (context, token) =>
            {
                MetaRow? last = await context.Meta.SingleOrDefaultAsync(row => row.Key == Key, token);
                Dictionary<string, string> before = last is null
                    ? []
                    : JsonSerializer.Deserialize<Dictionary<string, string>>(last.Value) ?? [];
                string now = JsonSerializer.Serialize(settings);
                if (last is null)
                {
                    context.Add(new MetaRow { Key = Key, Value = now });
                }
                else
                {
                    last.Value = now;
                }

                await log.AppendAsync(
                    context, actor.Did(AuditAction.Setting, command, detail: Differences(before, settings)), token);
            },
            cancellationToken);

    /// <returns>Null when nothing differs.</returns>
    private static string? Differences(
        Dictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        string[] differences =
        [
            .. before.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
                .Where(name => before.GetValueOrDefault(name) != now.GetValueOrDefault(name))
                .Select(name => $"{name}: {before.GetValueOrDefault(name) ?? "–"} → {now.GetValueOrDefault(name) ?? "–"}"),
        ];
        return differences.Length == 0 ? null : string.Join("; ", differences);
    }
}
