using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Filings;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Filing;

/// <summary>Reads an uploaded file out of a form, for page and API alike.</summary>
internal sealed class FilingUpload(FilingHall hall, TimeProvider clock)
{
    /// <summary>The file and what a form adds around it.</summary>
    public const int MostBytes = FilingDesk.MostBytes + (64 * 1024);

    private const int MonthsOffered = 14;

    /// <summary>The month before this one, which is due now.</summary>
    public YearMonth Usual => Now.AddMonths(-1);

    public IReadOnlyList<YearMonth> Months => [.. Enumerable.Range(0, MonthsOffered).Select(back => Now.AddMonths(-back))];

    private YearMonth Now
    {
        get
        {
            DateTimeOffset china = clock.GetUtcNow().ToOffset(Moments.ChinaOffset);
            return new YearMonth(china.Year, china.Month);
        }
    }

    /// <returns>What became of it, or the word for what is missing in the form.</returns>
    public async Task<(FilingOutcome? Outcome, string? Fault)> ReadAsync(HttpContext context, string channel)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!YearMonth.TryParse(form["month"].ToString(), out YearMonth month))
        {
            return (null, "MonthMissing");
        }

        if (form.Files.GetFile("file") is not { FileName.Length: > 0 } file)
        {
            return (null, "FileMissing");
        }

        using MemoryStream content = new();
        await file.CopyToAsync(content, context.RequestAborted);

        // The name is only shown and told apart by its ending; nothing is ever stored under it.
        SourceFile source = new(Path.GetFileName(file.FileName), content.GetBuffer().AsMemory(0, (int)content.Length));
        string? bank = form["bank"].ToString() is { Length: > 0 } named ? named : null;
        return (await hall.FileAsync(bank, month, source, channel, context.RequestAborted), null);
    }
}
