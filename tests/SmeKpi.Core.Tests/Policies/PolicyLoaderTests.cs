using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Policies;

public sealed class PolicyLoaderTests
{
    private static PolicyDocument Policy => Repository.Policy;

    [Fact]
    public void Load_TheLaw_HasTenMeasuresAndItsDates()
    {
        Assert.Equal("yancheng-2025", Policy.Id);
        Assert.Equal(Enumerable.Range(1, 10), Policy.Measures.Select(measure => measure.Number));
        Assert.Equal(new DateOnly(2025, 2, 20), Policy.SignedOn);
        Assert.Equal(new DateOnly(2025, 2, 21), Policy.Released);
        Assert.Equal(new DateOnly(2026, 12, 31), Policy.ValidUntil);
        Assert.True(Policy.CountiesIncluded);
        Assert.Equal("city-office", Policy.InterpretedBy);
        Assert.Equal("wap.yancheng.gov.cn", Policy.Source?.Address.Host);
    }

    [Fact]
    public void Load_TheText_KeepsPreambleAndClosingApartFromTheMeasures()
    {
        Assert.NotEmpty(Policy.Preamble);
        Assert.Contains("2026", Policy.Closing, StringComparison.Ordinal);
        Assert.DoesNotContain(Policy.Closing, Policy.Measures[^1].Text, StringComparison.Ordinal);
        Assert.All(Policy.Measures, measure => Assert.DoesNotContain('\n', measure.Text));
    }

    [Theory]
    [InlineData("M01.1", "Net new loans")]
    [InlineData("M01.2", "Loan growth")]
    [InlineData("M01.3", "Inclusive growth gap")]
    [InlineData("M08.1", "Corporate rate")]
    [InlineData("M10.1", "NPL gap")]
    public void ShortName_JudgedProvision_IsShorterThanItsName(string id, string english)
    {
        Provision provision = Policy.Provision(id);

        Assert.Equal(english, provision.ShortName.En);
        Assert.True(provision.ShortName.Zh.Length <= provision.Name.Zh.Length);
    }

    [Fact]
    public void ShortName_ProvisionThatIsNotJudged_IsItsName()
    {
        Provision cap = Policy.Provision("M04.2");

        Assert.Equal(cap.Name, cap.ShortName);
    }

    [Fact]
    public void TargetFor_AnnualTarget_HoldsInEveryMonthOfTheNamedYearOnly()
    {
        Provision netNewLoans = Policy.Provision("M01.1");
        Quantity expected = Money.FromYiYuan(2_000m).ToQuantity();

        Assert.Equal(expected, netNewLoans.TargetFor(new YearMonth(2025, 1)));
        Assert.Equal(expected, netNewLoans.TargetFor(new YearMonth(2025, 12)));
        Assert.Null(netNewLoans.TargetFor(new YearMonth(2024, 12)));
        Assert.Null(netNewLoans.TargetFor(new YearMonth(2026, 1)));
    }

    [Fact]
    public void TargetFor_StandingValue_HoldsFromReleaseToTheLastMonth()
    {
        Provision tolerance = Policy.Provision("M10.1");

        Assert.Null(tolerance.TargetFor(new YearMonth(2025, 1)));
        Assert.Equal(new Quantity(3m, Unit.Points), tolerance.TargetFor(new YearMonth(2025, 2)));
        Assert.Equal(new Quantity(3m, Unit.Points), tolerance.TargetFor(new YearMonth(2026, 12)));
        Assert.Null(tolerance.TargetFor(new YearMonth(2027, 1)));
    }

    [Theory]
    [InlineData("M01.1", "ruling,rmb,adjusted", 10, false)]
    [InlineData("M01.2", "ruling,since-year-start,rmb,plain", 1, false)]
    [InlineData("M01.3", "ruling,since-year-start,pboc", 1, true)]
    [InlineData("M08.1", "ruling,same-months,month,december", 10, false)]
    [InlineData("M10.1", "ruling", null, true)]
    public void Load_JudgedProvision_HasItsReadingsThresholdAndSubjects(
        string id, string readings, int? behindUpTo, bool bindsEachBank)
    {
        Provision provision = Policy.Provision(id);

        Assert.Equal(readings.Split(','), provision.Readings.Select(reading => reading.Name));
        Assert.Equal(
            ["ruling"], provision.Readings.Where(reading => reading.IsRuling).Select(reading => reading.Name));
        Assert.Equal(behindUpTo, provision.BehindUpTo);
        Assert.Equal(bindsEachBank, provision.BindsEachBank);
        Assert.Equal("city-office", provision.Ruling?.PendingConfirmationBy);
    }

    [Fact]
    public void Wording_OfTheCorporateRate_IsStriveAndOfAllOthersBinding() => Assert.Equal(
        ["M08.1"],
        Policy.Provisions.Where(provision => provision.Wording == Wording.Strive).Select(provision => provision.Id));

    [Fact]
    public void SeasonalProfile_OfTheNation_EndsAtOne()
    {
        SeasonalProfile profile = Policy.SeasonalProfile!;

        Assert.Equal(12, profile.Shares.Count);
        Assert.Equal(0.401m, profile.ShareBy(3));
        Assert.Equal(1m, profile.ShareBy(12));
        Assert.Throws<ArgumentOutOfRangeException>(() => profile.ShareBy(13));
    }

    [Fact]
    public void Version_OfTheSameFilesElsewhere_IsTheSameUntilOneChanges()
    {
        using TemporaryCopy copy = new();
        Assert.Equal(Policy.Version, PolicyLoader.Load(copy.PolicyFolder).Version);
        Assert.Equal(64, Policy.Version.Length);

        string provisions = "seed-data/policies/yancheng-2025/provisions/";
        copy.Replace(provisions + "m08-1-corporate-rate-drop.yaml", "2025: 30", "2025: 31");

        Assert.NotEqual(Policy.Version, PolicyLoader.Load(copy.PolicyFolder).Version);
    }
}
