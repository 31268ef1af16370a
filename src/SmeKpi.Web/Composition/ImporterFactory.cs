using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Composition;

/// <summary>Puts parse, validate and store together: the one place where the three steps meet.</summary>
internal sealed class ImporterFactory(
    IDbContextFactory<SmeKpiContext> contexts, Law law, SourceContexts sources, TimeProvider clock, AuditLog audit)
{
    /// <param name="month">The month that files must speak of; null for any.</param>
    public StatisticsImporter For(YearMonth? month) => new(
        contexts,
        file => SourceParser.Parse(file, sources.Of(file, month)),
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
