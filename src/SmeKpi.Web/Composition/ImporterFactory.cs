using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Api;
using SmeKpi.Web.Parsing;

namespace SmeKpi.Web.Composition;

/// <summary>Puts parse, validate and store together: the one place where the three steps meet.</summary>
internal sealed class ImporterFactory(
    IDbContextFactory<SmeKpiContext> contexts, Law law, SourceContexts sources, TimeProvider clock, AuditLog audit)
{
    /// <param name="month">The month that files must speak of; null for any.</param>
    public StatisticsImporter For(YearMonth? month) =>
        Make(file => SourceParser.Parse(file, sources.Of(file, month)), month);

    /// <summary>For files that nobody answers for: each is read in a process of its own.</summary>
    public StatisticsImporter For(LimitedParser parser) =>
        Make(file => parser.ParseAsync(file, sources.Of(file, month: null)).GetAwaiter().GetResult(), month: null);

    private StatisticsImporter Make(Func<SourceFile, ParsedFile> parse, YearMonth? month) => new(
        contexts,
        parse,
        (parsed, input) => law.Rules.Check(
            parsed,
            new CheckContext(input.Master, input.Known, law.Indicators.ByCode)
            {
                OtherForms = input.OtherForms,
                Month = input.FiledFor ?? month,
                Today = Today(),
            }),
        clock,
        audit);

    // A month begins when it begins in the city.
    private YearMonth Today()
    {
        DateTimeOffset now = clock.GetUtcNow().ToOffset(Moments.ChinaOffset);
        return new YearMonth(now.Year, now.Month);
    }
}
