using Microsoft.Extensions.Localization;
using SmeKpi.Core.Validation;

namespace SmeKpi.Web.Formatting;

/// <summary>What a finding says in the reader's language.</summary>
public sealed class RuleWords(IStringLocalizerFactory localizers)
{
    private readonly IStringLocalizer _messages =
        localizers.Create("SmeKpi.Core.Validation.RuleMessages", "SmeKpi.Core");

    /// <returns>The message of the rule; for a rule without one what was found and what was expected.</returns>
    public string Message(Finding finding)
    {
        LocalizedString message = _messages[finding.Rule];
        return message.ResourceNotFound
            ? $"{finding.Found} \u2192 {finding.Expected}"
            : message.Value
                .Replace("{found}", finding.Found, StringComparison.Ordinal)
                .Replace("{expected}", finding.Expected, StringComparison.Ordinal)
                .Replace("{cell}", finding.Cell?.ToString() ?? "", StringComparison.Ordinal);
    }
}
