using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SmeKpi.Core.Access;
using SmeKpi.Core.Units;
using SmeKpi.Web.Formatting;
using SmeKpi.Web.Tests.Api;

namespace SmeKpi.Web.Tests.Digests;

/// <summary>Every number in every sentence of a year of the demonstration stands among the figures that other addresses give.</summary>
/// <remarks>The sentences come from the bulletin, the figures from readings and promises: two ways through the program.</remarks>
[Collection(ApiTests.Name)]
public sealed partial class DigestNumbersTests(ApiServer server)
{
    private static readonly Dictionary<string, Unit> s_units = new()
    {
        ["yuan"] = Unit.Yuan, ["percent"] = Unit.Percent, ["points"] = Unit.Points, ["bp"] = Unit.BasisPoints,
    };

    private static readonly string[] s_numbers = ["actual", "target", "requiredIncrement", "requiredRunRate"];

    public static TheoryData<string> Months => [.. Enumerable.Range(1, 12).Select(month => new YearMonth(2025, month).ToString())];

    [Theory]
    [MemberData(nameof(Months))]
    public async Task Sentences_EveryNumber_StandsAmongTheFiguresOfTheMonth(string month)
    {
        using HttpClient analyst = await server.ClientAsync(Role.Analyst);
        JsonElement bulletin = await ReadAsync(analyst, $"/api/v1/bulletins/{month}");
        List<Quantity> figures = await FiguresAsync(analyst, YearMonth.Parse(month));
        HashSet<string> names = await NamesAsync(analyst);
        JsonElement[] sentences = [.. bulletin.GetProperty("sentences").EnumerateArray()];

        Assert.InRange(sentences.Length, 3, 7);
        foreach ((string language, string culture) in new[] { ("zh", "zh-CN"), ("en", "en") })
        {
            QuantityFormatter format = new(CultureInfo.GetCultureInfo(culture));
            HashSet<string> known = [.. figures.SelectMany(figure => Written(format, figure))];
            foreach (JsonElement sentence in sentences.Where(each => IsOfFigures(each.GetProperty("kind").GetString()!)))
            {
                string text = WithoutNames(sentence.GetProperty(language).GetString()!, names);
                Assert.All(Numbers(format, text), number => Assert.True(known.Contains(number), $"{number} in: {text}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task Sentences_EveryCount_IsThatOfTheReadingsAndPromises(string month)
    {
        using HttpClient analyst = await server.ClientAsync(Role.Analyst);
        JsonElement bulletin = await ReadAsync(analyst, $"/api/v1/bulletins/{month}");
        string[] standings =
        [
            .. bulletin.GetProperty("readings").EnumerateArray()
                .Where(reading => reading.GetProperty("target").ValueKind != JsonValueKind.Null)
                .Select(reading => reading.GetProperty("standing").GetString()!),
        ];
        int[] counts =
        [
            standings.Length, standings.Count(each => each == "achieved"), standings.Count(each => each == "on-track"),
            standings.Count(each => each is "behind" or "far-behind" or "missed"),
        ];

        string english = Sentence(bulletin, "target-count", "en");

        Assert.Equal(
            counts, Whole().Matches(english[english.IndexOf(':', StringComparison.Ordinal)..].Split('.')[0]).Take(counts[3] > 0 ? 4 : 3)
                .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Concat(counts[3] > 0 ? [] : [0]));
        if (Sentence(bulletin, "promises", "en") is { Length: > 0 } promised)
        {
            Assert.Equal(
                await PromiseCountsAsync(analyst, YearMonth.Parse(month)),
                Whole().Matches(DateIn().Replace(promised, "")).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [MemberData(nameof(Months))]
    public async Task Sentences_TheChance_IsTheLeastOfTheReadings(string month)
    {
        using HttpClient analyst = await server.ClientAsync(Role.Analyst);
        JsonElement bulletin = await ReadAsync(analyst, $"/api/v1/bulletins/{month}");
        (string Id, decimal Chance)[] chances =
        [
            .. (await ReadAsync(analyst, $"/api/v1/kpis?month={month}")).EnumerateArray()
                .Where(reading => reading.GetProperty("probability").ValueKind == JsonValueKind.Number)
                .Select(reading => (Word(reading, "id")!, reading.GetProperty("probability").GetDecimal())),
        ];

        Assert.Equal(month is "2025-06" or "2025-07" or "2025-08" or "2025-09" or "2025-10" or "2025-11", chances.Length > 0);
        string[] said = [Sentence(bulletin, "chance", "zh"), Sentence(bulletin, "chance", "en")];
        if (chances.Length == 0)
        {
            Assert.Equal(["", ""], said);
            return;
        }

        (string id, decimal least) = chances.MinBy(each => each.Chance);
        int percent = Math.Clamp((int)Math.Round(least * 100m, MidpointRounding.AwayFromZero), 1, 99);
        Assert.All(said.Where(text => text.Length > 0), text =>
        {
            Assert.Contains(id, text, StringComparison.Ordinal);
            Assert.Equal(
                [percent.ToString(CultureInfo.InvariantCulture)],
                Digits().Matches(TargetId().Replace(text, "")).Select(match => match.Value));
        });
    }

    [Fact]
    public void Numbers_OfASentenceThatIsWrong_AreNotFound()
    {
        QuantityFormatter format = new(CultureInfo.GetCultureInfo("zh-CN"));

        string[] known = [.. Written(format, Money.FromYiYuan(109.58m).ToQuantity())];

        Assert.Equal(["109.58"], Numbers(format, "其余每个月还须新增109.58 亿元，2025年6月，M01.1").ToArray());
        Assert.Contains("109.58", known);
        Assert.DoesNotContain("109.59", known);
    }

    /// <summary>Counts are compared one by one in a test of their own.</summary>
    private static bool IsOfFigures(string kind) => kind is not ("target-count" or "promises" or "chance");

    /// <summary>Digits with their separators, without months, days, ids of targets.</summary>
    private static IEnumerable<string> Numbers(QuantityFormatter format, string text)
    {
        string rest = TargetId().Replace(text, "");
        foreach (YearMonth month in new YearMonth(2024, 1).Through(new YearMonth(2026, 12)))
        {
            rest = rest.Replace(format.Month(month), "", StringComparison.Ordinal);
        }

        return Digits().Matches(rest).Select(match => match.Value);
    }

    private static string WithoutNames(string text, IEnumerable<string> names) =>
        names.OrderByDescending(name => name.Length).Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));

    private static IEnumerable<string> Written(QuantityFormatter format, Quantity figure) =>
        new[] { format.Text(figure), format.Difference(figure) }.SelectMany(text => Digits().Matches(text)).Select(match => match.Value);

    private static string Sentence(JsonElement bulletin, string kind, string language) => bulletin.GetProperty("sentences").EnumerateArray()
        .FirstOrDefault(each => each.GetProperty("kind").GetString() == kind) is { ValueKind: JsonValueKind.Object } found
            ? found.GetProperty(language).GetString()!
            : string.Empty;

    /// <summary>All values of the month, their changes, those of the same month of last year, the rate and the prime rate.</summary>
    private static async Task<List<Quantity>> FiguresAsync(HttpClient client, YearMonth month)
    {
        JsonElement[] readings =
        [
            .. (await ReadAsync(client, $"/api/v1/kpis?month={month.AddMonths(-1)}..{month}&bank=all")).EnumerateArray(),
            .. (await ReadAsync(client, $"/api/v1/kpis?month={month.AddMonths(-13)}..{month.AddMonths(-12)}")).EnumerateArray(),
        ];
        List<Quantity> figures = [];
        foreach (JsonElement reading in readings)
        {
            figures.AddRange(s_numbers
                .Select(name => Amount(reading.GetProperty(name))).OfType<Quantity>());
        }

        foreach (JsonElement[] pair in readings.GroupBy(each => (Word(each, "id"), Word(each, "bank")))
            .SelectMany(series => series.Zip(series.Skip(1), (before, now) => new[] { before, now })))
        {
            if (Amount(pair[0].GetProperty("actual")) is { } before && Amount(pair[1].GetProperty("actual")) is { } now)
            {
                figures.Add(now.Minus(before));
            }
        }

        foreach (JsonElement reading in readings)
        {
            if (Amount(reading.GetProperty("actual")) is { } actual && Amount(reading.GetProperty("requiredIncrement")) is { } required)
            {
                figures.Add(actual.Minus(required));
            }
        }

        figures.AddRange(await RatesAsync(client, month));
        return figures;
    }

    private static async Task<IEnumerable<Quantity>> RatesAsync(HttpClient client, YearMonth month)
    {
        JsonElement[] used =
        [
            .. (await ReadAsync(client, $"/api/v1/kpis/M08.1/lineage?month={month}")).GetProperty("figures").EnumerateArray()
                .Where(figure => YearMonth.Parse(Word(figure, "month")!) >= month.StartOfYear),
        ];
        decimal Sum(string indicator) => used.Where(figure => Word(figure, "indicator") == indicator)
            .Sum(figure => decimal.Parse(Word(figure, "value")!, CultureInfo.InvariantCulture));
        JsonElement prime = await ReadAsync(client, $"/api/v1/observations?indicator=lpr.1y&from={month}&to={month}");
        Quantity lpr = Amount(prime.EnumerateArray().Last().GetProperty("value"))!.Value;
        Quantity rate = new(Sum("loans.corporate.interest") / Sum("loans.corporate.granted") * 100m, Unit.Percent);
        return [lpr, rate, new Quantity((rate.Number - lpr.Number) * 100m, Unit.BasisPoints)];
    }

    private static async Task<int[]> PromiseCountsAsync(HttpClient client, YearMonth month)
    {
        DateOnly day = new DateOnly(month.Year, month.Month, 1).AddMonths(2).AddDays(-1);
        JsonElement[] promises = [.. (await ReadAsync(client, "/api/v1/promises")).EnumerateArray()];
        DateOnly last = promises.SelectMany(each => new[] { Day(each, "madeOn") }.Concat(Steps(each, DateOnly.MaxValue).Select(step => Day(step, "heldOn"))))
            .Where(held => held <= day).Max();
        JsonElement[] open =
        [
            .. promises.Where(each => Day(each, "madeOn") <= day
                && Steps(each, day).All(step => Word(step, "act") == "carry-over")),
        ];
        DateOnly Due(JsonElement promise) => Steps(promise, day).LastOrDefault() is { ValueKind: JsonValueKind.Object } step
            ? Day(step, "newDue")
            : Day(promise, "firstDue");
        int Found(string act) => promises.SelectMany(each => Steps(each, day))
            .Count(step => Day(step, "heldOn") == last && Word(step, "act") == act);
        return
        [
            open.Length, open.Count(each => Due(each) < day), open.Count(each => Due(each) >= day && Due(each) <= day.AddMonths(1)),
            Found("keep"), Found("break"),
        ];
    }

    private static IEnumerable<JsonElement> Steps(JsonElement promise, DateOnly upTo) =>
        promise.GetProperty("steps").EnumerateArray().Where(step => Day(step, "heldOn") <= upTo);

    private static DateOnly Day(JsonElement row, string name) =>
        DateOnly.ParseExact(row.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Word(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static async Task<HashSet<string>> NamesAsync(HttpClient client) =>
    [
        .. (await ReadAsync(client, "/api/v1/banks")).EnumerateArray()
            .SelectMany(bank => bank.GetProperty("name").EnumerateObject()).Select(name => name.Value.GetString()!),
    ];

    private static Quantity? Amount(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? new Quantity(
            decimal.Parse(value.GetProperty("value").GetString()!, CultureInfo.InvariantCulture),
            s_units[value.GetProperty("unit").GetString()!])
        : null;

    private static async Task<JsonElement> ReadAsync(HttpClient client, string address)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri(address, UriKind.Relative));
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\d{1,2} [A-Z][a-z]+ \d{4}")]
    private static partial Regex DateIn();

    [GeneratedRegex(@"M\d\d\.\d")]
    private static partial Regex TargetId();
}
