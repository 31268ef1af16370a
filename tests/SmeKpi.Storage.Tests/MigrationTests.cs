using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SmeKpi.Storage.Tests;

/// <summary>Both providers have the same migrations, and they make what the model says.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.SqlServer)]
    public void Migrations_OfEachProvider_AreCompleteForTheModel(Provider provider)
    {
        using SmeKpiContext context = Unconnected(provider);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Migrations_OfBothProviders_HaveEqualNames()
    {
        string[] sqlite = Names(Provider.Sqlite);

        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, Names(Provider.SqlServer));
    }

    [Fact]
    public void Script_ForSqlServer_IsValidAndNamesEveryTable()
    {
        using SmeKpiContext context = Unconnected(Provider.SqlServer);

        string script = context.GetService<IMigrator>().GenerateScript(
            options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Empty(TransactSql.Errors(script));
        Assert.All(context.Model.GetEntityTypes(), type => Assert.Contains(
            $"CREATE TABLE [{type.GetTableName()}]", script, StringComparison.Ordinal));
    }

    [Fact]
    public void Errors_OfABrokenScript_AreFound() =>
        Assert.NotEmpty(TransactSql.Errors("CREATE TABLE banks (code int,, month int)"));

    [Fact]
    public void Columns_OfNumbersAndMoments_AreWholeNumbers()
    {
        using SmeKpiContext context = Unconnected(Provider.Sqlite);
        Type[] floating =
            [typeof(decimal), typeof(double), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly)];

        Assert.DoesNotContain(
            context.Model.GetEntityTypes().SelectMany(type => type.GetProperties()),
            property => floating.Contains(Stored(property)));
    }

    /// <summary>What goes into the column: Identity's own moment is turned into ticks on the way.</summary>
    private static Type Stored(IProperty property)
    {
        Type type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static string[] Names(Provider provider)
    {
        using SmeKpiContext context = Unconnected(provider);
        return [.. context.Database.GetMigrations().Select(id => id.Split('_', 2)[1])];
    }

    private static SmeKpiContext Unconnected(Provider provider) =>
        new(TestDatabase.Options(provider, provider == Provider.Sqlite ? "Data Source=:memory:" : "Server=none"));
}
