using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class RefusalConfiguration : IEntityTypeConfiguration<RefusalRow>
{
    public void Configure(EntityTypeBuilder<RefusalRow> builder)
    {
        builder.ToTable("refusals");
        builder.Property(row => row.Sha256).HasMaxLength(Lengths.Version);
        builder.Property(row => row.FileName).HasMaxLength(Lengths.FileName);
        builder.HasIndex(row => row.AtTicks);
    }
}
