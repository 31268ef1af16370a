using System.Text.Json.Serialization;
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
    /// <summary>The severity in force when it is another one than the letter of the rule says; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Severity? Changed { get; init; }

    /// <summary>The consequence: what the letter of the rule says, unless the catalogue has changed it.</summary>
    [JsonIgnore]
    public Severity Severity
    {
        get => Changed ?? OfLetter(Rule);
        init => Changed = value == OfLetter(Rule) ? null : value;
    }

    /// <summary>True when the finding keeps the file out.</summary>
    public bool Blocks => Severity is Severity.Unreadable or Severity.Invalid;

    /// <summary>The consequence that the first letter of a rule's number stands for.</summary>
    /// <exception cref="InvalidOperationException">It is not the number of a rule.</exception>
    public static Severity OfLetter(string rule) => rule[0] switch
    {
        'S' => Severity.Unreadable,
        'V' => Severity.Invalid,
        'Q' => Severity.Questionable,
        'M' => Severity.Aggregate,
        _ => throw new InvalidOperationException($"'{rule}' is not the number of a rule."),
    };
}
