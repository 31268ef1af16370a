using SmeKpi.Core.Filing;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Tests;

/// <summary>数据质量: of the months filed through the program, the share in which nothing had to be sent back or explained.</summary>
/// <remarks>
/// A month is clean when none of its versions was rejected or unreadable and none still waits for reasons. Months that are
/// being read, were withdrawn, or came another way (history, folders of the office) do not count.
/// </remarks>
public static class DataQualityTest
{
    public const string Id = "data-quality";

    /// <returns>Percent; no value while no month was filed through the program.</returns>
    public static TestValue Evaluate(BankInput input)
    {
        List<IGrouping<YearMonth, SubmissionState>> months =
        [
            .. input.Versions.Where(version => input.IsInYear(version.Month) && Counts(version.State))
                .GroupBy(version => version.Month, version => version.State),
        ];
        int clean = months.Count(month => !month.Any(IsUnclean));
        return new TestValue(months.Count == 0 ? null : new Quantity(100m * clean / months.Count, Unit.Percent), [])
        {
            Counts = [new("clean", clean), new("filed", months.Count)],
        };
    }

    private static bool Counts(SubmissionState state) => IsUnclean(state)
        || state is SubmissionState.ReadyToSign or SubmissionState.Signed or SubmissionState.Published;

    private static bool IsUnclean(SubmissionState state) =>
        state is SubmissionState.Rejected or SubmissionState.Unreadable or SubmissionState.ToExplain;
}
