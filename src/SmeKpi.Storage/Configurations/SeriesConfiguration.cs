using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class SeriesConfiguration : IEntityTypeConfiguration<SeriesRow>
{
    public void Configure(EntityTypeBuilder<SeriesRow> builder)
    {
        builder.ToTable("series");

        // Ids are given out by the importer, which writes series in bulk while it holds the writers' lock.
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Indicator).HasMaxLength(Lengths.Indicator);
        builder.Property(row => row.Scope).HasMaxLength(Lengths.Scope);
        builder.Property(row => row.BankCode).HasMaxLength(Lengths.BankCode);
        builder.Property(row => row.RegionCode).HasMaxLength(Lengths.RegionCode);
        builder.HasIndex(row => new { row.Indicator, row.Scope, row.BankCode, row.RegionCode }).IsUnique();
    }
}
