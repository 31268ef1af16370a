using SmeKpi.Core.Filing;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Tests;

/// <summary>数据质量: of the months filed through the program, the share in which nothing was sent back and no reason is missing.</summary>
/// <remarks>
/// A month is clean when none of its versions was ever rejected, returned or unreadable and none waits for reasons now;
/// questions that were answered leave it clean. Months that are being read, came another way (history, folders of the
/// office), or were taken back before anything was wrong do not count. Source: ADR 0021, to be confirmed by the regulator.
/// </remarks>
public static class DataQualityTest
{
    public const string Id = "data-quality";

    /// <returns>Percent; no value while no month was filed through the program.</returns>
    public static TestValue Evaluate(BankInput input)
    {
        List<IGrouping<YearMonth, FilingVersion>> months =
        [
            .. input.Versions.Where(version => input.IsInYear(version.Month) && Counts(version)).GroupBy(version => version.Month),
        ];
        int clean = months.Count(month => !month.Any(IsUnclean));
        return new TestValue(months.Count == 0 ? null : new Quantity(100m * clean / months.Count, Unit.Percent), [])
        {
            Counts = [new("clean", clean), new("filed", months.Count)],
        };
    }

    private static bool Counts(FilingVersion version) => IsUnclean(version)
        || version.State is SubmissionState.ReadyToSign or SubmissionState.Signed or SubmissionState.Published;

    private static bool IsUnclean(FilingVersion version) => version.WasRefused
        || version.State is SubmissionState.Rejected or SubmissionState.Unreadable or SubmissionState.ToExplain;
}
