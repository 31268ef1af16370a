using SmeKpi.Core.Policies;

namespace SmeKpi.Core.Tests.Policies;

/// <summary>Each case spoils one place of the real files; the complaint must name that place.</summary>
public sealed class PolicyStrictnessTests
{
    private const string Folder = "seed-data/policies/yancheng-2025/";
    private const string M011 = "provisions/m01-1-net-new-loans.yaml";
    private const string M042 = "provisions/m04-2-premium-subsidy-cap.yaml";
    private const string M061 = "provisions/m06-1-medium-enterprise-renewal.yaml";
    private const string M081 = "provisions/m08-1-corporate-rate-drop.yaml";
    private const string M101 = "provisions/m10-1-npl-gap.yaml";

    [Theory]
    [InlineData(M081, "kind: target", "kind: goal", "kind: found 'goal', expected target | tolerance")]
    [InlineData(M081, "checked-on: 2025-12-01", "checked-by: x", "unknown key 'checked-by'")]
    [InlineData(M081, "checked-on: 2025-12-01", "unit: bp", "uplicate key")]
    [InlineData(M081, "checked-on: 2025-12-01", "checked-on: 1 Dec 2025", "found '1 Dec 2025', expected a date")]
    [InlineData(M081, "quote: ", "quote: 2025 ", "words that stand verbatim in measure 8")]
    [InlineData(M081, "unit: bp", "unit: points-per-year", "found 'points-per-year', expected a unit that fits Target")]
    [InlineData(M081, "unit: bp", "unit: wan", "behind-up-to.unit: found 'bp', expected points-of-target", 14)]
    [InlineData(M081, "2025: 30", "2025: thirty", "found 'thirty', expected a number")]
    [InlineData(M081, "2025: 30", "next: 30", "found 'next', expected a whole number")]
    [InlineData(M081, "[pboc-yancheng, ", "[pbc, ", "found 'pbc', expected offices of measure 8")]
    [InlineData(M081, "[pboc-yancheng, ", "[tax, ", "found 'tax', expected offices of measure 8")]
    [InlineData(M081, "id: M08.1", "id: M8.1", "found 'M8.1', expected M, two digits")]
    [InlineData(M081, "id: M08.1", "id: M08.2", "found 'M08.2', expected the id of the file's name")]
    [InlineData(M081, "measure: 8", "measure: 9", "found '9', expected 8, the measure of M08.1")]
    [InlineData(M081, "value: 10", "value: 0", "expected a number above 0")]
    [InlineData(M081, "- name: same-months", "- name: same-month", "found 'same-month', expected ruling | rmb")]
    [InlineData(M081, "- name: month", "- name: same-months", "expected each reading once")]
    [InlineData(M081, "reading: ruling", "reading: month", "the reading that rules stands first", 24)]
    [InlineData(M081, "loans.corporate.interest", "loans.corporate", "expected a code of indicators.yaml")]
    [InlineData(M011, "scope: rmb_fx", "scope: nfra", "expected a scope of loans.all.balance: rmb_fx | rmb")]
    [InlineData(M011, "unit: points-of-target", "unit: points", "found 'points', expected points-of-target")]
    [InlineData(M101, "until: 2026-12", "until: 2027-01", "while the policy is in force")]
    [InlineData(M101, "from: 2025-02", "from: 2025-01", "while the policy is in force")]
    [InlineData(M101, "unit: points", "unit: percent", "expected a unit that fits Tolerance: points | bp")]
    [InlineData(M101, "short: {", "brief: {", "unknown key 'brief'")]
    [InlineData(M042, "checked-on", "short: { zh-CN: a, en: b }\nchecked-on", "no such key in a provision of kind Cap")]
    [InlineData(M042, "checked-on", "binds: city\nchecked-on", "no such key in a provision of kind Cap")]
    [InlineData(M061, "unit: date", "unit: wan", "expected a unit that fits EligibilityDate: date")]
    [InlineData("measures.yaml", "id: yancheng-2025", "id: yancheng", "expected 'yancheng-2025'")]
    [InlineData("measures.yaml", "- number: 3", "- number: 4", "expected the measures 1 to 10 in order")]
    [InlineData("measures.yaml", "- { id: tax,", "- { id: finance,", "expected an id that does not stand above")]
    [InlineData("measures.yaml", "interpreted-by: city-office", "interpreted-by: mayor", "found 'mayor'")]
    [InlineData("measures.yaml", "valid-until: 2026", "valid-until: 2024", "a date after the release")]
    [InlineData("measures.yaml", "responsible: [nfra-yancheng]", "responsible: []", "found an empty list")]
    [InlineData("policy.source.yaml", "date: 2025-02-21", "date: 2025-02-20", "expected '2025-02-21'")]
    [InlineData("policy.source.yaml", "https://", "ftp://", "an https address")]
    [InlineData("seasonal-profile.yaml", "12: 100", "12: 1", "expected 100")]
    [InlineData("seasonal-profile.yaml", "provision: M01.1", "provision: M10.1", "found 'M10.1', expected M01.1")]
    [InlineData("text.zh-CN.md", "\u4E09\u3001", "\u56DB\u3001", "expected '\u4E09\u3001")]
    public void Load_OneThingWrong_IsRefusedWhereItStands(
        string file, string old, string replacement, string words, int? line = null)
    {
        using TemporaryCopy copy = new();
        int changed = copy.Replace(Folder + file, old, replacement);

        TemporaryCopy.AssertRefused(file, line ?? changed, words, () => PolicyLoader.Load(copy.PolicyFolder));
    }

    [Theory]
    [InlineData(M081, "checked-on: 2025-12-01\n", "missing key 'checked-on'", 1)]
    [InlineData(M081, "behind-up-to: { value: 10, unit: bp }\n", "missing key 'behind-up-to', which Target needs", 1)]
    [InlineData(M081, "  en: Decline in the weighted average rate on corporate loans\n", "name: missing key 'en'", 5)]
    [InlineData(M081, "values:\n  2025: 30    # a year not listed has no target\n", "found no value", 1)]
    [InlineData(M101, "in-force: { from: 2025-02, until: 2026-12 }\n", "must stand together", 1)]
    [InlineData("seasonal-profile.yaml", "  7: 68.4\n", "months: missing key '7'", 11)]
    [InlineData("text.zh-CN.md", "---\n", "the closing words must follow", 49)]
    public void Load_OneThingMissing_IsRefusedWhereItBelongs(string file, string old, string words, int line)
    {
        using TemporaryCopy copy = new();
        copy.Replace(Folder + file, old, string.Empty);

        TemporaryCopy.AssertRefused(file, line, words, () => PolicyLoader.Load(copy.PolicyFolder));
    }

    [Fact]
    public void Load_TheSameIdInTwoFiles_IsRefused()
    {
        using TemporaryCopy copy = new();
        File.Copy(copy.At(Folder + M081), copy.At(Folder + "provisions/m08-1-once-more.yaml"));

        TemporaryCopy.AssertRefused(
            "m08-1-once-more.yaml", 1, "id: found 'M08.1'", () => PolicyLoader.Load(copy.PolicyFolder));
    }

    [Fact]
    public void Load_AFileThatIsNotExpected_IsRefused()
    {
        using TemporaryCopy copy = new();
        File.WriteAllText(copy.At(Folder + "measure.yaml"), "id: x");

        TemporaryCopy.AssertRefused("measure.yaml", 1, "unknown file", () => PolicyLoader.Load(copy.PolicyFolder));
    }

    [Theory]
    [InlineData("measures.yaml")]
    [InlineData("policy.source.yaml")]
    [InlineData("seasonal-profile.yaml")]
    [InlineData("text.zh-CN.md")]
    public void Load_AFileMissing_IsRefused(string file)
    {
        using TemporaryCopy copy = new();
        File.Delete(copy.At(Folder + file));

        TemporaryCopy.AssertRefused(file, 1, "the file is missing", () => PolicyLoader.Load(copy.PolicyFolder));
    }

    [Fact]
    public void Load_AFileInAnotherEncoding_IsRefused()
    {
        using TemporaryCopy copy = new();
        File.WriteAllBytes(copy.At(Folder + M081), [(byte)'i', (byte)'d', (byte)':', 0xB9, 0xFA]);

        TemporaryCopy.AssertRefused(M081, 1, "not UTF-8", () => PolicyLoader.Load(copy.PolicyFolder));
    }

    [Theory]
    [InlineData("kind: [target")]
    [InlineData("kind: target: x")]
    [InlineData("kind: \"target\" x")]
    public void Load_BrokenYaml_IsRefusedOnItsLine(string broken)
    {
        using TemporaryCopy copy = new();
        int line = copy.Replace(Folder + M081, "kind: target", broken);

        TemporaryCopy.AssertRefused(M081, line, "not valid YAML", () => PolicyLoader.Load(copy.PolicyFolder));
    }
}
