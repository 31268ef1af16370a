namespace SmeKpi.Core.Statistics;

/// <summary>One series: what is counted, in which scope (口径), who reports it, for which area.</summary>
/// <param name="Indicator">A code of indicators.yaml, as in <c>loans.all.balance</c>.</param>
/// <param name="Scope">A scope code: rmb, rmb_fx, nfra, pboc, or - where there is no choice.</param>
/// <param name="Bank">The reporting bank's code; null for the area's published total.</param>
/// <param name="Region">The area's code.</param>
public sealed record SeriesKey(string Indicator, string Scope, string? Bank, string Region)
{
    // A key is looked up many times for each time it is made, and hashing four texts costs more than the look-up.
    // Zero until it is needed; a whole number, so that threads that race for it write the same value in one piece.
    private int _hash;

    // The hash is left behind: a changed copy has another one.
    private SeriesKey(SeriesKey other) =>
        (Indicator, Scope, Bank, Region) = (other.Indicator, other.Scope, other.Bank, other.Region);

    public bool Equals(SeriesKey? other) => ReferenceEquals(this, other)
        || (other is not null
            && Region == other.Region
            && Bank == other.Bank
            && Indicator == other.Indicator
            && Scope == other.Scope);

    public override int GetHashCode() =>
        _hash != 0 ? _hash : _hash = HashCode.Combine(Indicator, Scope, Bank, Region);
}
