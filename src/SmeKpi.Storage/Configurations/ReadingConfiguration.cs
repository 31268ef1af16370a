using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class ReadingConfiguration : IEntityTypeConfiguration<ReadingRow>
{
    public void Configure(EntityTypeBuilder<ReadingRow> builder)
    {
        builder.ToTable("readings");
        builder.Property(row => row.Kpi).HasMaxLength(Lengths.Kpi);
        builder.Property(row => row.Reading).HasMaxLength(Lengths.ReadingName);
        builder.Property(row => row.RegionCode).HasMaxLength(Lengths.RegionCode);
        builder.Property(row => row.BankCode).HasMaxLength(Lengths.BankCode);
        builder.Property(row => row.PolicyVersion).HasMaxLength(Lengths.Version);
        builder.Property(row => row.Standing).HasConversion<string>().HasMaxLength(Lengths.Word);

        // The moment of computing is part of the key: a new policy or a mended program gives another reading of the
        // same data.
        builder.HasIndex(row => new
        {
            row.Month,
            row.Kpi,
            row.Reading,
            row.RegionCode,
            row.BankCode,
            row.DataKnownSinceTicks,
            row.ComputedTicks,
        }).IsUnique();
    }
}
