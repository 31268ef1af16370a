using System.CommandLine;
using System.Globalization;
using SmeKpi.Core.Demo;
using SmeKpi.Core.Sources;

namespace SmeKpi.Web.Commands;

/// <summary>`smekpi demo`: writes synthetic, marked returns of fictional banks.</summary>
internal static class DemoCommand
{
    private static readonly Option<DirectoryInfo> s_out = new("--out")
    {
        Description = "Directory to write into; must be empty or new",
        Required = true,
    };

    private static readonly Option<int> s_banks = new("--banks")
    {
        Description = "How many banks",
        DefaultValueFactory = _ => DemoOptions.Default.Banks,
    };

    private static readonly Option<int> s_months = new("--months")
    {
        Description = "How many months from 2022-12 on",
        DefaultValueFactory = _ => DemoOptions.Default.Months,
    };

    private static readonly Option<ulong> s_seed = new("--seed")
    {
        Description = "Another seed gives another city",
        DefaultValueFactory = _ => DemoOptions.Default.Seed,
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

        DemoOptions options = new(result.GetValue(s_banks), result.GetValue(s_months), result.GetValue(s_seed));
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
