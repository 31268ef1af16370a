using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Rows;
using SmeKpi.Web.Access;
using SmeKpi.Web.Access.Passwords;
using SmeKpi.Web.Access.SecondFactor;
using SmeKpi.Web.Access.Sessions;

namespace SmeKpi.Web.Composition;

/// <summary>Passwords, second factor and sessions of the server.</summary>
internal static class SignInServices
{
    /// <summary>Keys are bound to it: another name would not read what this one wrote.</summary>
    private const string KeysOf = "SmeKpi";

    public static IServiceCollection AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddDataProtection().SetApplicationName(KeysOf);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository =
                new FileSystemXmlRepository(KeyFolder(settings), provider.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton(settings.PasswordProfile);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordDesk.Iterations);
        services.AddSingleton<IPasswordHasher<AccountRow>, PasswordHasher<AccountRow>>();
        services.AddSingleton<PasswordDesk>();
        services.AddSingleton<OneTimeCodes>();
        services.AddSingleton<HalfWayCookie>();
        services.AddSingleton<SignInBook>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<SessionDesk>();
        services.AddSingleton<SessionDuties>();
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<CircuitDoor>();
        services.AddSingleton<SetUpLink>();
        services.AddHostedService<SessionKeeper>();
        services.AddScoped<AuthenticationStateProvider, SessionStateProvider>();
        services.AddScoped<CircuitHandler, SessionActivity>();
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(AccessSchemes.Session, null);
        return services;
    }

    /// <summary>Made when the first key is needed: a start that is refused leaves nothing behind.</summary>
    private static DirectoryInfo KeyFolder(Settings settings)
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "keys"));
        if (!OperatingSystem.IsWindows())
        {
            // The keys open cookies and second factors: nobody else on the machine reads them.
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        return folder;
    }
}
