using Microsoft.Extensions.Localization;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Resources;

namespace SmeKpi.Web.Formatting;

/// <summary>What the line of somebody else's figures is called: whose they are and in which scope.</summary>
public sealed class BesideWords(QuantityFormatter format, IStringLocalizer<CockpitStrings> text)
{
    public string Name(BesideView beside) =>
        text["LineOf", beside.Name.In(format.Culture), text[$"Scope_{beside.Scope}"].Value];
}
