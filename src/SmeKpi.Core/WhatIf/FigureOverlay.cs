using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.WhatIf;

/// <summary>Figures changed for a trial: a copy on which targets are computed as on the figures themselves.</summary>
/// <remarks>
/// What is changed for an area is changed in its published total and in one of its banks, so that it counts from
/// whichever origin a target takes, and only once. What is not known is not made known by a change.
/// </remarks>
internal sealed class FigureOverlay
{
    private readonly StatisticsSnapshot _changed;
    private readonly MasterData _master;
    private readonly ILookup<string, string> _parts;

    public FigureOverlay(FigureBook figures)
    {
        _changed = figures.Statistics.Copy();
        _master = figures.Master;
        _parts = _master.Regions.Where(region => region.Kind == RegionKind.City)
            .SelectMany(city => _master.CountiesOf(city.Code), (city, county) => (City: city.Code, County: county.Code))
            .ToLookup(pair => pair.City, pair => pair.County);
    }

    /// <summary>The figures as they are now; later changes are not seen by it.</summary>
    public FigureBook ToBook() => new(_changed, _master);

    public decimal? Published(string region, string indicator, string scope, YearMonth month) =>
        _changed.Find(new SeriesKey(indicator, scope, null, region), month)?.Value?.Number;

    /// <summary>A bank's own row; in the city, where it has none, the sum of its counties and zones.</summary>
    public decimal? Own(string bank, string region, string indicator, string scope, YearMonth month)
    {
        SeriesKey own = new(indicator, scope, bank, region);
        if (_changed.Find(own, month)?.Value is { } value)
        {
            return value.Number;
        }

        List<decimal> parts =
        [
            .. _parts[region]
                .Select(county => _changed.Find(own with { Region = county }, month)?.Value?.Number)
                .OfType<decimal>(),
        ];
        return parts.Count == 0 ? null : parts.Sum();
    }

    public void Set(string? bank, string region, string indicator, string scope, YearMonth month, decimal number) => _changed.Set(
        new SeriesKey(indicator, scope, bank, region),
        month,
        new KnownValue(new Quantity(number, Unit.Yuan), Synthetic: false, ObservationId: 0));

    /// <summary>Adds to what is known of an area in a month.</summary>
    /// <param name="bank">The bank whose figure moves; null takes the first that has one.</param>
    public void Add(string region, string indicator, string scope, YearMonth month, decimal amount, string? bank = null)
    {
        if (Published(region, indicator, scope, month) is { } total)
        {
            Set(null, region, indicator, scope, month, total + amount);
        }

        string? carrier = bank ?? _master.OpenIn(month).Select(each => each.Code)
            .FirstOrDefault(code => Own(code, region, indicator, scope, month) is not null);
        if (carrier is not null && Own(carrier, region, indicator, scope, month) is { } own)
        {
            Set(carrier, region, indicator, scope, month, own + amount);
        }
    }

    /// <summary>Adds a coverage adjustment, which nobody needs to have reported before.</summary>
    public void Adjust(string region, string indicator, string scope, YearMonth month, decimal amount)
    {
        Set(null, region, indicator, scope, month, (Published(region, indicator, scope, month) ?? 0m) + amount);
        if (_master.OpenIn(month).FirstOrDefault() is { } carrier)
        {
            Set(carrier.Code, region, indicator, scope, month, (Own(carrier.Code, region, indicator, scope, month) ?? 0m) + amount);
        }
    }
}
