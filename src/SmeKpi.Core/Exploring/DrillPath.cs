using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>The fixed ways from an answer to the next question.</summary>
public enum DrillKind
{
    ByBank,

    ByBankType,

    ByArea,
}

/// <param name="Question">What is asked next.</param>
public sealed record DrillPath(DrillKind Kind, Exploration Question)
{
    /// <summary>Where a row or column of an answer leads: a bank to its areas, an area to its banks, types to banks, a month to its areas.</summary>
    public static IReadOnlyList<DrillPath> Of(ExplorationFrame frame, PivotHead head)
    {
        Exploration narrow = Narrow(frame, head);
        return head.Members switch
        {
            [.., { Axis: ExplorationAxis.Bank, Code.Length: > 0 }] => [By(DrillKind.ByArea, narrow)],
            [.., { Axis: ExplorationAxis.BankType }] => [By(DrillKind.ByBank, narrow)],
            [.., { Axis: ExplorationAxis.Area, Code: var area }] => area == frame.City && frame.OfTotals
                ? [By(DrillKind.ByArea, narrow), By(DrillKind.ByBank, narrow)]
                : [By(DrillKind.ByBank, narrow)],
            [.., { Axis: ExplorationAxis.Month }] => [By(DrillKind.ByArea, narrow), By(DrillKind.ByBank, narrow)],
            _ => [By(DrillKind.ByArea, narrow), By(DrillKind.ByBankType, narrow), By(DrillKind.ByBank, narrow)],
        };
    }

    /// <summary>A sum by those it was added up from.</summary>
    public static Exploration OfSum(ExplorationFrame frame, PivotHead? row, PivotHead? column)
    {
        Exploration narrow = Narrow(frame, new PivotHead([.. row?.Members ?? [], .. column?.Members ?? []]));
        return By(frame.Banks.Count > 1 ? DrillKind.ByBank : DrillKind.ByArea, narrow, keepAreas: true).Question;
    }

    private static DrillPath By(DrillKind kind, Exploration narrow, bool keepAreas = false)
    {
        BankChoice banks = kind is DrillKind.ByBank or DrillKind.ByBankType && narrow.Banks.Kind == BankChoiceKind.Total
            ? BankChoice.All
            : narrow.Banks;
        ExplorationAxis axis = kind switch
        {
            DrillKind.ByBank => ExplorationAxis.Bank,
            DrillKind.ByBankType => ExplorationAxis.BankType,
            _ => ExplorationAxis.Area,
        };
        bool oneSeries = narrow.Indicators.Count == 1 && narrow.Scopes.Count < 2;
        return new DrillPath(kind, narrow with
        {
            Banks = banks,
            EveryCounty = kind == DrillKind.ByArea && !keepAreas || narrow.EveryCounty,
            Areas = kind == DrillKind.ByArea && !keepAreas ? [] : narrow.Areas,
            Rows = oneSeries ? [axis] : narrow.Scopes.Count < 2 ? [ExplorationAxis.Indicator, axis] : [ExplorationAxis.Indicator, ExplorationAxis.Scope, axis],
            Columns = [ExplorationAxis.Month],
        });
    }

    /// <summary>The same question for the members of one head only, without what chose among rows.</summary>
    private static Exploration Narrow(ExplorationFrame frame, PivotHead head)
    {
        Exploration question = frame.Question with { Above = null, Below = null, MissingOnly = false, Sort = null };
        foreach (ExplorationMember member in head.Members)
        {
            question = member.Axis switch
            {
                ExplorationAxis.Indicator => question with { Indicators = [member.Code] },
                ExplorationAxis.Scope => question with { Scopes = [member.Code] },
                ExplorationAxis.Bank => member.Code.Length == 0 ? question : question with { Banks = BankChoice.Of(member.Code) },
                ExplorationAxis.BankType => question with { Banks = BankChoice.OfTypes(ExplorationWords.BankTypes[member.Code]) },
                ExplorationAxis.Area => question with { Areas = [member.Code], EveryCounty = false },
                _ => question with { From = YearMonth.Parse(member.Code), To = YearMonth.Parse(member.Code) },
            };
        }

        return question;
    }
}
