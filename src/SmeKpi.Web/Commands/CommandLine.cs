using System.CommandLine;
using System.Text;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Sources;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Parsing;

namespace SmeKpi.Web.Commands;

/// <summary>The list of commands; without one the program serves.</summary>
internal static class CommandLine
{
    public const int Accepted = 0;
    public const int Failed = 1;
    public const int Rejected = 2;

    /// <summary>Filed, and waits for reasons or a signature.</summary>
    public const int Waits = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        InvocationConfiguration configuration = new()
        {
            // The host handles termination itself, and a bug must show its stack trace.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await Root().Parse(args).InvokeAsync(configuration);
        }
        catch (Exception wrong) when (wrong is SettingsException or DataFileException or SourceNoteException
            or AuditException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return Failed;
        }
    }

    private static RootCommand Root()
    {
        RootCommand root = new("SmeKpi: does the city keep its promises on lending to small businesses?");
        foreach (Option option in CommonOptions.All.Concat(ServeCommand.HostOptions))
        {
            root.Options.Add(option);
        }

        root.SetAction(ServeCommand.RunAsync);
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(WorkCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(ComputeCommand.Create());
        root.Subcommands.Add(KpiCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(AccountCommand.Create());
        root.Subcommands.Add(ParseCommand.Create());
        return root;
    }
}
