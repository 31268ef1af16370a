using SmeKpi.Core.Calendar;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Warnings;

/// <summary>近三个月多次迟报: returns of the last three months that came late or are overdue, at least as many as the rule says.</summary>
internal static class LateTwice
{
    public const string Id = "late-twice";

    private const int Months = 3;

    public static IReadOnlyList<WarningFact>? Find(WarningInput input)
    {
        YearMonth month = input.Bank.Month;
        List<FilingStatus> behind =
        [
            .. input.Bank.Filings
                .Where(filing => filing.IsBehind && filing.Month <= month && filing.Month > month.AddMonths(-Months))
                .OrderBy(filing => filing.Month),
        ];
        return behind.Count > 0 && behind.Count >= input.Rule.Limit
            ? [.. behind.GroupBy(filing => filing.Month)
                .Select(filings => WarningInput.Fact("late", filings.Count(), Unit.Count, filings.Key))]
            : null;
    }
}
