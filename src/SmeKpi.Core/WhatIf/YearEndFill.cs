using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.WhatIf;

/// <summary>Fills the months to come of an overlay by assumptions that are said, so that targets can be computed for December.</summary>
/// <remarks>Who has no figure in the month gets none for the months to come: what is incomplete stays incomplete.</remarks>
internal sealed class YearEndFill(FigureBook figures, FigureOverlay overlay, YearEnd end, string city)
{
    /// <summary>Loans: the balance of the month and each one's part of the rest, as far as it is reached.</summary>
    /// <param name="banks">The rest by bank.</param>
    /// <param name="counties">The rest by county; null leaves counties alone.</param>
    public void Balances(IReadOnlyDictionary<string, Money> banks, IReadOnlyDictionary<string, Money>? counties)
    {
        foreach (string scope in ScopesOf(IndicatorCodes.LoansAll))
        {
            Grow(city, scope, end.Rest, banks);
            foreach ((string county, Money rest) in counties ?? new Dictionary<string, Money>())
            {
                Grow(county, scope, rest, Plan.ByBalance(figures, [.. Banks(end.Month).Select(code => new Subject(county, code))], rest, end.Month));
            }
        }
    }

    /// <summary>Inclusive loans: everybody keeps their growth of the month, year on year.</summary>
    public void Inclusive()
    {
        foreach (string scope in ScopesOf(IndicatorCodes.LoansInclusiveMse))
        {
            Each(IndicatorCodes.LoansInclusiveMse, scope, (number, month) =>
                number(month.AddMonths(-12)) is { } earlier && number(end.Month.AddMonths(-12)) is { } @base and > 0m
                    && number(end.Month) is { } now
                    ? earlier * now / @base
                    : number(end.Month));
        }
    }

    /// <summary>Granted loans: as much as in the same month of last year, at the rate of the month less what of a cut arrives.</summary>
    public void Rates(decimal reachedCut)
    {
        decimal? cityRate = Rate(figures.Resolve(new Subject(city), Interest(end.Month), Granted(end.Month)));
        foreach (YearMonth month in end.Ahead)
        {
            foreach (string? bank in Reporters(month))
            {
                decimal? granted = Known(bank, Granted(month.AddMonths(-12)));
                decimal? rate = Rate(
                    [Of(bank, Interest(end.Month)), Of(bank, Granted(end.Month))]) ?? (bank is null ? null : cityRate);
                if (granted is { } yuan && rate is { } asked && Known(bank, Granted(end.Month)) is not null)
                {
                    overlay.Set(bank, city, IndicatorCodes.LoansCorporateGranted, ScopeCodes.None, month, yuan);
                    overlay.Set(bank, city, IndicatorCodes.LoansCorporateInterest, ScopeCodes.None, month, yuan * (asked - reachedCut));
                }
            }
        }
    }

    /// <summary>Write-offs, transfers and swaps: no more than the scenario brings.</summary>
    public void Flows()
    {
        string[] flows = [IndicatorCodes.LoansAllWrittenOff, IndicatorCodes.LoansAllTransferred, IndicatorCodes.LoansAllDebtSwapRepaid];
        foreach (string flow in flows)
        {
            foreach (string scope in ScopesOf(flow))
            {
                Each(flow, scope, (number, _) => number(end.Month) is null ? null : 0m);
            }
        }
    }

    private void Grow(string region, string scope, Money rest, IReadOnlyDictionary<string, Money> banks)
    {
        foreach (YearMonth month in end.Ahead)
        {
            decimal reached = end.ReachedBy(month);
            if (overlay.Published(region, IndicatorCodes.LoansAll, scope, end.Month) is { } total)
            {
                overlay.Set(null, region, IndicatorCodes.LoansAll, scope, month, total + (rest.Yuan * reached));
            }

            foreach (string bank in Banks(end.Month))
            {
                if (overlay.Own(bank, region, IndicatorCodes.LoansAll, scope, end.Month) is { } own)
                {
                    decimal part = banks.TryGetValue(bank, out Money planned) ? planned.Yuan : 0m;
                    overlay.Set(bank, region, IndicatorCodes.LoansAll, scope, month, own + (part * reached));
                }
            }
        }
    }

    private void Each(string indicator, string scope, Func<Func<YearMonth, decimal?>, YearMonth, decimal?> fill)
    {
        foreach (YearMonth month in end.Ahead)
        {
            foreach (string? bank in Reporters(month))
            {
                if (fill(at => Known(bank, new FigureRequest(indicator, scope, at)), month) is { } number)
                {
                    overlay.Set(bank, city, indicator, scope, month, number);
                }
            }
        }
    }

    private IEnumerable<string?> Reporters(YearMonth month) => [null, .. Banks(month)];

    private IEnumerable<string> Banks(YearMonth month) => figures.Master.OpenIn(month).Select(bank => bank.Code);

    private IEnumerable<string> ScopesOf(string indicator) => figures.Statistics.Series
        .Where(series => series.Indicator == indicator).Select(series => series.Scope).Distinct();

    /// <summary>A published total, or a bank's figure with those of its predecessors; zero before there was such a bank.</summary>
    private decimal? Known(string? bank, FigureRequest request) => bank is null
        ? overlay.Published(city, request.Indicator, request.Scope, request.Month)
        : AttributionParts.Numbers(figures, new Subject(city, bank), [request])[0];

    private ResolvedFigure Of(string? bank, FigureRequest request) =>
        new(request, Known(bank, request), Origin.Banks, IsComplete: true, Synthetic: false);

    private static decimal? Rate(IReadOnlyList<ResolvedFigure> pair) =>
        pair is [{ Number: { } interest }, { Number: { } granted and > 0m }] ? interest / granted : null;

    private static FigureRequest Interest(YearMonth month) => new(IndicatorCodes.LoansCorporateInterest, ScopeCodes.None, month);

    private static FigureRequest Granted(YearMonth month) => new(IndicatorCodes.LoansCorporateGranted, ScopeCodes.None, month);
}
