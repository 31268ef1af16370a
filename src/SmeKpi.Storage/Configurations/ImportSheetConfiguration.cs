using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class ImportSheetConfiguration : IEntityTypeConfiguration<ImportSheetRow>
{
    public void Configure(EntityTypeBuilder<ImportSheetRow> builder)
    {
        builder.ToTable("import_sheets");
        builder.HasKey(row => new { row.ImportId, row.Number });
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.HasOne<ImportRow>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
