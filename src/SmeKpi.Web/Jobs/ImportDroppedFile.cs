using SmeKpi.Core.Auditing;
using SmeKpi.Core.Sources;
using SmeKpi.Storage;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Parsing;

namespace SmeKpi.Web.Jobs;

/// <summary>Imports one file of the drop folder and asks for the computation of what it changed.</summary>
/// <remarks>
/// The figures and the end of the work are stored in one transaction. Killed after it, the next look at the folder
/// finds the bytes stored and only moves the file.
/// </remarks>
internal sealed partial class ImportDroppedFile(
    ImporterFactory importers,
    LimitedParser parser,
    DropFolder folder,
    WorkDesk desk,
    Meters meters,
    ILogger<ImportDroppedFile> logger)
{
    private readonly StatisticsImporter _importer = importers.For(parser);

    /// <summary>Nobody signs in to put a file there: the folder itself is named.</summary>
    public static AuditActor Actor { get; } = new("drop-folder");

    public async Task RunAsync(WorkItem item, Fence fence, CancellationToken cancellationToken)
    {
        ImportArgument argument = ImportArgument.Parse(item.Argument);
        if (await DropFolder.ReadAsync(argument, cancellationToken) is not { } content)
        {
            // Taken away or overwritten: the next look at the folder finds what is there now.
            await desk.CompleteAsync(fence, cancellationToken);
            return;
        }

        SourceFile file = new(Path.GetFileName(argument.Path), content);
        ImportReport report = await _importer.ImportAsync(
            file, new ImportRequest(Actor.Name) { Fence = fence, UploadedBy = Actor }, cancellationToken);
        meters.Imported(report.Outcome, report.Stored);
        Imported(file.Name, report.Outcome, report.Stored, report.Unchanged);
        switch (report.Outcome)
        {
            case ImportOutcome.LeaseLost:
                return;
            case ImportOutcome.Refused:
                if (await _importer.RecordRefusalAsync(report, fence, cancellationToken) is not null)
                {
                    await folder.RefuseAsync(argument, report.Findings, cancellationToken);
                }

                return;
            default:
                folder.Accept(argument);
                await desk.EnqueueComputeAsync(cancellationToken);
                return;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{File}: {Outcome}, {Stored} stored, {Unchanged} unchanged")]
    private partial void Imported(string file, ImportOutcome outcome, int stored, int unchanged);
}
