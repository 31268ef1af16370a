using System.Globalization;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Templates;

/// <summary>A blank file that a reporter fills in and files.</summary>
/// <param name="Id">Its name in addresses, as s71-i; small letters, digits and hyphens.</param>
/// <param name="Layout">The layout in which the filled-in file is read, as nfra-s71-i.</param>
/// <param name="FileName">The name under which it is offered, the same in both languages.</param>
/// <param name="Make">Makes the file in Chinese for any Chinese culture, in English for all others.</param>
public sealed record Template(
    string Id, string Layout, LocalizedText Title, string FileName, Func<CultureInfo, byte[]> Make);
