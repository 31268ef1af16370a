using System.Globalization;

namespace SmeKpi.Benchmarks;

/// <param name="Program">The published program, where there is one already: publishing takes minutes. Null to publish it.</param>
internal sealed record Settings(IReadOnlyList<string> Names, int Rounds, string? Out, string? Program)
{
    public static IReadOnlyList<string> All { get; } = ["start", "import", "tidy", "filing", "cockpit", "explorer"];

    public static Settings Of(string[] args)
    {
        Settings settings = new([], 7, null, null);
        for (int i = 0; i < args.Length; i++)
        {
            settings = args[i] switch
            {
                "--rounds" => settings with { Rounds = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--program" => settings with { Program = Path.GetFullPath(args[++i]) },
                "--out" => settings with { Out = args[++i] },
                var name => settings with { Names = [.. settings.Names, name] },
            };
        }

        return settings.Names.Count == 0 ? settings with { Names = All } : settings;
    }
}
