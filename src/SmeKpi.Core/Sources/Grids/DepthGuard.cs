using AngleSharp.Dom;

namespace SmeKpi.Core.Sources.Grids;

/// <summary>Ends the parsing of a page whose elements nest deeper than those of any table.</summary>
/// <remarks>
/// For each block the parser looks at all that are open around it, so the work grows with the square of the depth: a
/// page of unclosed blocks would take hours. A limit of the tree's depth alone leaves that work.
/// </remarks>
internal sealed class DepthGuard
{
    public const int MaxDepth = 200;
    private const int Interval = 61;

    private IElement? _before;
    private int _created;

    /// <exception cref="TooDeepException">The element made before lies too deep.</exception>
    public void Created(IElement element)
    {
        // An element has its place only after it was made, and depth grows by one an element at most.
        if (++_created % Interval == 0 && _before is { } before && Depth(before) >= MaxDepth - Interval)
        {
            throw new TooDeepException();
        }

        _before = element;
    }

    private static int Depth(INode node)
    {
        int depth = 0;
        for (INode? at = node; at is not null; at = at.Parent)
        {
            depth++;
        }

        return depth;
    }

    public sealed class TooDeepException : Exception;
}
