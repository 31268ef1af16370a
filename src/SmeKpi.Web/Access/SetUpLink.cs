using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Access;

/// <summary>Outside a demonstration, as long as there is no account: an address for whoever reads the console.</summary>
internal sealed class SetUpLink(LinkDesk links, SiteMode mode, Settings settings)
{
    public async Task PrintAsync(TextWriter console, CancellationToken cancellationToken)
    {
        if (!mode.IsDemo && await links.IssueSetUpAsync(cancellationToken) is { } link)
        {
            await console.WriteLineAsync("No account yet. The first one, works once and for 24 hours:");
            await console.WriteLineAsync($"  {WholeAddress(settings, link)}");
        }
    }

    /// <summary>The address to open on this machine.</summary>
    public static string WholeAddress(Settings settings, IssuedLink link) => settings.Urls[0]
        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal)
        .Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal)
        .TrimEnd('/') + link.Path;
}
