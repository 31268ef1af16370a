using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SmeKpi.Storage.Tests;

/// <summary>What compile-model wrote down is what the configurations say; otherwise run it again.</summary>
public sealed class CompiledModelTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public void CompiledModel_OfEachProvider_EqualsTheModelBuiltAtRunTime(Provider provider)
    {
        DbContextOptions<SmeKpiContext> options = TestDatabase.Options(
            provider, provider == Provider.Sqlite ? "Data Source=:memory:" : "Server=none");
        using SmeKpiContext compiled = new(options);
        using SmeKpiContext built = new(WithoutModel(options));

        Assert.NotSame(compiled.Model, built.Model);
        Assert.Equal(Describe(built.Model), Describe(compiled.Model));
        Assert.Equal(Describe(built.Model.GetRelationalModel()), Describe(compiled.Model.GetRelationalModel()));
    }

    private static DbContextOptions<SmeKpiContext> WithoutModel(DbContextOptions<SmeKpiContext> options)
    {
        DbContextOptionsBuilder<SmeKpiContext> builder = new(options);
        CoreOptionsExtension core = options.GetExtension<CoreOptionsExtension>();
        Assert.NotNull(core.Model);
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(core.WithModel(null));
        return builder.Options;
    }

    private static string Describe(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault);

    private static string Describe(IRelationalModel model) =>
        model.ToDebugString(MetadataDebugStringOptions.LongDefault);
}
