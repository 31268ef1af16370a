namespace SmeKpi.Web.Readers;

/// <summary>A piece of the law's text, quoted by a provision or not.</summary>
public sealed record TextPiece(string Text, bool IsQuote)
{
    /// <summary>Cuts a text at its quotes; put together again, the pieces are the text.</summary>
    /// <remarks>A quote that does not occur marks nothing; quotes that overlap are marked as one.</remarks>
    public static IReadOnlyList<TextPiece> Split(string text, IEnumerable<string> quotes)
    {
        var marked = new bool[text.Length];
        foreach (string quote in quotes.Where(quote => quote.Length > 0))
        {
            int at = text.IndexOf(quote, StringComparison.Ordinal);
            if (at >= 0)
            {
                marked.AsSpan(at, quote.Length).Fill(true);
            }
        }

        List<TextPiece> pieces = [];
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start + 1;
            while (end < text.Length && marked[end] == marked[start])
            {
                end++;
            }

            pieces.Add(new TextPiece(text[start..end], marked[start]));
        }

        return pieces;
    }
}
