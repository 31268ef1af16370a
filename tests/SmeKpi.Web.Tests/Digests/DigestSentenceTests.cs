using SmeKpi.Core.Digest;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Digests;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Digests;

/// <summary>Every kind of sentence, whole and in both languages, from round numbers.</summary>
public sealed class DigestSentenceTests
{
    private static readonly YearMonth s_june = new(2025, 6);

    [Fact]
    public void TargetCount_SomeBehindAndSomeOpen_NamesThem()
    {
        DigestInput input = Input(
            Target("M01.1", Yi(1_100m), Standing.OnTrack, goal: Yi(2_000m)),
            Target("M01.2", Percent(14m), Standing.Behind, goal: Percent(15m)),
            Target("M01.3", null, Standing.Incomplete, goal: Points(0m)),
            Target("M10.1", Points(1m), Standing.Achieved, goal: Points(3m)));

        Says(
            input,
            FindingKind.TargetCount,
            "2025年6月评判4项目标：达成1项，达到进度1项，落后或未达成1项（M01.2 贷款增速），不能评判1项（M01.3 普惠增速差）。",
            "June 2025: of the targets in force (4), 1 reached, 1 on track, 1 behind or missed (M01.2 Loan growth), "
            + "1 not to be judged (M01.3 Inclusive growth gap).");
    }

    [Fact]
    public void TargetCount_AllGood_SomeBehind_SomeOpen_NoTarget_HaveTheirOwnWords()
    {
        TargetState good = Target("M01.1", Yi(1_100m), Standing.OnTrack, goal: Yi(2_000m));
        TargetState bad = Target("M08.1", Bp(10m), Standing.FarBehind, goal: Bp(30m));
        TargetState open = Target("M10.1", null, Standing.NotAssessable, goal: Points(3m));

        Says(
            Input(good), FindingKind.TargetCount,
            "2025年6月评判1项目标：达成0项，达到进度1项，没有落后的。",
            "June 2025: of the targets in force (1), 0 reached, 1 on track, none behind.");
        Says(
            Input(good, bad), FindingKind.TargetCount,
            "2025年6月评判2项目标：达成0项，达到进度1项，落后或未达成1项（M08.1 企业利率）。",
            "June 2025: of the targets in force (2), 0 reached, 1 on track, 1 behind or missed (M08.1 Corporate rate).");
        Says(
            Input(good, open), FindingKind.TargetCount,
            "2025年6月评判2项目标：达成0项，达到进度1项，不能评判1项（M10.1 不良率差）。",
            "June 2025: of the targets in force (2), 0 reached, 1 on track, 1 not to be judged (M10.1 NPL gap).");
        Says(
            Input(Target("M01.1", Yi(1_100m), Standing.NoTarget)), FindingKind.TargetCount,
            "2025年6月没有可以评判的目标，以下只是数值。",
            "No target is in force in June 2025; what follows are values only.");
    }

    [Fact]
    public void Completeness_BanksMissing_NamesThemForWhoeverMaySeeThem()
    {
        TargetState lacking = Target("M01.3", Points(1m), Standing.Incomplete, goal: Points(0m), received: 38) with
        {
            MissingBanks = [new("甲银行", "Bank A"), new("乙银行", "Bank B")],
        };

        Says(
            Input(lacking), FindingKind.Completeness,
            "M01.3 普惠增速差的银行数据不全：应报40家，已报38家，缺甲银行、乙银行；合计不能判为达到。",
            "M01.3 Inclusive growth gap: the banks are not all in (38 of 40; missing: Bank A, Bank B), so that the total cannot pass.");
        Says(
            Input(lacking with { MissingBanks = [] }), FindingKind.Completeness,
            "M01.3 普惠增速差的银行数据不全：应报40家，已报38家；合计不能判为达到。",
            "M01.3 Inclusive growth gap: the banks are not all in (38 of 40), so that the total cannot pass.");
        Says(
            Input(Target("M08.1", null, Standing.Incomplete, goal: Bp(30m))), FindingKind.Completeness,
            "M08.1 企业利率缺以前月份的数据，不能判为达到。",
            "M08.1 Corporate rate lacks figures of an earlier month, so that it cannot pass.");
        Assert.DoesNotContain(
            DigestSelector.Select(Input(Target("M01.3", Points(1m), Standing.OnTrack, goal: Points(0m)))),
            finding => finding.Kind == FindingKind.Completeness);
    }

    [Fact]
    public void StandingChange_DownUpAndMadeGood_SayFromWhere()
    {
        TargetState down = Target("M01.1", Yi(900m), Standing.Behind, goal: Yi(2_000m)) with
        {
            History = new StandingHistory(new(2025, 5), Standing.OnTrack, s_june, null),
        };
        TargetState up = Target("M01.1", Yi(900m), Standing.Behind, goal: Yi(2_000m)) with
        {
            History = new StandingHistory(new(2025, 5), Standing.FarBehind, new(2025, 5), null),
        };
        TargetState good = Target("M01.1", Yi(1_100m), Standing.OnTrack, goal: Yi(2_000m)) with
        {
            History = new StandingHistory(new(2025, 5), Standing.Behind, null, new(2025, 5)),
        };

        Says(
            Input(down), FindingKind.StandingChange,
            "M01.1 新增贷款由上月的“达到进度”降为“落后”。",
            "M01.1 Net new loans went from “on track” last month down to “behind”.");
        Says(
            Input(up), FindingKind.StandingChange,
            "M01.1 新增贷款由上月的“严重落后”升为“落后”。",
            "M01.1 Net new loans went from “far behind” last month up to “behind”.");
        Says(
            Input(good), FindingKind.StandingChange,
            "M01.1 新增贷款补上了差距：2025年5月仍在落后，2025年6月已达到进度。",
            "M01.1 Net new loans made good what it had missed: still behind in May 2025, on track in June 2025.");
    }

    [Theory]
    [InlineData(1_100, 150, "Rate")]
    [InlineData(2_200, -16, "Enough")]
    [InlineData(2_200, null, "Met")]
    [InlineData(1_900, null, "Short")]
    public void Binding_BeforeAndInDecember_SaysWhatIsLeft(int actual, int? rate, string how)
    {
        TargetState target = Target("M01.1", Yi(actual), Standing.OnTrack, goal: Yi(2_000m), more: reading => reading with
        {
            RequiredIncrement = Yi(2_000m),
            BindingTarget = "M01.1",
            RequiredRunRate = rate is { } each ? Yi(each) : null,
        });

        (string zh, string en) = how switch
        {
            "Rate" => (
                "全年要求新增2,000.00 亿元（要求更高的是M01.1 新增贷款），已新增1,100.00 亿元，其余每个月还须新增150.00 亿元。",
                "The year asks for RMB 200.00 bn of new loans (M01.1 Net new loans asks for more); RMB 110.00 bn is reached, "
                + "and each remaining month must bring RMB 15.00 bn."),
            "Enough" => (
                "全年要求新增2,000.00 亿元（要求更高的是M01.1 新增贷款），已新增2,200.00 亿元，超出200.00 亿元；是否达成以十二月为准。",
                "The year asks for RMB 200.00 bn of new loans (M01.1 Net new loans asks for more); RMB 220.00 bn is reached, "
                + "RMB 20.00 bn above it; December decides."),
            "Met" => (
                "全年要求新增2,000.00 亿元（要求更高的是M01.1 新增贷款），全年新增2,200.00 亿元，超出200.00 亿元。",
                "The year asked for RMB 200.00 bn of new loans (M01.1 Net new loans asked for more) and brought RMB 220.00 bn, "
                + "which is RMB 20.00 bn above it."),
            _ => (
                "全年要求新增2,000.00 亿元（要求更高的是M01.1 新增贷款），全年新增1,900.00 亿元，还差100.00 亿元。",
                "The year asked for RMB 200.00 bn of new loans (M01.1 Net new loans asked for more) and brought RMB 190.00 bn, "
                + "which is RMB 10.00 bn short of it."),
        };
        Says(Input(target), FindingKind.Binding, zh, en);
    }

    [Fact]
    public void LargestMove_OfAnAmountAndOfALevel_StandsBesideLastYear()
    {
        TargetState amount = Target("M01.1", Yi(1_100m), Standing.OnTrack, goal: Yi(2_000m), before: Yi(700m));
        TargetState level = Target("M10.1", Points(1m), Standing.Achieved, goal: Points(3m), before: Points(1.5m));

        Says(
            Input(amount), FindingKind.LargestMove,
            "M01.1 新增贷款：2025年6月当月增加400.00 亿元，年初以来累计1,100.00 亿元。",
            "M01.1 Net new loans rose by RMB 40.00 bn in June 2025, to RMB 110.00 bn since the start of the year.");
        Says(
            Input(amount with { LastYear = Yi(300m) }), FindingKind.LargestMove,
            "M01.1 新增贷款：2025年6月当月增加400.00 亿元，多于去年同月（+300.00 亿元），年初以来累计1,100.00 亿元。",
            "M01.1 Net new loans rose by RMB 40.00 bn in June 2025, more than in the same month of last year (+RMB 30.00 bn), "
            + "to RMB 110.00 bn since the start of the year.");
        Says(
            Input(level), FindingKind.LargestMove,
            "M10.1 不良率差：2025年6月比上月减少0.50 个百分点，为1.00 个百分点，向好。",
            "M10.1 NPL gap fell by 0.50 pp in June 2025, for the better, to 1.00 pp.");
        Says(
            Input(level with { Before = level.Now! with { Month = new(2025, 5), Actual = Points(0.9m) }, LastYear = Points(-0.2m) }),
            FindingKind.LargestMove,
            "M10.1 不良率差：2025年6月比上月增加0.10 个百分点（去年同月−0.20 个百分点），为1.00 个百分点，转差。",
            "M10.1 NPL gap rose by 0.10 pp in June 2025 (same month of last year: −0.20 pp), for the worse, to 1.00 pp.");
    }

    [Fact]
    public void LargestMove_AmongSeveral_IsTheOneThatMovedMostOfItsYardstick()
    {
        // 267 亿元 in the month is 100 above a twelfth of the year, half of what counts as behind; 0.6 points are more of one point.
        DigestInput input = Input(
            Target("M01.1", Yi(966m + (2m / 3m)), Standing.OnTrack, goal: Yi(2_000m), before: Yi(700m)),
            Target("M01.2", Percent(15.6m), Standing.OnTrack, goal: Percent(15m), before: Percent(15m)));

        Says(
            input, FindingKind.LargestMove,
            "M01.2 贷款增速：2025年6月比上月增加0.60 个百分点，为15.60%，向好。",
            "M01.2 Loan growth rose by 0.60 pp in June 2025, for the better, to 15.60%.");
    }

    [Fact]
    public void Movers_BanksOrAreas_AreNamedWithTheirSign()
    {
        DigestInput input = Input(Target("M01.1", Yi(1_100m), Standing.OnTrack, goal: Yi(2_000m))) with
        {
            Movers = [Mover("甲", "A", 5m), Mover("乙", "B", -2m), Mover("丙", "C", 1m)],
        };

        Says(
            input with { MoversAreBanks = true }, FindingKind.Movers,
            "M01.1 新增贷款：银行中本月变动最多的是甲（+5.00 亿元），最少的是乙（−2.00 亿元）。",
            "M01.1 Net new loans: among the banks, A moved it most this month (+RMB 500.0 mn) and B least (−RMB 200.0 mn).");
        Says(
            input, FindingKind.Movers,
            "M01.1 新增贷款：各地区中本月变动最多的是甲（+5.00 亿元），最少的是乙（−2.00 亿元）。",
            "M01.1 Net new loans: among the areas, A moved it most this month (+RMB 500.0 mn) and B least (−RMB 200.0 mn).");
    }

    [Fact]
    public void Promises_OpenAndNone_CountThem()
    {
        DigestInput input = Input(Target("M01.1", Yi(1_100m), Standing.OnTrack, goal: Yi(2_000m)));
        DateOnly july = new(2025, 7, 24);

        Says(
            input with { Promises = new PromiseCount(4, 1, 2, 3, 1, july) }, FindingKind.Promises,
            "会议承诺：未了结4项，其中逾期1项、一个月内到期2项；2025年7月24日的会议确认兑现3项、未兑现1项。",
            "Promises made in meetings: 4 open, of which 1 overdue and 2 due within a month; the meeting of 24 July 2025 found "
            + "3 kept and 1 broken.");
        Says(
            input with { Promises = new PromiseCount(0, 0, 0, 1, 0, july) }, FindingKind.Promises,
            "会议承诺：没有未了结的；2025年7月24日的会议确认兑现1项、未兑现0项。",
            "Promises made in meetings: none open; the meeting of 24 July 2025 found 1 kept and 0 broken.");
    }

    [Theory]
    [InlineData(0.625, 63)]
    [InlineData(0.9999, 99)]
    [InlineData(0.0001, 1)]
    public void Chance_OfAForecast_IsWholeAndNeverCertain(double probability, int percent)
    {
        DigestInput input = Input(Target("M01.1", Yi(1_100m), Standing.OnTrack, goal: Yi(2_000m)));

        Says(
            input with { Chance = new TargetChance("M01.1", (decimal)probability) }, FindingKind.Chance,
            $"M01.1 新增贷款到年底达成的概率为{percent}%。",
            $"The chance that M01.1 Net new loans is reached by December is {percent}%.");
    }

    [Theory]
    [InlineData(3.5, "比一年期贷款市场报价利率（3.00%）高50.00 BP", "50.00 BP above the one-year loan prime rate (3.00%)")]
    [InlineData(2.9, "比一年期贷款市场报价利率（3.00%）低10.00 BP", "10.00 BP below the one-year loan prime rate (3.00%)")]
    [InlineData(3, "与一年期贷款市场报价利率（3.00%）相同", "as much as the one-year loan prime rate (3.00%)")]
    public void RateBeside_AboveBelowAndEqual_SaysHowFar(double rate, string zh, string en)
    {
        DigestInput input = Input(Target("M08.1", Bp(20m), Standing.Behind, goal: Bp(30m))) with
        {
            Rates = new RateBeside(Percent((decimal)rate), Percent(3m)),
        };

        Says(
            input, FindingKind.RateBeside,
            $"今年以来企业贷款加权平均利率为{(decimal)rate:0.00}%，{zh}。",
            $"Corporate loans granted this year cost {(decimal)rate:0.00}% on average, {en}.");
    }

    [Fact]
    public void Level_KnownAndMissing_NeverSaysZeroOrGood()
    {
        Says(
            Input(Target("M01.2", Percent(14.5m), Standing.NoTarget)), FindingKind.Level,
            "M01.2 贷款增速：14.50%，没有目标，不作评判。",
            "M01.2 Loan growth: 14.50%, no target, not judged.");
        Says(
            Input(Target("M01.2", null, Standing.Incomplete, goal: Percent(15m), received: 3)), FindingKind.Level,
            "M01.2 贷款增速：没有2025年6月的数据。",
            "M01.2 Loan growth: no figure for June 2025.");
    }

    private static void Says(DigestInput input, FindingKind kind, string zh, string en)
    {
        DigestFinding finding = DigestSelector.Types.SelectMany(find => find(input)).Single(each => each.Kind == kind);
        Assert.Equal(new LocalizedText(zh, en), DigestRenderer.InBoth(finding));
    }

    private static DigestInput Input(params IReadOnlyList<TargetState> targets) => new() { Month = s_june, Targets = targets };

    private static TargetState Target(
        string id,
        Quantity? actual,
        Standing standing,
        Quantity? goal = null,
        Quantity? before = null,
        int received = 40,
        Func<KpiReading, KpiReading>? more = null)
    {
        KpiReading now = new()
        {
            Id = id,
            Reading = "ruling",
            Month = s_june,
            Subject = new Subject("320900"),
            Actual = actual,
            Target = goal,
            Standing = standing,
            Completeness = new Completeness(40, received),
            Origin = Origin.Banks,
            Synthetic = false,
        };
        return new TargetState(
            Repository.Policy.Provision(id),
            more?.Invoke(now) ?? now,
            before is null ? null : now with { Month = new(2025, 5), Actual = before },
            LastYear: null,
            StandingHistory.None,
            []);
    }

    private static Mover Mover(string zh, string en, decimal yi) => new(new LocalizedText(zh, en), Yi(yi));

    private static Quantity Yi(decimal yi) => Money.FromYiYuan(yi).ToQuantity();

    private static Quantity Percent(decimal number) => new(number, Unit.Percent);

    private static Quantity Points(decimal number) => new(number, Unit.Points);

    private static Quantity Bp(decimal number) => new(number, Unit.BasisPoints);
}
