using System.Security.Cryptography;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Commands;

/// <summary>Holds what is stored against the files it came from, which the database keeps byte by byte.</summary>
internal static class StoredFiles
{
    /// <returns>One line for each file that changed and each figure that its file does not give.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(
        IServiceProvider services, CancellationToken cancellationToken)
    {
        ImportReader imports = services.GetRequiredService<ImportReader>();
        ILookup<int, Figure> stored =
            await services.GetRequiredService<ObservationReader>().ByImportAsync(cancellationToken);
        SourceContexts sources = services.GetRequiredService<SourceContexts>();
        List<string> problems = [];
        foreach (StoredImport import in await imports.NewestAsync(int.MaxValue, cancellationToken))
        {
            SourceFile? file = await imports.FileAsync(import.Id, cancellationToken);
            if (file is null || Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)) != import.Sha256)
            {
                problems.Add($"file: {import.FileName} is not kept as it arrived");
                continue;
            }

            SourceContext context = await sources.OfImportAsync(import.Id, file, cancellationToken);
            problems.AddRange(Differences(import, SourceParser.Parse(file, context), [.. stored[import.Id]]));
        }

        return problems;
    }

    private static IEnumerable<string> Differences(
        StoredImport import, ParsedFile parsed, IReadOnlyList<Figure> stored)
    {
        Dictionary<(SeriesKey, YearMonth), Figure> figures =
            parsed.Figures.ToDictionary(figure => (figure.Series, figure.Month));
        foreach (Figure figure in stored)
        {
            Figure? said = figures.GetValueOrDefault((figure.Series, figure.Month));
            if (said != figure)
            {
                yield return $"figure: {import.FileName} {figure.Cell}: {figure.Series.Indicator} {figure.Month} is "
                    + $"stored as {figure.Value?.ToString() ?? "–"}, the file says {said?.Value?.ToString() ?? "–"}";
            }
        }

        if (parsed.Figures.Count > 0 && stored.Count != import.Stored)
        {
            yield return $"file: {import.FileName} gave {import.Stored} values, but {stored.Count} are stored";
        }
    }
}
