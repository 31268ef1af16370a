using Hangfire;
using Hangfire.Logging;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Jobs;

public sealed class JobLogsTests(SeededDatabase seeded)
{
    /// <summary>The library keeps one log for the process: a program that ended must not take the others' jobs with it.</summary>
    [Fact]
    public async Task Log_ProgramThatSetItHasEnded_DoesNotThrow()
    {
        using TemporaryFolder folder = new();
        await using (ProgramServices ended = new(await seeded.CopyEmptyAsync(folder)))
        {
            _ = ended.Get<IGlobalConfiguration>();
        }

        Assert.Null(Record.Exception(() => LogProvider.GetLogger("any").Log(LogLevel.Error, () => "nobody reads this")));
    }
}
