namespace SmeKpi.Core.Cases;

/// <summary>States, acts and findings as addresses, forms, files and the API write them: SentBack is sent-back.</summary>
public static class CaseNames
{
    private static readonly Dictionary<string, CaseState> s_states = Named<CaseState>();
    private static readonly Dictionary<string, CaseAct> s_acts = Named<CaseAct>();
    private static readonly Dictionary<string, CaseFinding> s_findings = Named<CaseFinding>();

    /// <summary>In the order in which a case goes through them.</summary>
    public static IReadOnlyDictionary<string, CaseState> States => s_states;

    public static IReadOnlyDictionary<string, CaseAct> Acts => s_acts;

    public static IReadOnlyDictionary<string, CaseFinding> Findings => s_findings;

    public static string Of(CaseState state) => Kebab(state);

    public static string Of(CaseAct act) => Kebab(act);

    public static string Of(CaseFinding finding) => Kebab(finding);

    private static Dictionary<string, T> Named<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(Kebab, value => value);

    private static string Kebab<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((letter, at) =>
            char.IsUpper(letter) ? (at > 0 ? "-" : string.Empty) + char.ToLowerInvariant(letter) : letter.ToString()));
}
