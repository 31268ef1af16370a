using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>Judges what a test measured: by the provision it rests on, else by its own threshold.</summary>
internal static class TestVerdict
{
    public static BankTestResult Of(BankInput input, TestRule rule, TestValue value)
    {
        TestPeriod? period = rule.PeriodOf(input.Month);
        Quantity? threshold = period is null ? null
            : period.Provision is not null ? value.Reading?.Target
            : period.IsOwnPlan ? value.OwnThreshold
            : period.Threshold is { } number ? new Quantity(number, rule.Unit)
            : null;
        WithoutVerdict why = Why(input, rule, value, threshold);
        Standing standing = why switch
        {
            WithoutVerdict.None when period!.Provision is not null => value.Reading!.Standing,
            WithoutVerdict.None => Judge(period!, input.Month, value.Value!.Value.Number, threshold!.Value.Number),
            WithoutVerdict.Missing or WithoutVerdict.NoBalance => Standing.NotAssessable,
            _ => Standing.NoTarget,
        };
        return new BankTestResult(rule, period, input.Mode, value, threshold, standing, why);
    }

    private static WithoutVerdict Why(BankInput input, TestRule rule, TestValue value, Quantity? threshold) =>
        !rule.Judges(input.Mode)
            ? input.Mode == AssessmentMode.Exempt ? WithoutVerdict.Exempt : WithoutVerdict.Differentiated
            : threshold is null ? WithoutVerdict.NoThreshold
            : value.Value is null ? (value.HasEveryFigure ? WithoutVerdict.NoBalance : WithoutVerdict.Missing)
            : value.Figures.All(figure => figure.IsComplete) ? WithoutVerdict.None
            : WithoutVerdict.Missing;

    private static Standing Judge(TestPeriod period, YearMonth month, decimal value, decimal threshold)
    {
        bool isMet = period.Compare == Comparison.AtMost ? value <= threshold : value >= threshold;
        if (period.IsFinalMonthly || month.IsDecember)
        {
            return isMet ? Standing.Achieved : Standing.Missed;
        }

        return isMet ? Standing.OnTrack
            : period.BehindUpTo is { } allowance && Math.Abs(value - threshold) > allowance ? Standing.FarBehind
            : Standing.Behind;
    }
}
