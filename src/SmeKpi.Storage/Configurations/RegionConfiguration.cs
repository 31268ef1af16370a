using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class RegionConfiguration : IEntityTypeConfiguration<RegionRow>
{
    public void Configure(EntityTypeBuilder<RegionRow> builder)
    {
        builder.ToTable("regions");
        builder.Property(row => row.Code).HasMaxLength(Lengths.RegionCode);
        builder.Property(row => row.NameZh).HasMaxLength(Lengths.Name);
        builder.Property(row => row.NameEn).HasMaxLength(Lengths.Name);
        builder.Property(row => row.ParentCode).HasMaxLength(Lengths.RegionCode);
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.HasIndex(row => new { row.Code, row.KnownSinceTicks }).IsUnique();
        builder.HasOne<ImportRow>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
