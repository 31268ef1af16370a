using Deque.AxeCore.Commons;

namespace SmeKpi.Browser.Tests;

/// <summary>How pages are checked: every rule, without the list of what was found to be right, which is most of the work.</summary>
internal static class Axe
{
    public static AxeRunOptions Options { get; } = new() { ResultTypes = [ResultType.Violations] };
}
