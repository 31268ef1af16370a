using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace SmeKpi.Storage;

/// <summary>A provider's own way of adding many rows, among its options; without one they are prepared commands.</summary>
internal sealed class BulkInsertChoice(Func<SmeKpiContext, string, BulkColumn[], BulkInsert> create)
    : IDbContextOptionsExtension
{
    public Func<SmeKpiContext, string, BulkColumn[], BulkInsert> Create { get; } = create;

    public DbContextOptionsExtensionInfo Info => new ChoiceInfo(this);

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    /// <summary>It adds no services, so it never makes EF build a second set of them.</summary>
    private sealed class ChoiceInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => string.Empty;

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ChoiceInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}
