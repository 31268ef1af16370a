using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Kpis;

/// <summary>补上即转黄: which earlier months count, and for how long what was missed stays amber.</summary>
public sealed class StandingHistoryTests
{
    [Fact]
    public void Of_MissedThenRecovered_IsMadeGoodForOneMonth()
    {
        Dictionary<string, Standing> year = new()
        {
            ["2025-03"] = Standing.OnTrack, ["2025-04"] = Standing.FarBehind, ["2025-05"] = Standing.Behind,
            ["2025-06"] = Standing.OnTrack, ["2025-07"] = Standing.OnTrack,
        };

        StandingHistory behind = Of("M01.1", "2025-05", year);
        StandingHistory recovered = Of("M01.1", "2025-06", year);
        StandingHistory after = Of("M01.1", "2025-07", year);

        Assert.Equal((YearMonth.Parse("2025-04"), false), (behind.BehindSince!.Value, behind.IsMadeGood));
        Assert.Equal((true, YearMonth.Parse("2025-05")), (recovered.IsMadeGood, recovered.ShortUntil!.Value));
        Assert.Equal((Standing.Behind, null), (recovered.Last, recovered.BehindSince));
        Assert.False(after.IsMadeGood);
        Assert.Equal(Standing.OnTrack, after.Last);
    }

    [Fact]
    public void Of_AmberForTwoMonths_MarksTheSecondGoodMonthToo()
    {
        Dictionary<string, Standing> year = new()
        {
            ["2025-05"] = Standing.Behind, ["2025-06"] = Standing.OnTrack, ["2025-07"] = Standing.OnTrack, ["2025-08"] = Standing.OnTrack,
        };

        Assert.True(Of("M01.1", "2025-07", year, new MakeGoodRule(2)).IsMadeGood);
        Assert.False(Of("M01.1", "2025-08", year, new MakeGoodRule(2)).IsMadeGood);
    }

    [Theory]
    [InlineData(Standing.Incomplete)]
    [InlineData(Standing.NotAssessable)]
    [InlineData(Standing.Withheld)]
    [InlineData(Standing.NoTarget)]
    public void Of_MonthsWithoutAVerdictBetween_AreNeitherGoodNorBad(Standing neither)
    {
        Dictionary<string, Standing> year = new()
        {
            ["2025-04"] = Standing.Behind, ["2025-05"] = neither, ["2025-06"] = Standing.OnTrack,
            ["2025-07"] = neither, ["2025-08"] = Standing.OnTrack, ["2025-09"] = Standing.Behind,
            ["2025-10"] = neither, ["2025-11"] = Standing.Behind,
        };

        Assert.Equal(YearMonth.Parse("2025-04"), Of("M01.2", "2025-06", year).ShortUntil);
        Assert.False(Of("M01.2", "2025-08", year).IsMadeGood);
        Assert.Equal(YearMonth.Parse("2025-09"), Of("M01.2", "2025-11", year).BehindSince);
        StandingHistory between = Of("M01.2", "2025-07", year);
        Assert.Equal((false, null, Standing.OnTrack), (between.IsMadeGood, between.BehindSince, between.Last));
    }

    [Fact]
    public void Of_JanuaryAfterAMissedYear_StartsAnewForAYearsTargetAndNotForATolerance()
    {
        Dictionary<string, Standing> months = new() { ["2025-12"] = Standing.Missed, ["2026-01"] = Standing.Achieved };

        Assert.Equal(StandingHistory.None, Of("M01.1", "2026-01", months));
        StandingHistory tolerance = Of("M10.1", "2026-01", months);
        Assert.True(tolerance.IsMadeGood);
        Assert.Equal((YearMonth.Parse("2025-12"), Standing.Missed), (tolerance.LastMonth!.Value, tolerance.Last!.Value));
    }

    [Fact]
    public void Of_NothingKnownOfTheMonth_SaysNoMoreThanLastMonth()
    {
        StandingHistory history = Of("M01.1", "2025-06", new() { ["2025-05"] = Standing.Behind });

        Assert.Equal((Standing.Behind, null, false), (history.Last, history.BehindSince, history.IsMadeGood));
    }

    [Fact]
    public void Load_TheRepositorysRule_IsOneMonth() =>
        Assert.Equal(MakeGoodRule.OneMonth, MakeGoodRule.Load(Path.Combine(Repository.SeedData, "standing")));

    [Theory]
    [InlineData("amber-months: 0", "amber-months: found '0', expected a whole number from 1 to 12")]
    [InlineData("amber-months: 1\ncolour: green", "unknown key 'colour'")]
    public void Load_AWrongFile_NamesWhatIsWrong(string text, string complaint)
    {
        string folder = Directory.CreateTempSubdirectory("smekpi-rule-").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, MakeGoodRule.FileName),
                $"{text}\ndecided-on: 2026-01-01\ndecided-by: {{ zh-CN: 甲, en: A }}\n");

            Assert.Contains(
                complaint, Assert.Throws<DataFileException>(() => MakeGoodRule.Load(folder)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StandingHistory Of(
        string id, string month, Dictionary<string, Standing> standings, MakeGoodRule? rule = null) => StandingHistory.Of(
        Repository.Policy.Provision(id),
        YearMonth.Parse(month),
        at => standings.TryGetValue(at.ToString(), out Standing standing) ? standing : null,
        rule ?? MakeGoodRule.OneMonth);
}
