using System.Globalization;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation;

/// <summary>Collects findings; keeps the first 200 that block and the first 200 that do not, and counts the rest.</summary>
internal sealed class FindingList
{
    public const int Limit = 200;

    private readonly List<Finding> _findings = [];
    private int _blocking;
    private int _others;

    public bool HasBlocking => _blocking > 0;

    public void Add(Finding finding)
    {
        if ((finding.Blocks ? ++_blocking : ++_others) <= Limit)
        {
            _findings.Add(finding);
        }
    }

    public void Add(string rule, SourceCell? cell, string found, string expected) =>
        Add(new Finding(rule, cell, found, expected));

    /// <summary>The findings in order, with one that counts those left out.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        List<Finding> all = [.. _findings];
        if (_blocking > Limit)
        {
            all.Add(Rest(RuleNumbers.MoreBlocking, _blocking));
        }

        if (_others > Limit)
        {
            all.Add(Rest(RuleNumbers.MoreQuestionable, _others));
        }

        return all;
    }

    private static Finding Rest(string rule, int count) => new(
        rule, Cell: null, count.ToString(CultureInfo.InvariantCulture), Limit.ToString(CultureInfo.InvariantCulture));
}
