using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Makes table rows of banks and counties.</summary>
public static class SubjectMapping
{
    /// <remarks>
    /// A bank and a county get the standing that their own page and the API give them: under a target that binds each
    /// bank an area is judged like its banks together; under one that binds the city alone nobody else is.
    /// </remarks>
    public static SubjectRow Row(
        ViewData data, Provision provision, string ruling, string code, LocalizedText name, Subject subject,
        Quantity? whole)
    {
        KpiReading? now = data.Readings.Find(provision.Id, ruling, data.Month, subject);
        KpiReading? before = data.Readings.Find(provision.Id, ruling, data.Month.AddMonths(-1), subject);
        Standing? standing = provision.BindsEachBank ? now?.Standing ?? Standing.Incomplete : null;
        return new SubjectRow(
            code, name, now?.Actual, now?.Target, Change(now, before), ShareOf(now?.Actual, whole), standing,
            now?.Standing == Standing.Withheld)
        {
            Before = now is not null && IsNewCount(now) ? null : before?.Actual,
        };
    }

    private static Quantity? Change(KpiReading? now, KpiReading? before)
    {
        if (now?.Actual is not { } actual)
        {
            return null;
        }

        if (IsNewCount(now))
        {
            return actual.Unit == Unit.Yuan ? actual : null;
        }

        return before?.Actual is { } earlier && earlier.Unit == actual.Unit ? actual.Minus(earlier) : null;
    }

    // What counts from the start of the year starts again in January; last year's December is no base for it.
    private static bool IsNewCount(KpiReading now) =>
        now.Month.Month == 1 && now.Actual is { Unit: Unit.Yuan or Unit.BasisPoints };

    private static Quantity? ShareOf(Quantity? part, Quantity? whole) =>
        part is { Unit: Unit.Yuan } amount && whole is { Unit: Unit.Yuan } total
            ? amount.ToMoney().ShareOf(total.ToMoney())?.ToQuantity()
            : null;
}
