using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SmeKpi.Storage.SqlServer;

/// <summary>Compares texts by their characters, as SQLite and the program do.</summary>
/// <remarks>SQL Server's usual collations hold codes that differ only in case or width to be the same.</remarks>
internal sealed class BinaryTextComparison(ModelCustomizerDependencies dependencies)
    : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (IMutableProperty property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            if ((property.GetProviderClrType() ?? property.ClrType) == typeof(string))
            {
                property.SetCollation("Latin1_General_100_BIN2");
            }
        }
    }
}
