using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access.Passwords;

namespace SmeKpi.Web.Access.Sessions;

/// <summary>What somebody has to do before anything else.</summary>
internal enum SessionDuty
{
    None,

    /// <summary>Set up the second factor that the role requires.</summary>
    SecondFactor,

    /// <summary>Choose a new password: the old one was too old at sign-in.</summary>
    Password,
}

/// <summary>Knows what a session has to do first, and takes every right but those needed for it until it is done.</summary>
internal sealed class SessionDuties(RoleRules roles, PasswordProfile passwords)
{
    private static readonly string[] s_left = [Right.SessionOpen, Right.AccountOwn];

    public SessionDuty Of(StoredSession session) => session switch
    {
        { HasSecondFactor: false } when roles[session.Account.Facts.Role].RequiresSecondFactor => SessionDuty.SecondFactor,
        { Method: SessionStart.Password, Account.PasswordSet: { } set } when passwords.IsTooOld(set, session.Created)
            => SessionDuty.Password,
        _ => SessionDuty.None,
    };

    /// <returns>Null for every right of the role.</returns>
    public IReadOnlyList<string>? RightsLeft(StoredSession session) => Of(session) == SessionDuty.None ? null : s_left;

    /// <summary>The page on which the duty is done.</summary>
    public static string? PageFor(SessionDuty duty) => duty switch
    {
        SessionDuty.SecondFactor => DenialAnswers.SecondFactor,
        SessionDuty.Password => "/account/password",
        _ => null,
    };
}
