using Hangfire.AspNetCore;
using Hangfire.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SmeKpi.Web.Jobs;

/// <summary>Where Hangfire writes its log to. There is one for the process, and it may outlive the program that set it.</summary>
internal sealed class JobLogs(ILoggerFactory loggers) : ILogProvider
{
    private static readonly AspNetCoreLogProvider s_nowhere = new(NullLoggerFactory.Instance);

    private readonly AspNetCoreLogProvider _program = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return _program.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return s_nowhere.GetLogger(name);
        }
    }
}
