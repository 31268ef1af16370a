using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Storage;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;
using SmeKpi.Web.Access;
using SmeKpi.Web.Components.Layout;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Tests.Panels;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Admin;

/// <summary>Draws the administration of accounts for somebody, on a database of the test.</summary>
public abstract class AdminContext : PanelContext, IAsyncLifetime
{
    private readonly SeededDatabase _seeded;
    private readonly TemporaryFolder _folder = new();
    private readonly CurrentPerson _person = new();
    private ProgramServices _program = null!;

    protected AdminContext(SeededDatabase seeded)
    {
        _seeded = seeded;
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Read("en");
    }

    internal static Actor Program => Actor.Program;

    internal AccountDesk Desk => _program.Get<AccountDesk>();

    public async ValueTask InitializeAsync()
    {
        _program = new ProgramServices(await _seeded.CopyEmptyAsync(_folder));
        Services.AddSingleton(Desk);
        Services.AddSingleton(new AccessTokenDesk(
            _program.Get<IDbContextFactory<SmeKpiContext>>(), _program.Get<AuditLog>(), _program.Clock, Law.Load().Rights));
        Services.AddSingleton(_program.Get<AuditLog>());
        Services.AddSingleton(_program.Get<MasterDataReader>());
        Services.AddSingleton(_program.Get<TimeProvider>());
        Services.AddSingleton(Law.Load().Rights);
        Services.AddSingleton<SiteMode>();
        Services.AddSingleton<IHttpContextAccessor, HttpContextAccessor>();
        Services.AddSingleton<AuthenticationStateProvider>(_person);
        Services.AddScoped<CurrentViewer>();
        Services.AddScoped<AuditTrail>();
        Services.AddScoped<AccountAdministration>();
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
        Look(Role.SecurityAdministrator);
    }

    /// <summary>Who acts from now on, also in what is already drawn.</summary>
    internal void Look(Role role, string name = "chief") =>
        _person.Viewer = new Viewer(name, role, null, [], HasSecondFactor: true);

    internal async Task<Account> InviteAsync(string name, Role role = Role.Analyst) =>
        (await Desk.InviteAsync(name, new AccountFacts("Somebody", role, null, []), Program)).Account!;

    internal async Task<IReadOnlyList<AuditRow>> AuditAsync()
    {
        await using SmeKpiContext context = await _program.Get<IDbContextFactory<SmeKpiContext>>().CreateDbContextAsync();
        return await context.Audit.AsNoTracking().OrderBy(row => row.Number).ToListAsync();
    }

    /// <summary>Answers the question that stands on the screen.</summary>
    internal static void Confirm(IRenderedComponent<WorkFrame> page) => page.WaitForElements(".question button")
        .Single(button => button.TextContent.Trim() == "Yes").Click();

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _program.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class CurrentPerson : AuthenticationStateProvider
    {
        public Viewer Viewer { get; set; } = Viewer.Visitor;

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(
            new AuthenticationState(new ClaimsPrincipal(ViewerClaims.ToIdentity(Viewer, "test"))));
    }
}
