namespace SmeKpi.Core.Demo;

/// <summary>The nine counties and two zones: code, loans in thousandths of the city, growth above the city's.</summary>
internal static class DemoAreas
{
    public const string City = "320900";

    public static IReadOnlyList<(string Code, decimal Weight, decimal Growth)> All { get; } =
    [
        ("320902", 130m, -0.6m), ("320903", 110m, 0.2m), ("320904", 115m, 0.8m), ("320921", 45m, -1.2m),
        ("320922", 65m, 1.4m), ("320923", 70m, -0.4m), ("320924", 75m, 0.9m), ("320925", 80m, -0.8m),
        ("320971", 80m, 1.1m), ("320972", 110m, 1.7m), ("320981", 120m, 0.1m),
    ];

    public static int Count => All.Count;

    public static int IndexOf(string code)
    {
        for (int index = 0; index < All.Count; index++)
        {
            if (All[index].Code == code)
            {
                return index;
            }
        }

        throw new ArgumentException($"{code} is no area of the fictional city.", nameof(code));
    }
}
