using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("imports");
        builder.Property(row => row.Sha256).HasMaxLength(Lengths.Version);
        builder.HasIndex(row => row.Sha256).IsUnique();
        builder.HasIndex(row => row.KnownSinceTicks).IsUnique();
        builder.Property(row => row.FileName).HasMaxLength(Lengths.FileName);
        builder.Property(row => row.Layout).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Actor).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Publisher).HasMaxLength(Lengths.FileName);
        builder.Property(row => row.Title).HasMaxLength(Lengths.FileName);
        builder.Property(row => row.Address).HasMaxLength(Lengths.Address);
    }
}
