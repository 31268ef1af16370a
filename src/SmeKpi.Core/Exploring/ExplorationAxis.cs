namespace SmeKpi.Core.Exploring;

/// <summary>What the rows and columns of a question may be.</summary>
public enum ExplorationAxis
{
    Indicator,

    /// <summary>口径</summary>
    Scope,

    Bank,

    BankType,

    Area,

    Month,
}

/// <summary>What is said of each figure.</summary>
public enum ExplorationMeasure
{
    Value,

    /// <summary>The difference to the month before; of a year-to-date flow what the month itself added.</summary>
    ChangeOnMonth,

    /// <summary>同比增减: the difference to the same month of the year before.</summary>
    ChangeOnYear,

    /// <summary>同比增速: that difference divided by the value of the year before.</summary>
    GrowthOnYear,

    /// <summary>比年初: the difference to last December; of flows what has flowed since January.</summary>
    SinceYearStart,

    /// <summary>占比: of a bank the share of its area, of an area the share of the city.</summary>
    ShareOfTotal,
}

/// <summary>The words that addresses use for axes, measures and bank types.</summary>
public static class ExplorationWords
{
    public static IReadOnlyDictionary<string, ExplorationAxis> Axes { get; } = new Dictionary<string, ExplorationAxis>
    {
        ["indicator"] = ExplorationAxis.Indicator,
        ["scope"] = ExplorationAxis.Scope,
        ["bank"] = ExplorationAxis.Bank,
        ["type"] = ExplorationAxis.BankType,
        ["area"] = ExplorationAxis.Area,
        ["month"] = ExplorationAxis.Month,
    };

    public static IReadOnlyDictionary<string, ExplorationMeasure> Measures { get; } = new Dictionary<string, ExplorationMeasure>
    {
        ["value"] = ExplorationMeasure.Value,
        ["change-month"] = ExplorationMeasure.ChangeOnMonth,
        ["change-year"] = ExplorationMeasure.ChangeOnYear,
        ["growth-year"] = ExplorationMeasure.GrowthOnYear,
        ["since-january"] = ExplorationMeasure.SinceYearStart,
        ["share"] = ExplorationMeasure.ShareOfTotal,
    };

    public static IReadOnlyDictionary<string, Statistics.BankType> BankTypes { get; } = new Dictionary<string, Statistics.BankType>
    {
        ["policy"] = Statistics.BankType.Policy,
        ["state"] = Statistics.BankType.State,
        ["joint-stock"] = Statistics.BankType.JointStock,
        ["city"] = Statistics.BankType.City,
        ["rural"] = Statistics.BankType.Rural,
        ["village"] = Statistics.BankType.Village,
        ["foreign"] = Statistics.BankType.Foreign,
    };

    public static string Of(ExplorationAxis axis) => Axes.Single(each => each.Value == axis).Key;

    public static string Of(ExplorationMeasure measure) => Measures.Single(each => each.Value == measure).Key;

    public static string Of(Statistics.BankType type) => BankTypes.Single(each => each.Value == type).Key;
}
