using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;
using SmeKpi.Storage;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Parsing;

namespace SmeKpi.Web.Tests.Filing;

/// <summary>What a file does to the process that reads it, it does not do to this one.</summary>
public sealed class LimitedParserTests
{
    private static readonly SourceFile s_return = new(
        "return.csv", TidyReturns.With("2025-06,B001,320902,loans.all.balance,rmb_fx,1.25,亿元"));

    private static readonly JsonSerializerOptions s_whole = new() { Converters = { new YearMonthConverter() } };

    [Fact]
    public async Task Parse_GoodReturn_GivesWhatTheParserGives()
    {
        using LimitedParser parser = new(ParsingLimits.Usual, NullLogger<LimitedParser>.Instance);
        SourceContext context = Law.LoadSources();

        ParsedFile there = await parser.ParseAsync(s_return, context);

        ParsedFile here = SourceParser.Parse(s_return, context);
        Assert.Equal(Whole(here), Whole(there));
        Assert.Single(there.Figures);
        Assert.Empty(there.Findings);
    }

    [Fact]
    public async Task Parse_ReturnWithFaults_GivesTheSameFindings()
    {
        using LimitedParser parser = new(ParsingLimits.Usual, NullLogger<LimitedParser>.Instance);
        SourceContext context = Law.LoadSources();
        SourceFile faulty = new(
            "return.csv",
            TidyReturns.With("2025-06,B001,320902,loans.all.balance,rmb_fx,1.2.5,亿元", "2025-6月,B001,320902,none,rmb_fx,1,斤"));

        ParsedFile there = await parser.ParseAsync(faulty, context);

        Assert.NotEmpty(there.Findings);
        Assert.Equal(Whole(SourceParser.Parse(faulty, context)), Whole(there));
    }

    [Theory]
    [InlineData(1, 60_000)]
    [InlineData(60_000, 1)]
    public async Task Parse_LongerThanAllowed_IsStoppedWithAFinding(int work, int patience)
    {
        ParsingLimits limits = ParsingLimits.Usual with
        {
            Work = TimeSpan.FromMilliseconds(work), Patience = TimeSpan.FromMilliseconds(patience),
        };
        using LimitedParser parser = new(limits, NullLogger<LimitedParser>.Instance);

        ParsedFile parsed = await parser.ParseAsync(s_return, Law.LoadSources());

        Assert.Equal([RuleNumbers.TooHeavy], parsed.Findings.Select(finding => finding.Rule));
        Assert.Empty(parsed.Figures);
    }

    [Fact]
    public async Task Parse_MoreMemoryThanAllowed_IsStoppedWithAFinding()
    {
        using LimitedParser parser = new(
            ParsingLimits.Usual with { Memory = 24L << 20 }, NullLogger<LimitedParser>.Instance);

        ParsedFile parsed = await parser.ParseAsync(
            new SourceFile("return.csv", TidyReturns.Many(60_000)), Law.LoadSources());

        Assert.Equal([RuleNumbers.TooHeavy], parsed.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public async Task Parse_ManyAtOnce_AllComeBack()
    {
        using LimitedParser parser = new(ParsingLimits.Usual, NullLogger<LimitedParser>.Instance);
        SourceContext context = Law.LoadSources();

        ParsedFile[] all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => parser.ParseAsync(s_return, context)));

        Assert.All(all, parsed => Assert.Single(parsed.Figures));
    }

    // Every public member, also those that equality leaves out.
    private static string Whole(ParsedFile parsed) => JsonSerializer.Serialize(parsed, s_whole);
}
