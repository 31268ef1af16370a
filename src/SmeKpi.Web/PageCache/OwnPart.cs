namespace SmeKpi.Web.PageCache;

/// <summary>The place in a shared page where each reader's own part goes: name, role and the button that signs out.</summary>
internal static class OwnPart
{
    /// <summary>Stands in the page as it is kept; never sent.</summary>
    public const string Mark = "<!--own-part-->";

    private static readonly object s_drawing = new();

    /// <summary>Says that the page being drawn will be kept, so that nothing of this reader may get into it.</summary>
    public static void LeaveOut(HttpContext context) => context.Items[s_drawing] = true;

    public static bool IsLeftOut(HttpContext? context) => context?.Items.ContainsKey(s_drawing) == true;
}
