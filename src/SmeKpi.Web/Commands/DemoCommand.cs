using System.CommandLine;
using System.Globalization;
using SmeKpi.Core.Demo;
using SmeKpi.Core.Sources;

namespace SmeKpi.Web.Commands;

/// <summary>`smekpi demo`: writes synthetic, marked returns of fictional banks.</summary>
internal static class DemoCommand
{
    private static readonly DemoOptions s_default = new();

    private static readonly Option<DirectoryInfo> s_out = new("--out")
    {
        Description = "Directory to write into; must be empty or new",
        Required = true,
    };

    private static readonly Option<int> s_banks = new("--banks")
    {
        Description = "How many banks",
        DefaultValueFactory = _ => s_default.Banks,
    };

    private static readonly Option<int> s_months = new("--months")
    {
        Description = "How many months from 2022-12 on",
        DefaultValueFactory = _ => s_default.Months,
    };

    private static readonly Option<ulong> s_seed = new("--seed")
    {
        Description = "Another seed gives another city",
        DefaultValueFactory = _ => s_default.Seed,
    };

    public static Command Create()
    {
        Command command = new("demo", "Write synthetic, marked returns of fictional banks")
        {
            s_out, s_banks, s_months, s_seed,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        DirectoryInfo target = result.GetRequiredValue(s_out);
        if (target.Exists && target.EnumerateFileSystemInfos().Any())
        {
            await Console.Error.WriteLineAsync($"--out: '{target.FullName}' is not empty; expected an empty or new directory");
            return CommandLine.Failed;
        }

        DemoOptions options = new()
        {
            Banks = result.GetValue(s_banks),
            Months = result.GetValue(s_months),
            Seed = result.GetValue(s_seed),
        };
        if (options.Problems() is { Count: > 0 } problems)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, problems));
            return CommandLine.Failed;
        }

        int files = 0;
        foreach (SourceFile file in DemoCity.Generate(options))
        {
            string path = Path.Combine(target.FullName, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Content, cancellationToken);
            files++;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{files} synthetic files of {options.Banks} fictional banks in {target.FullName}"));
        return CommandLine.Accepted;
    }
}
