using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Browser.Tests;

/// <summary>A shortened copy of the law: enough text, numbers and readings to fill the pages.</summary>
public static class SamplePolicy
{
    private static readonly YearMonth s_from = new(2025, 7);
    private static readonly YearMonth s_until = new(2026, 12);

    private static readonly LocalizedText s_text = new("按措施原文计算。", "As the text of the measure says.");

    public static PolicyDocument Document { get; } = new()
    {
        Id = "yancheng-2025",
        Title = new("关于加强全市中小微企业融资支持的若干措施", "Measures to support the financing of small businesses"),
        Number = "盐政办发〔2025〕0号",
        Released = new DateOnly(2025, 7, 1),
        ValidUntil = new DateOnly(2026, 12, 31),
        Version = "sample",
        Departments =
        [
            new("gov", new("市政府办", "General Office of the Municipal Government")),
            new("pboc", new("人民银行盐城市分行", "PBoC Yancheng Branch")),
            new("nfra", new("盐城金融监管分局", "NFRA Yancheng Office")),
        ],
        Measures =
        [
            Measure(1, "保持金融供给稳步增长", "Keep credit supply growing",
                "充分发挥银行信贷融资主渠道作用。2025年全市新增贷款2000亿元,各项贷款增速不低于15%,普惠型小微企业贷款增速不低于各项贷款增速。"),
            Measure(2, "统筹用好财政贴息政策", "Use interest subsidies together", "积极争取省制造业贷款财政贴息政策。"),
            Measure(3, "加快金融产品创新", "Speed up new financial products", "探索将再担保或保险纳入现有政银担风险共担体系。"),
            Measure(4, "发挥保险风险保障作用", "Let insurance carry risk",
                "对购买产品质量保险的高新技术企业,按不超过实际缴纳保费的30%给予补贴,每年每家企业最高不超过10万元。"),
            Measure(5, "做强政府性融资担保体系", "Strengthen public guarantees", "持续扩大融资担保业务规模。"),
            Measure(6, "持续优化续贷机制", "Make renewals easier", "阶段性扩展至2027年9月30日前到期的中型企业流动资金贷款。"),
            Measure(7, "壮大优质投资基金规模", "Grow investment funds", "经备案的天使投资机构投资种子期科技企业给予奖励。"),
            Measure(8, "进一步降低企业综合融资成本", "Lower the cost of financing",
                "推动全市贷款量价平衡、利率稳中有降,力争2025年全市企业贷款加权平均利率较上年下降30 BP。"),
            Measure(9, "大力提升金融服务效能", "Improve financial services", "持续推进首贷扩面工作。"),
            Measure(10, "强化考核激励导向作用", "Give the right incentives",
                "认真执行“普惠型小微企业贷款不良率不高于各项贷款不良率3个百分点以内”的容忍度标准。"),
        ],
        Provisions =
        [
            Target("M01.1", 1, "2025年全市新增贷款2000亿元", "新增贷款", "Net new loans", Unit.Yuan, 200_000_000_000m, ["ruling", "rmb", "adjusted"]),
            Target("M01.2", 1, "各项贷款增速不低于15%", "各项贷款增速", "Growth of all loans", Unit.Percent, 15m, ["ruling", "since-year-start", "rmb", "plain"]),
            Target("M01.3", 1, "普惠型小微企业贷款增速不低于各项贷款增速", "普惠小微贷款增速与各项贷款增速之差", "Inclusive growth less growth of all loans", Unit.Points, 0m, ["ruling", "since-year-start", "pboc"], eachBank: true),
            Parameter("M04.1", 4, "不超过实际缴纳保费的30%", "保费补贴比例", "Premium subsidy", ProvisionKind.SubsidyRate, Unit.Percent, 30m, null),
            Parameter("M04.2", 4, "每年每家企业最高不超过10万元", "保费补贴上限", "Ceiling of the premium subsidy", ProvisionKind.Cap, Unit.Yuan, 100_000m, null),
            Parameter("M06.1", 6, "2027年9月30日前到期", "续贷到期期限", "Renewal of loans due", ProvisionKind.EligibilityDate, null, null, new DateOnly(2027, 9, 30)),
            Target("M08.1", 8, "力争2025年全市企业贷款加权平均利率较上年下降30 BP", "企业贷款加权平均利率降幅", "Decline in the weighted average corporate rate", Unit.BasisPoints, 30m, ["ruling", "same-months", "month"]) with { Wording = Wording.Strive },
            Target("M10.1", 10, "普惠型小微企业贷款不良率不高于各项贷款不良率3个百分点以内", "普惠小微与各项贷款不良率之差", "NPL ratio gap of inclusive loans", Unit.Points, 3m, ["ruling"], eachBank: true) with
            {
                Kind = ProvisionKind.Tolerance,
                Compare = Comparison.AtMost,
                AnnualValues = new Dictionary<int, decimal>(),
                StandingValue = 3m,
                InForceFrom = new YearMonth(2025, 1),
            },
        ],
    };

    private static Measure Measure(int number, string zh, string en, string text) => new(
        number, new(zh, en), text, number == 6 ? ["nfra"] : ["gov", "pboc", "nfra"],
        new("本条要点:" + zh + "。", "In short: " + en + "."));

    private static Provision Target(
        string id, int measure, string quote, string zh, string en, Unit unit, decimal value, string[] readings,
        bool eachBank = false) => new()
    {
        Id = id,
        Measure = measure,
        Quote = quote,
        Name = new(zh, en),
        Kind = ProvisionKind.Target,
        Wording = Wording.Binding,
        Compare = Comparison.AtLeast,
        Unit = unit,
        AnnualValues = new Dictionary<int, decimal> { [2025] = value },
        StandingValue = null,
        DateValue = null,
        InForceFrom = s_from,
        InForceUntil = s_until,
        Readings = [.. readings.Select(name => new ReadingDefinition(
            name, name == "ruling", ReadingTitle(name), s_text, IndicatorCodes.LoansAll, ScopeCodes.RmbFx))],
        BehindUpTo = 1m,
        BindsEachBank = eachBank,
        Responsible = ["pboc"],
    };

    private static Provision Parameter(
        string id, int measure, string quote, string zh, string en, ProvisionKind kind, Unit? unit, decimal? value,
        DateOnly? date) => Target(id, measure, quote, zh, en, Unit.Percent, 0m, []) with
    {
        Kind = kind,
        Unit = unit,
        Compare = Comparison.AtMost,
        AnnualValues = new Dictionary<int, decimal>(),
        StandingValue = value,
        DateValue = date,
    };

    private static LocalizedText ReadingTitle(string name) => name switch
    {
        "ruling" => new("本外币,同比", "RMB and foreign currency"),
        "rmb" => new("人民币口径", "RMB only"),
        "adjusted" => new("还原口径", "Adjusted for write-offs"),
        "since-year-start" => new("较年初", "Since the start of the year"),
        "plain" => new("不作可比调整", "Without coverage adjustments"),
        "pboc" => new("人民银行口径", "PBoC definition"),
        "same-months" => new("与上年同期比", "Against the same months"),
        _ => new("单月同比", "Single month"),
    };
}
