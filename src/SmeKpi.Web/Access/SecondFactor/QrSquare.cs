using QRCoder;

namespace SmeKpi.Web.Access.SecondFactor;

/// <summary>A QR code as the path of an SVG, one unit a module, with the quiet zone that readers need.</summary>
internal sealed record QrSquare(int Size, string Path)
{
    public static QrSquare Of(string text)
    {
        using QRCodeGenerator generator = new();
        using QRCodeData data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        IEnumerable<string> modules = data.ModuleMatrix.SelectMany((row, y) => row.Cast<bool>()
            .Select((dark, x) => dark ? FormattableString.Invariant($"M{x} {y}h1v1h-1z") : string.Empty));
        return new QrSquare(data.ModuleMatrix.Count, string.Concat(modules));
    }
}
