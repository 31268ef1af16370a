
namespace SmeKpi.Core.Validation;

/// <summary>One rule of the catalogue. Its number's first letter is its consequence, its words are in RuleMessages.resx.</summary>
public interface IRule
{
    string Number { get; }

    /// <summary>What must hold, in symbols that need no translation.</summary>
    string Formula { get; }

    /// <returns>One finding for each breach, in the order of the file; empty when the rule holds.</returns>
    IEnumerable<Finding> Check(ParsedFile file, CheckContext context);
}
