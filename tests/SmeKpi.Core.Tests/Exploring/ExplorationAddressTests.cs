using CsCheck;
using SmeKpi.Core.Exploring;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Exploring;

public sealed class ExplorationAddressTests
{
    private static readonly Gen<ExplorationAxis[]> s_axes = Gen.Shuffle(Enum.GetValues<ExplorationAxis>());

    private static readonly Gen<YearMonth> s_month = Gen.Select(Gen.Int[2000, 2099], Gen.Int[1, 12], (year, month) => new YearMonth(year, month));

    private static readonly Gen<BankChoice> s_banks = Gen.OneOf(
        Gen.Const(BankChoice.Total),
        Gen.Const(BankChoice.All),
        Gen.Const(BankChoice.OfTypes(BankType.Rural, BankType.JointStock)),
        Gen.Const(BankChoice.Of("D001", "D 0&2", "X=3")));

    private static readonly Gen<Exploration> s_question =
        from axes in s_axes
        from rows in Gen.Int[1, 3]
        from columns in Gen.Int[0, 2]
        from banks in s_banks
        from months in s_month.Nullable().Array[2]
        from measure in Gen.Enum<ExplorationMeasure>()
        from bounds in Gen.Decimal[-1_000m, 1_000m].Nullable().Array[2]
        from flags in Gen.Bool.Array[4]
        select new Exploration
        {
            Indicators = flags[0] ? ["loans.all.balance"] : ["loans.all.npl", "lpr.1y"],
            Scopes = flags[1] ? ["rmb", "-"] : [],
            Banks = banks,
            EveryCounty = flags[2],
            Areas = flags[2] || flags[3] ? [] : ["320902", "320981"],
            From = months[0],
            To = months[1],
            Rows = axes[..rows],
            Columns = axes[rows..(rows + columns)],
            Measure = measure,
            Above = bounds[0],
            Below = bounds[1],
            MissingOnly = flags[3],
            Sort = flags[0] ? new ExplorationSort(flags[2] ? "2025-06~D 0&2" : "-~2025-06", flags[1]) : null,
        };

    [Fact]
    public void WriteAndRead_EveryQuestion_ComesBack() => s_question.Sample(
        question =>
        {
            string address = ExplorationAddress.Write(question);
            (Exploration read, IReadOnlyList<ExplorationFault> faults) = ExplorationAddress.Read(Parts(address));
            Assert.Empty(faults);
            Assert.Equal(address, ExplorationAddress.Write(read));
            Assert.Equal(
                (question.Banks.Kind, question.EveryCounty, question.From, question.To, question.Measure, question.Above, question.Below, question.MissingOnly, question.Sort),
                (read.Banks.Kind, read.EveryCounty, read.From, read.To, read.Measure, read.Above, read.Below, read.MissingOnly, read.Sort));
            Assert.Equal(question.Indicators.Concat(question.Scopes).Concat(question.Banks.Codes).Concat(question.Areas), read.Indicators.Concat(read.Scopes).Concat(read.Banks.Codes).Concat(read.Areas));
            Assert.Equal(question.Rows, read.Rows);
            Assert.Equal(question.Columns, read.Columns);
            Assert.Equal(question.Banks.Types, read.Banks.Types);
        },
        iter: 500);

    [Fact]
    public void Build_AnswerWithoutColumns_IsSortedByItsOnlyOne()
    {
        (Exploration question, _) = ExplorationAddress.Read(Parts("?bank=all&rows=bank&columns=none&sort=-value"));

        Assert.Equal("value", new PivotHead([]).Key);
        Assert.Equal(new ExplorationSort("value", Descending: true), question.Sort);
    }

    [Theory]
    [InlineData("type:rural,D001", "D001", "type:")]
    [InlineData("total,D001", "D001", "total")]
    [InlineData("D001,all", "D001", "all")]
    public void Read_BanksThatCannotBeAskedForTogether_AreNamed(string banks, string passedOver, string beside)
    {
        (_, IReadOnlyList<ExplorationFault> faults) = ExplorationAddress.Read(Parts("?bank=" + banks));

        Assert.Equal(new ExplorationFault("bank", passedOver, ExplorationFaultKind.Beside, beside), Assert.Single(faults));
    }

    [Fact]
    public void Write_TheQuestionNobodyChanged_IsEmpty() => Assert.Empty(ExplorationAddress.Write(new Exploration()));

    [Fact]
    public void Read_PartsOfAForm_AreTakenTogether()
    {
        (Exploration question, _) = ExplorationAddress.Read(new Dictionary<string, IReadOnlyList<string>>
        {
            ["indicator"] = ["loans.all.npl", "lpr.1y"], ["rows"] = ["area", ""], ["columns"] = ["none", ""], ["above"] = [""],
        });

        Assert.Equal(["loans.all.npl", "lpr.1y"], question.Indicators);
        Assert.Equal([ExplorationAxis.Area], question.Rows);
        Assert.Empty(question.Columns);
        Assert.Null(question.Above);
    }

    [Theory]
    [InlineData("from", "June", ExplorationFaultKind.Month)]
    [InlineData("to", "1900-01", ExplorationFaultKind.Month)]
    [InlineData("rows", "colour", ExplorationFaultKind.Unknown)]
    [InlineData("measure", "average", ExplorationFaultKind.Unknown)]
    [InlineData("bank", "type:shadow", ExplorationFaultKind.Unknown)]
    [InlineData("above", "ten", ExplorationFaultKind.Number)]
    [InlineData("above", "1e99", ExplorationFaultKind.Number)]
    [InlineData("missing", "perhaps", ExplorationFaultKind.Unknown)]
    public void Read_WrongPart_IsNamedWithWhatWasFound(string part, string found, ExplorationFaultKind kind)
    {
        (_, IReadOnlyList<ExplorationFault> faults) = ExplorationAddress.Read(
            new Dictionary<string, IReadOnlyList<string>> { [part] = [found] });

        ExplorationFault fault = Assert.Single(faults);
        Assert.Equal((part, kind), (fault.Parameter, fault.Kind));
        Assert.EndsWith(fault.Found, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("indicator=loans.none", ExplorationFaultKind.Unknown)]
    [InlineData("indicator=loans.all.balance&scope=nfra", ExplorationFaultKind.ScopeOfNone)]
    [InlineData("bank=NOBODY", ExplorationFaultKind.Unknown)]
    [InlineData("area=999999", ExplorationFaultKind.Unknown)]
    [InlineData("from=2025-06&to=2025-05", ExplorationFaultKind.MonthOrder)]
    [InlineData("rows=month,indicator", ExplorationFaultKind.AxisTwice)]
    [InlineData("rows=area", ExplorationFaultKind.AxisMissing)]
    [InlineData("columns=none", ExplorationFaultKind.AxisMissing)]
    [InlineData("rows=indicator,type", ExplorationFaultKind.NoBanks)]
    [InlineData("area=320900,320902", ExplorationFaultKind.AreasOverlap)]
    [InlineData("from=1950-01&to=2150-12&rows=indicator,area&area=counties&indicator=loans.all.balance,loans.all.npl,loans.credit.balance,loans.green.balance,deposits.all.balance,loans.inclusive_mse.balance,loans.inclusive_mse.npl,loans.mse.balance,loans.agriculture.balance,loans.all.written_off,loans.all.transferred,loans.inclusive_mse.borrowers,loans.manufacturing_mlt.balance,loans.medium_long_term.balance,loans.all.debt_swap_repaid,guarantee.balance,loans.mse.due,loans.renewed_without_repayment,loans.inclusive_mse.granted_ytd,loans.inclusive_mse.interest_ytd,loans.corporate.granted,loans.corporate.interest", ExplorationFaultKind.TooMany)]
    [InlineData("from=1950-01&to=2150-12&rows=month&columns=indicator&indicator=loans.all.balance,loans.all.npl,loans.credit.balance", ExplorationFaultKind.TooManyMonths)]
    [InlineData("from=1950-01&to=2150-12&rows=indicator,month,bank,type,area,scope&columns=indicator,month,bank,type,area,scope&bank=all&area=counties", ExplorationFaultKind.TooMany)]
    public void Frame_QuestionThatCannotBeAnswered_SaysWhy(string address, ExplorationFaultKind kind)
    {
        (Exploration question, _) = ExplorationAddress.Read(Parts("?" + address));

        ExplorationFrame frame = Ask.Frame(new City().Bank("A").Input("2025-01").Figures.Master, question);

        Assert.Contains(frame.Faults, fault => fault.Kind == kind);
    }

    [Fact]
    public void Frame_CellsThatAddUpTooManyValues_IsRefused()
    {
        City city = new();
        foreach (int number in Enumerable.Range(1, 1_000))
        {
            city.Bank($"B{number:D4}");
        }

        (Exploration question, _) = ExplorationAddress.Read(Parts("?indicator=loans.all.balance&from=1950-01&to=2150-12&rows=month&columns=none&bank=all&area=counties"));
        ExplorationFrame frame = Ask.Frame(city.Input("2025-01").Figures.Master, question);

        ExplorationFault fault = Assert.Single(frame.Faults);
        Assert.Equal((ExplorationFaultKind.TooManyValues, "4824000"), (fault.Kind, fault.Found));
    }

    private static Dictionary<string, IReadOnlyList<string>> Parts(string address) => address.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('='))
        .ToDictionary(part => part[0], part => (IReadOnlyList<string>)[Uri.UnescapeDataString(part[1])]);
}
