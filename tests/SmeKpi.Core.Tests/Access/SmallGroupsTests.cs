using SmeKpi.Core.Access;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Tests.Policies;

namespace SmeKpi.Core.Tests.Access;

public sealed class SmallGroupsTests
{
    private const string City = "320900";

    private static readonly SmallGroups s_groups = new(5);

    [Fact]
    public void Load_ShippedTable_SaysFive() =>
        Assert.Equal(5, SmallGroups.Load(Path.Combine(Repository.SeedData, "access")).Fewest);

    [Theory]
    [InlineData("rule,banks\n", "fewest-banks")]
    [InlineData("rule,banks\nfewest-banks,1\n", "2 to 100")]
    [InlineData("rule,banks\nfewest-banks,5\nfewest-banks,6\n", "twice")]
    public void Load_WrongTable_IsRefusedWithItsReason(string text, string reason)
    {
        using TemporaryCopy copy = new();
        string folder = Path.GetDirectoryName(copy.Indicators)!;
        File.WriteAllText(Path.Combine(folder, SmallGroups.FileName), text);

        DataFileException error = Assert.Throws<DataFileException>(() => SmallGroups.Load(folder));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Withheld_FiveBanksEverywhere_IsNothing() =>
        Assert.Empty(s_groups.Withheld([County("A", 5), County("B", 6), County("C", null)]));

    [Fact]
    public void Withheld_OneSmallCounty_TakesTheNextSmallestWithIt() =>
        Assert.Equal(["A", "C"], Withheld(County("A", 4), County("B", 9), County("C", 6), County("D", 6)));

    [Fact]
    public void Withheld_TwoSmallCounties_StillTakeALargeOne() =>
        Assert.Equal(["A", "B", "C"], Withheld(County("A", 1), County("B", 1), County("C", 8), County("D", 9)));

    [Fact]
    public void Withheld_SmallZone_TakesItsDistrict() =>
        Assert.Equal(["D", "Z"], Withheld(County("A", 5), County("D", 30), Zone("Z", "D", 3), County("E", 6)));

    [Fact]
    public void Withheld_SmallDistrict_TakesItsZone() =>
        Assert.Equal(["D", "Z"], Withheld(County("A", 5), County("D", 3), Zone("Z", "D", 30), County("E", 6)));

    [Fact]
    public void Withheld_SmallCountyBesideASmallZone_HasAPartnerOfItsOwn() =>
        Assert.Equal(["A", "C", "D", "Z"], Withheld(County("A", 4), County("C", 6), County("D", 9), Zone("Z", "D", 2), County("E", 7)));

    [Fact]
    public void Withheld_PublishedWithoutBanks_IsNoSmallGroupAndProtectsLast() =>
        Assert.Equal(["A", "B"], Withheld(County("A", 2), County("B", 40), County("P", null)));

    [Fact]
    public void Withheld_OnlyOneCounty_IsWithheldAlthoughTheCityGivesItAway() =>
        Assert.Equal(["A"], Withheld(County("A", 2)));

    /// <summary>1,000 random additions and subtractions of everything that is shown, in 200 random cities.</summary>
    [Fact]
    public void Withheld_RandomSubtractions_RecoverNoWithheldValue()
    {
        Random random = new(20250715);
        int hidden = 0;
        for (int round = 0; round < 200; round++)
        {
            Attack attack = new(RandomCity(random), s_groups, random);
            hidden += attack.Withheld.Count;
            for (int attempt = 0; attempt < 1_000; attempt++)
            {
                decimal guess = attack.Guess(random);
                Assert.DoesNotContain(attack.Withheld, area => attack.Value(area) == guess);
            }
        }

        Assert.True(hidden > 200, $"only {hidden} values were withheld");
    }

    /// <summary>No combination whatever gives a withheld value: none of them is a sum of multiples of what is shown.</summary>
    [Fact]
    public void Withheld_EveryLinearCombination_RecoversNoWithheldValue()
    {
        Random random = new(7);
        for (int round = 0; round < 500; round++)
        {
            Attack attack = new(RandomCity(random), s_groups, random);

            Assert.DoesNotContain(attack.Withheld, attack.CanBeComputed);
        }
    }

    /// <summary>The same attack succeeds when the protecting areas are left out: the two tests above can fail.</summary>
    [Fact]
    public void Attack_WithoutProtectingAreas_RecoversTheValue()
    {
        IReadOnlyList<AreaGroup> city = [County("A", 4), County("B", 9), County("C", 6)];

        Attack attack = new(city, ["A"], new Random(1));

        Assert.True(attack.CanBeComputed("A"));
    }

    private static string[] Withheld(params AreaGroup[] areas) =>
        [.. s_groups.Withheld(areas).Order(StringComparer.Ordinal)];

    private static AreaGroup County(string code, int? banks) => new(code, City, banks);

    private static AreaGroup Zone(string code, string district, int? banks) => new(code, district, banks);

    private static List<AreaGroup> RandomCity(Random random)
    {
        List<AreaGroup> areas = [];
        for (int i = 0, counties = random.Next(5, 12); i < counties; i++)
        {
            areas.Add(County($"C{i:00}", random.Next(3) == 0 ? random.Next(1, 5) : random.Next(5, 40)));
            if (i < 3 && random.Next(2) == 0)
            {
                areas.Add(Zone($"Z{i:00}", $"C{i:00}", random.Next(3) == 0 ? random.Next(1, 5) : random.Next(5, 40)));
            }
        }

        // Counties without zones, so that what the districts leave of the city is no single area that nothing can protect.
        areas.Add(County("C98", 20));
        areas.Add(County("C99", 30));
        return areas;
    }
}
