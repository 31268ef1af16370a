using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SmeKpi.Storage.SqlServer;

/// <summary>Only for the tool that writes migrations; it opens no database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SmeKpiContext>
{
    public SmeKpiContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SmeKpiContext>();
        options.UseSmeKpiSqlServer("Server=none");
        return new SmeKpiContext(options.Options);
    }
}
