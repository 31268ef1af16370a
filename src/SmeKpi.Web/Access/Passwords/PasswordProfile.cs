namespace SmeKpi.Web.Access.Passwords;

/// <summary>What a password has to be. The two profiles contradict each other; a setting picks one (ADR 0010).</summary>
/// <param name="Shortest">Code points after normalisation.</param>
/// <param name="Classes">How many of upper case, lower case, digits and others must occur.</param>
/// <param name="MaxAge">After this a new one is due at the next sign-in; null for never.</param>
/// <param name="Barred">How many of the newest passwords may not be chosen again.</param>
/// <param name="BarsCommon">Whether common passwords and words of the context are refused.</param>
internal sealed record PasswordProfile(
    string Name, int Shortest, int Classes, TimeSpan? MaxAge, int Barred, bool BarsCommon)
{
    /// <summary>Longer ones are refused, never cut.</summary>
    public const int Longest = 256;

    /// <summary>GB/T 22239-2019, 8.1.4.1 a, as assessors read it: complex and changed at intervals.</summary>
    public static PasswordProfile Mlps { get; } = new("mlps", 12, 3, TimeSpan.FromDays(90), 5, BarsCommon: false);

    /// <summary>OWASP ASVS 5.0, 6.2: long, of any letters, never changed without a reason, not easy to guess.</summary>
    public static PasswordProfile Asvs { get; } = new("asvs", 15, 0, null, 0, BarsCommon: true);

    /// <returns>Null when there is no such profile.</returns>
    public static PasswordProfile? Find(string name) => name switch
    {
        "mlps" => Mlps,
        "asvs" => Asvs,
        _ => null,
    };

    /// <summary>Whether a password set at one moment was too old when somebody signed in at another.</summary>
    public bool IsTooOld(DateTimeOffset set, DateTimeOffset signedIn) => MaxAge is { } age && signedIn - set >= age;
}

/// <summary>Why a password is refused.</summary>
internal enum PasswordFault
{
    TooShort,
    TooLong,
    TooFewClasses,
    Common,

    /// <summary>Holds the account's name, the product, the city or a bank.</summary>
    HoldsContextWord,
    UsedBefore,

    /// <summary>The second entry differs from the first.</summary>
    Differs,
}
