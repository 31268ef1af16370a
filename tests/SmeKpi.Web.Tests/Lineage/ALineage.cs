using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Lineage;

/// <summary>The doors to the lineage for somebody of a role, without a site around them; a bank's account is B001's.</summary>
internal static class ALineage
{
    public static VisibleCells Cells(ProgramServices program, Role role)
    {
        (CurrentViewer current, BankViews views) = Somebody(program, role);
        return new VisibleCells(
            current, program.Get<CityData>(), program.Get<ObservationReader>(), program.Get<SmallGroupShelf>(),
            program.Get<ImportRows>(), program.Get<CellWindowShelf>(), views, program.Get<Law>());
    }

    public static VisibleFigures Figures(ProgramServices program, Role role)
    {
        (CurrentViewer current, BankViews views) = Somebody(program, role);
        VisibleCity city = new(
            current, program.Get<Law>().Rights, program.Get<CityData>(), program.Get<LineageReader>(), program.Get<ObservationReader>(),
            program.Get<SmallGroupShelf>(), program.Get<ImportRows>(), views);
        return new VisibleFigures(
            current, city, program.Get<CityData>(), program.Get<LineageReader>(), program.Get<FigureReader>(),
            program.Get<ObservationReader>(), program.Get<ImportRows>(), views, program.Get<Law>());
    }

    private static (CurrentViewer Current, BankViews Views) Somebody(ProgramServices program, Role role)
    {
        Viewer viewer = new($"test:{role}", role, role.IsOfBank() ? "B001" : null, [], HasSecondFactor: true);
        HttpContextAccessor accessor = new()
        {
            HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(ViewerClaims.ToIdentity(viewer, "test")) },
        };
        CurrentViewer current = new(accessor, new ServiceCollection().BuildServiceProvider(), program.Get<Law>().Rights);
        return (current, new BankViews(new AuditTrail(program.Get<AuditLog>(), current, accessor), accessor));
    }
}
