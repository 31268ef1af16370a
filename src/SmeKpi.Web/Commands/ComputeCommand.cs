using System.CommandLine;
using System.Globalization;
using SmeKpi.Core.Units;
using SmeKpi.Storage;

namespace SmeKpi.Web.Commands;

/// <summary>`smekpi compute`: computes readings and stores those that changed.</summary>
internal static class ComputeCommand
{
    private static readonly Option<string?> s_month = new("--month")
    {
        Description = "Only this month, yyyy-MM",
    };

    public static Command Create()
    {
        Command command = new("compute", "Compute readings") { s_month };
        command.SetAction((result, cancellationToken) => DataHost.RunAsync(
            result, services => RunAsync(result.GetValue(s_month), services, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? text, IServiceProvider services, CancellationToken cancellationToken)
    {
        YearMonth? month = null;
        if (text is not null)
        {
            if (!YearMonth.TryParse(text, out YearMonth given))
            {
                await Console.Error.WriteLineAsync($"--month: '{text}'; expected yyyy-MM, as in 2025-06");
                return CommandLine.Failed;
            }

            month = given;
        }

        ComputeReport report = await services.GetRequiredService<ReadingComputer>()
            .ComputeAsync(month, month, cancellationToken: cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Months.Count} months computed: {report.Stored.Stored} readings stored, {report.Stored.Unchanged} unchanged"));
        return CommandLine.Accepted;
    }
}
