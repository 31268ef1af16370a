using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SmeKpi.Storage.Sqlite;

/// <summary>Only for the tool that writes migrations; it opens no database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SmeKpiContext>
{
    public SmeKpiContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SmeKpiContext>();
        options.UseSmeKpiSqlite("Data Source=:memory:");
        return new SmeKpiContext(options.Options);
    }
}
