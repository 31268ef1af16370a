using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Demo;

/// <summary>Writes a bank's figures as rows of a tidy return.</summary>
internal static class DemoReturns
{
    public static void Write(DemoTidyFile file, BankMonth figures)
    {
        for (int area = 0; area < DemoAreas.Count; area++)
        {
            WriteArea(file, figures, DemoAreas.All[area].Code, figures.Areas[area]);
        }

        foreach (CityFigure figure in figures.City)
        {
            if (figure.IsCount)
            {
                file.Count(
                    figures.Month, figures.Bank.Code, DemoAreas.City, figure.Indicator, figure.Scope, figure.Value);
            }
            else
            {
                file.Wan(
                    figures.Month, figures.Bank.Code, DemoAreas.City, figure.Indicator, figure.Scope, figure.Value);
            }
        }
    }

    private static void WriteArea(DemoTidyFile file, BankMonth figures, string area, AreaFigures own)
    {
        Row(IndicatorCodes.LoansAll, ScopeCodes.RmbFx, own.All);
        Row(IndicatorCodes.LoansAll, ScopeCodes.Rmb, own.AllRmb);
        Row(IndicatorCodes.LoansAllNpl, ScopeCodes.RmbFx, own.AllNpl);
        Row(IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, own.Nfra);
        Row(IndicatorCodes.LoansInclusiveMse, ScopeCodes.Pboc, own.Pboc);
        Row(IndicatorCodes.LoansInclusiveMseNpl, ScopeCodes.Nfra, own.NfraNpl);
        Row(IndicatorCodes.LoansCorporateGranted, ScopeCodes.None, own.Granted);
        Row(IndicatorCodes.LoansCorporateInterest, ScopeCodes.None, own.Interest);
        Row(IndicatorCodes.LoansAllWrittenOff, ScopeCodes.RmbFx, own.WrittenOff);
        Row(IndicatorCodes.LoansAllTransferred, ScopeCodes.RmbFx, own.Transferred);
        Row(IndicatorCodes.LoansAllDebtSwapRepaid, ScopeCodes.RmbFx, own.DebtSwapRepaid);
        foreach (DemoAdjustment adjustment in DemoEvents.AdjustmentsOf(figures.Bank, area)
            .Where(adjustment => adjustment.Month == figures.Month && own.All > 0))
        {
            RowIfAny(IndicatorCodes.LoansAllCoverageAdjustment, ScopeCodes.RmbFx, adjustment.All);
            RowIfAny(IndicatorCodes.LoansAllCoverageAdjustment, ScopeCodes.Rmb, adjustment.All);
            RowIfAny(IndicatorCodes.LoansInclusiveMseCoverageAdjustment, ScopeCodes.Nfra, adjustment.Nfra);
            RowIfAny(IndicatorCodes.LoansInclusiveMseCoverageAdjustment, ScopeCodes.Pboc, adjustment.Pboc);
        }

        void Row(string indicator, string scope, long value) =>
            file.Wan(figures.Month, figures.Bank.Code, area, indicator, scope, value);

        void RowIfAny(string indicator, string scope, decimal value)
        {
            if (value != 0m)
            {
                Row(indicator, scope, (long)value);
            }
        }
    }
}
