using Microsoft.Extensions.Localization;
using SmeKpi.Core.Validation;
using SmeKpi.Web.Resources;

namespace SmeKpi.Web.Components.Filing;

/// <summary>What pages say about rules.</summary>
internal static class RuleWords
{
    public static string Validity(RuleEntry entry, IStringLocalizer<RuleStrings> text) => (entry.ValidFrom, entry.ValidTo) switch
    {
        (null, null) => text["Always"],
        ({ } from, null) => text["From", from],
        (null, { } to) => text["Until", to],
        ({ } from, { } to) => text["Between", from, to],
    };
}
