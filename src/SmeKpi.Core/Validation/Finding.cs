using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation;

public enum Severity
{
    /// <summary>S: the file cannot be read and is refused</summary>
    Unreadable,

    /// <summary>V: a row or value is wrong; the file is refused</summary>
    Invalid,

    /// <summary>Q: odd, stored, waits for a person</summary>
    Questionable,

    /// <summary>M: a total is implausible</summary>
    Aggregate,
}

/// <summary>What a rule has against a file: where, what was found, what form was expected.</summary>
/// <param name="Rule">The number of the rule, as in S101; its first letter is its consequence. Words are in RuleMessages.resx.</param>
/// <param name="Cell">Null when the finding is about the file as a whole.</param>
/// <param name="Found">The value found, as it stands in the file.</param>
/// <param name="Expected">The form or value expected, in symbols that need no translation.</param>
public sealed record Finding(string Rule, SourceCell? Cell, string Found, string Expected)
{
    public Severity Severity => Rule[0] switch
    {
        'S' => Severity.Unreadable,
        'V' => Severity.Invalid,
        'Q' => Severity.Questionable,
        'M' => Severity.Aggregate,
        _ => throw new InvalidOperationException($"'{Rule}' is not the number of a rule."),
    };

    /// <summary>True when the finding keeps the file out.</summary>
    public bool Blocks => Severity is Severity.Unreadable or Severity.Invalid;
}
