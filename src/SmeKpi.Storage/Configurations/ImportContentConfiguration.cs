using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class ImportContentConfiguration : IEntityTypeConfiguration<ImportContentRow>
{
    public void Configure(EntityTypeBuilder<ImportContentRow> builder)
    {
        builder.ToTable("import_contents");
        builder.HasKey(row => row.ImportId);
        builder.Property(row => row.ImportId).ValueGeneratedNever();
        builder.HasOne<ImportRow>().WithOne()
            .HasForeignKey<ImportContentRow>(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
