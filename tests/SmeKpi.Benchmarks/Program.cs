using SmeKpi.Benchmarks;

// dotnet run -c Release --project tests/SmeKpi.Benchmarks [-- start import tidy filing cockpit explorer] [--rounds N] [--program FILE] [--out FILE]
if (args is ["--hello", var url])
{
    await HelloWeb.RunAsync(url);
    return 0;
}

Settings settings = Settings.Of(args);
using Workplace place = new();
Report report = new();
foreach (string name in settings.Names)
{
    Console.Error.WriteLine($"== {name}");
    report.Add(name switch
    {
        "start" => await StartBenchmark.RunAsync(place, settings.Rounds),
        "cockpit" => await CockpitBenchmark.RunAsync(place, settings.Rounds, settings.Program),
        "import" => await ImportBenchmark.RunAsync(place, settings.Rounds),
        "filing" => await FilingBenchmark.RunAsync(place, settings.Rounds),
        "tidy" => await TidyBenchmark.RunAsync(place, settings.Rounds),
        "explorer" => await ExplorerBenchmark.RunAsync(place, settings.Rounds, settings.Program),
        _ => throw new ArgumentException($"No benchmark is called {name}: {string.Join(", ", Settings.All)}."),
    });
}

string markdown = report.ToMarkdown(settings.Rounds);
Console.WriteLine(markdown);
if (settings.Out is { } path)
{
    await File.WriteAllTextAsync(path, markdown);
}

return 0;
