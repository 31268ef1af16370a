using System.CommandLine;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Storage;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Seeding;

namespace SmeKpi.Web.Commands;

/// <summary>`smekpi import`: recognise, check and store files, print the report.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> s_paths = new("path")
    {
        Description = "Files or folders",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> s_month = new("--month")
    {
        Description = "The month the files must speak of, yyyy-MM",
    };

    private static readonly Option<string?> s_as = new("--as")
    {
        Description = "Who brings the files; somebody of a bank files them, and they wait for reasons and a signature",
    };

    private static readonly Option<bool> s_noCompute = new("--no-compute")
    {
        Description = "Store only; readings are computed by the next command or start that needs them",
    };

    public static Command Create()
    {
        Command command = new("import", "Recognise, check and store files")
        {
            s_paths, s_month, s_as, s_noCompute,
        };
        command.SetAction((result, cancellationToken) => DataHost.RunAsync(
            result, services => RunAsync(result, services, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult result, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (PathList.Find(result.GetRequiredValue(s_paths), out string? missing) is not { Count: > 0 } paths)
        {
            await Console.Error.WriteLineAsync($"'{missing}' is neither a file nor a folder with files");
            return CommandLine.Failed;
        }

        YearMonth? month = null;
        if (result.GetValue(s_month) is { } text)
        {
            if (!YearMonth.TryParse(text, out YearMonth given))
            {
                await Console.Error.WriteLineAsync($"--month: '{text}'; expected yyyy-MM, as in 2025-06");
                return CommandLine.Failed;
            }

            month = given;
        }

        if (await FilingLines.FilerAsync(services, result.GetValue(s_as), cancellationToken) is { } filer)
        {
            return await FilingLines.RunAsync(services, paths, month, filer, cancellationToken);
        }

        string actor = result.GetValue(s_as) ?? Environment.UserName;
        IReadOnlyList<ImportReport> reports = await ImportAsync(services, paths, month, actor, cancellationToken);
        foreach (ImportReport report in reports)
        {
            ImportLines.Print(report);
        }

        // Not only when something was stored: an earlier run may have been killed between storing and computing.
        ReadingComputer computer = services.GetRequiredService<ReadingComputer>();
        if (!result.GetValue(s_noCompute) && !await computer.IsCurrentAsync(cancellationToken))
        {
            await computer.ComputeAsync(cancellationToken: cancellationToken);
        }

        ImportLines.PrintTotals(reports);
        return reports.Any(report => report.Outcome == ImportOutcome.Refused) ? CommandLine.Rejected : CommandLine.Accepted;
    }

    private static async Task<IReadOnlyList<ImportReport>> ImportAsync(
        IServiceProvider services,
        IReadOnlyList<string> paths,
        YearMonth? month,
        string actor,
        CancellationToken cancellationToken)
    {
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        IEnumerable<SeedFile> files = paths.Select(path => new SeedFile(
            new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)),
            new ImportRequest(actor)
            {
                KnownSince = now,
                Source = SourceNotes.Beside(path),
                UploadedBy = AuditActor.Console(Environment.UserName),
            }));
        StatisticsImporter importer = services.GetRequiredService<ImporterFactory>().For(month);
        return await importer.RecordRefusalsAsync(
            await importer.ImportManyAsync(files, new ImportProgressLines(), cancellationToken), cancellationToken);
    }
}
