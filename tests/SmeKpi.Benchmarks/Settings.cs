using System.Globalization;

namespace SmeKpi.Benchmarks;

internal sealed record Settings(IReadOnlyList<string> Names, int Rounds, string? Out)
{
    public static IReadOnlyList<string> All { get; } = ["start", "import", "tidy", "filing", "cockpit"];

    public static Settings Of(string[] args)
    {
        Settings settings = new([], 7, null);
        for (int i = 0; i < args.Length; i++)
        {
            settings = args[i] switch
            {
                "--rounds" => settings with { Rounds = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--out" => settings with { Out = args[++i] },
                var name => settings with { Names = [.. settings.Names, name] },
            };
        }

        return settings.Names.Count == 0 ? settings with { Names = All } : settings;
    }
}
