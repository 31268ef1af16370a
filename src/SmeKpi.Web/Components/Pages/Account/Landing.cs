using SmeKpi.Web.Components.Layout;

namespace SmeKpi.Web.Components.Pages.Account;

/// <summary>Where a sign-in leads.</summary>
internal static class Landing
{
    /// <summary>What everybody who is signed in may see.</summary>
    public const string Own = "/account";

    /// <returns>The address the person came from when it is on this site; else the own account.</returns>
    public static string Of(string? back) => PageAddress.LocalOrHome(back) is var local && local != "/" ? local : Home(back);

    // The overview is what most come for; who came from nowhere is led to what every role has.
    private static string Home(string? back) => back == "/" ? "/" : Own;
}
