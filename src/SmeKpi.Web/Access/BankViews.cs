using System.Globalization;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Access;

/// <summary>Rows of banks that a page shows: whose, and of which months.</summary>
internal sealed record BankView(string Target, string Months);

/// <summary>Leaves the trace of everyone who is shown rows of banks: once for a request, before it is answered.</summary>
internal sealed class BankViews(AuditTrail trail, IHttpContextAccessor accessor)
{
    private static readonly object s_recorded = new();

    /// <param name="banks">The banks shown; nothing is recorded when there are none.</param>
    /// <param name="region">The area in which they are shown; null for several.</param>
    /// <exception cref="Storage.Auditing.AuditException">The entry was not written: the rows must not be shown.</exception>
    public async Task RecordAsync(
        IEnumerable<string> banks,
        string? region,
        YearMonth? from,
        YearMonth? to,
        CancellationToken cancellationToken)
    {
        if (banks.Distinct().Take(2).ToList() is [var first, .. var more])
        {
            string whom = more.Count == 0 ? first : $"banks of {region ?? "several areas"}";
            string months = from == to ? $"{from}" : $"{from}..{to}";
            await RecordAsync(new BankView(whom, months), cancellationToken);
        }
    }

    /// <summary>Shows files of banks.</summary>
    /// <param name="id">Null for a list of files.</param>
    /// <exception cref="Storage.Auditing.AuditException">The entry was not written: the file must not be shown.</exception>
    public Task RecordFileAsync(int? id, CancellationToken cancellationToken) => RecordAsync(
        new BankView(id is { } one ? string.Create(CultureInfo.InvariantCulture, $"import {one}") : "imports", "-"),
        cancellationToken);

    /// <summary>What this request has recorded; null when it showed nothing of banks.</summary>
    public static BankView? Recorded(HttpContext context) => context.Items[s_recorded] as BankView;

    /// <summary>Shows what a page showed before.</summary>
    /// <exception cref="Storage.Auditing.AuditException">The entry was not written: the page must not be shown.</exception>
    public async Task RecordAsync(BankView view, CancellationToken cancellationToken)
    {
        HttpContext? request = accessor.HttpContext;
        if (request?.Items.ContainsKey(s_recorded) == true)
        {
            return;
        }

        string detail = request is null ? view.Months : $"{view.Months} {request.Request.Path}{request.Request.QueryString}";
        await trail.RecordAsync(AuditAction.BankView, view.Target, AuditResult.Success, detail, cancellationToken);
        if (request is { WebSockets.IsWebSocketRequest: false })
        {
            request.Items[s_recorded] = view;
        }
    }
}
