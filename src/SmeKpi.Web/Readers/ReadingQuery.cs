using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Which readings are asked for; what is null is not restricted.</summary>
/// <param name="City">The code of the city, whose banks' readings are stored.</param>
/// <param name="Subjects">Null: the city, counties and banks of each month.</param>
/// <param name="AsOf">Null: as known now.</param>
internal sealed record ReadingQuery(
    string City,
    YearMonth From,
    YearMonth To,
    string? Id = null,
    string? Reading = null,
    IReadOnlyList<Subject>? Subjects = null,
    DateTimeOffset? AsOf = null);
