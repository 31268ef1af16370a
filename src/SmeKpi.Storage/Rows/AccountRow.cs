using Microsoft.AspNetCore.Identity;
using SmeKpi.Core.Access;

namespace SmeKpi.Storage.Rows;

/// <summary>Somebody who may sign in. Name, password hash, stamp and lockout are ASP.NET Core Identity's.</summary>
public sealed class AccountRow : IdentityUser<long>
{
    /// <summary>How people call the person, shown to those who administer accounts.</summary>
    public required string DisplayName { get; set; }

    public required Role Role { get; set; }

    /// <summary>Set for the roles of a bank and for no other.</summary>
    public string? BankCode { get; set; }

    /// <summary>Codes of the areas the account is confined to, separated by spaces; empty for no such limit.</summary>
    public string CountyCodes { get; set; } = string.Empty;

    /// <summary>A disabled account signs in nowhere; accounts are never deleted, the record speaks of them.</summary>
    public bool IsDisabled { get; set; }

    public long CreatedTicks { get; init; }

    /// <summary>Null until the person has chosen a password.</summary>
    public long? PasswordSetTicks { get; set; }

    public long? LastSignInTicks { get; set; }

    /// <summary>The secret of the one-time codes, encrypted with the program's keys; null while none is set up.</summary>
    public string? OtpSecretProtected { get; set; }

    /// <summary>The last time step whose code was used: each code counts once.</summary>
    public long? OtpLastStep { get; set; }

    /// <summary>The name under which the city's identity provider knows the person; null for local sign-in only.</summary>
    public string? ExternalName { get; set; }
}
