using System.CommandLine;
using System.Text.Json;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Parsing;

/// <summary>`smekpi parse`: reads one file from standard input and prints what it holds. For <see cref="LimitedParser"/> only.</summary>
/// <remarks>It opens no database, no file but the program's own data, and no connection.</remarks>
internal static class ParseCommand
{
    public const string Name = "parse";

    public static Command Create()
    {
        Command command = new(Name, "Read one file in a process of its own") { Hidden = true };
        command.SetAction((_, cancellationToken) => RunAsync(
            Console.OpenStandardInput(), Console.OpenStandardOutput(), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        using MemoryStream all = new();
        await input.CopyToAsync(all, cancellationToken);
        ReadOnlyMemory<byte> bytes = all.GetBuffer().AsMemory(0, (int)all.Length);
        int end = bytes.Span.IndexOf((byte)'\n');
        ParsingOrder order = JsonSerializer.Deserialize(bytes.Span[..end], ParsingJson.Order)
            ?? throw new FormatException("There is no order.");
        SourceFile file = new(order.FileName, bytes[(end + 1)..]);
        if (order.Window is { } cell)
        {
            await JsonSerializer.SerializeAsync(output, CellWindows.Read(file, cell), ParsingJson.Window, cancellationToken);
            return Commands.CommandLine.Accepted;
        }

        ParsedFile parsed = SourceParser.Parse(file, order.ToContext(Law.LoadSources()));
        await JsonSerializer.SerializeAsync(output, parsed, ParsingJson.Result, cancellationToken);
        return Commands.CommandLine.Accepted;
    }
}
