using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SmeKpi.Web.Tests.Support;

/// <summary>Lets every browser of a test sit at an address of its own, or every request at another one.</summary>
internal sealed class ManyAddresses : IStartupFilter
{
    public const string Header = "X-Test-Address";

    private static int s_requests;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            string said = context.Request.Headers[Header].ToString();
            context.Connection.RemoteIpAddress = said.Length > 0 ? IPAddress.Parse(said) : Another();
            return following(context);
        });
        next(app);
    };

    private static IPAddress Another()
    {
        int number = Interlocked.Increment(ref s_requests);
        return new IPAddress([10, (byte)((number >> 16) & 255), (byte)((number >> 8) & 255), (byte)(number & 255)]);
    }
}
