using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Digest;

/// <summary>Which of M01.1 and M01.2 asks for more, and what each remaining month must bring.</summary>
internal static class BindingFinding
{
    private const int Weight = 90;

    public static IEnumerable<DigestFinding> Find(DigestInput input)
    {
        if (input.Target(NetNewLoans.Id) is not { Now: { } now } target || !LikeForLike.IsWhole(now)
            || now is not { Actual: { } actual, RequiredIncrement: { } required, BindingTarget: { } binding })
        {
            yield break;
        }

        Quantity distance = actual.Minus(required);
        Dictionary<string, FindingValue> values = new()
        {
            ["required"] = new AmountValue(required),
            ["binding"] = new NameValue(input.Target(binding)?.Title ?? new LocalizedText(binding, binding)),
            ["actual"] = new AmountValue(actual),
            ["distance"] = new SizeValue(distance),
        };
        if (now.RequiredRunRate is { } rate)
        {
            values.Add("rate", new AmountValue(rate));
        }

        yield return new DigestFinding(FindingKind.Binding, $"Binding_{How(now, distance)}", values, Weight, target.Evidence);
    }

    private static string How(KpiReading now, Quantity distance) => (now.RequiredRunRate, distance.Number) switch
    {
        ({ Number: > 0m }, _) => "Rate",
        (not null, _) => "Enough",
        (null, >= 0m) => "Met",
        _ => "Short",
    };
}
