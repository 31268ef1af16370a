using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Filing;

/// <summary>The people around a filing of bank B1, with the rights that the program ships.</summary>
internal static class People
{
    public static FilingRules Rules { get; } =
        new(RightsTable.Load(Path.Combine(SeedData.Folder, "access")));

    public static Viewer Maker { get; } = Of("maker", Role.BankReporter, "B1");

    public static Viewer Signer { get; } = Of("signer", Role.BankSigner, "B1");

    public static Viewer Regulator { get; } = Of("regulator", Role.Regulator);

    public static IReadOnlyList<Viewer> All { get; } =
    [
        Maker, Signer, Regulator, Of("other-maker", Role.BankReporter, "B1"), Of("other-signer", Role.BankSigner, "B1"),
        Of("foreign-maker", Role.BankReporter, "B2"), Of("foreign-signer", Role.BankSigner, "B2"),
        Of("analyst", Role.Analyst), Of("leader", Role.Leader), Of("system", Role.SystemAdministrator), Viewer.Visitor,
        Signer with { Name = "maker" }, Regulator with { Name = "signer" }, Regulator with { Name = "maker" },
        Maker with { HasSecondFactor = false }, Signer with { HasSecondFactor = false },
    ];

    public static Viewer Of(string name, Role role, string? bank = null) => new(name, role, bank, [], HasSecondFactor: true);

    public static FilingFacts Facts(
        SubmissionState state, string? signer = null, int blocking = 0, int unexplained = 0, params string[] makers) =>
        new(state, "B1", ["maker", .. makers], signer, blocking, unexplained);
}
