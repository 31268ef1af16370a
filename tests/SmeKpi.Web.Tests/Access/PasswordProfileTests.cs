using SmeKpi.Web.Access.Passwords;

namespace SmeKpi.Web.Tests.Access;

public sealed class PasswordProfileTests
{
    [Theory]
    [InlineData("Abcdefghij12")]
    [InlineData("abcdefghi-12")]
    [InlineData("\u76d0\u57ce\u8d37\u6b3e\u8bc4\u5224Abcdef")]
    [InlineData("            Aa")]
    public void Mlps_TwelveCharactersOfThreeKinds_IsFit(string password) => Assert.Empty(FaultsOf(password, PasswordProfile.Mlps));

    [Theory]
    [InlineData("Abcdefghi12", nameof(PasswordFault.TooShort))]
    [InlineData("abcdefghij12", nameof(PasswordFault.TooFewClasses))]
    [InlineData("ABCDEFGHIJ12", nameof(PasswordFault.TooFewClasses))]
    [InlineData("", nameof(PasswordFault.TooShort))]
    public void Mlps_OneShortOfTheRule_IsRefused(string password, string fault) =>
        Assert.Contains(fault, FaultsOf(password, PasswordProfile.Mlps));

    [Theory]
    [InlineData("wkpruvexotiqhza")]
    [InlineData("\u6e56\u5149\u79cb\u6708\u4e24\u76f8\u548c\u6f6d\u9762\u65e0\u98ce\u955c\u672a\u78e8\u9065")]
    [InlineData("seven grey herons wade upstream")]
    public void Asvs_FifteenOfAnyKind_IsFit(string password) => Assert.Empty(FaultsOf(password, PasswordProfile.Asvs));

    [Theory]
    [InlineData("wkpruvexotiqhz", nameof(PasswordFault.TooShort))]
    [InlineData("passwordpassword", nameof(PasswordFault.Common))]
    [InlineData("password12345678", nameof(PasswordFault.Common))]
    [InlineData("P@ssw0rdP@ssw0rd", nameof(PasswordFault.Common))]
    [InlineData("qwertyqwertyqwerty", nameof(PasswordFault.Common))]
    [InlineData("1234567890123456", nameof(PasswordFault.Common))]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", nameof(PasswordFault.Common))]
    [InlineData("dragonmonkeydragon", nameof(PasswordFault.Common))]
    public void Asvs_ShortOrMadeUpOfCommonOnes_IsRefused(string password, string fault) =>
        Assert.Contains(fault, FaultsOf(password, PasswordProfile.Asvs));

    [Theory]
    [InlineData(128, true)]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Length_LongPhrases_AreTakenWholeOrRefused(int length, bool fits)
    {
        string password = string.Concat(Enumerable.Range(0, length).Select(at => "kqzvxwjp"[(at * 7 + at / 8) % 8]));

        Assert.Equal(fits, !FaultsOf(password, PasswordProfile.Asvs).Any());
    }

    [Fact]
    public void Length_LettersOutsideTheBasicPlane_CountOnce()
    {
        string password = string.Concat(Enumerable.Repeat("\U0001F98A\U00020000\u9f98", 4)) + "Aa";

        Assert.Equal(14, PasswordText.LengthOf(password));
        Assert.Contains(nameof(PasswordFault.TooShort), FaultsOf(password, PasswordProfile.Asvs));
    }

    [Fact]
    public void Normalise_ComposedAndDecomposed_AreTheSame()
    {
        Assert.Equal(PasswordText.Normalise("\u00e9t\u00e9"), PasswordText.Normalise("e\u0301te\u0301"));
        Assert.Equal(" a b ", PasswordText.Normalise(" a b "));
        Assert.NotEmpty(PasswordText.Normalise("\ud800"));
    }

    [Theory]
    [InlineData("the wang.li phrase is mine", true)]
    [InlineData("smekpi is what we run daily", true)]
    [InlineData("SM3KP1 or 5mekpi for ever on", true)]
    [InlineData("\u76d0\u57ce\u6e56\u5149\u79cb\u6708\u4e24\u76f8\u548c\u6f6d\u9762\u65e0\u98ce", true)]
    [InlineData("seven grey herons wade upstream", false)]
    public void Holds_NameProductOrCity_IsFound(string password, bool expected) => Assert.Equal(
        expected, PasswordDesk.Holds(PasswordText.Normalise(password), ["wang.li", .. PasswordDesk.ContextWords]));

    [Fact]
    public void Common_List_HoldsThreeThousandEntriesAndMore() => Assert.True(PasswordDesk.Common.Count >= 3_000);

    [Theory]
    [InlineData(90, 0, true)]
    [InlineData(89, 23, false)]
    public void Mlps_AfterNinetyDays_IsTooOld(int days, int hours, bool expected)
    {
        DateTimeOffset set = new(2025, 7, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(expected, PasswordProfile.Mlps.IsTooOld(set, set.AddDays(days).AddHours(hours)));
        Assert.False(PasswordProfile.Asvs.IsTooOld(set, set.AddYears(10)));
    }

    private static IEnumerable<string> FaultsOf(string password, PasswordProfile profile) =>
        [.. PasswordDesk.Faults(PasswordText.Normalise(password), profile).Select(fault => fault.ToString())];

}
