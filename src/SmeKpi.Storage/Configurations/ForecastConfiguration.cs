using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class ForecastConfiguration : IEntityTypeConfiguration<ForecastRow>
{
    public void Configure(EntityTypeBuilder<ForecastRow> builder)
    {
        builder.ToTable("forecasts");
        builder.HasKey(row => new { row.RegionCode, row.Month, row.Kpi });
        builder.Property(row => row.RegionCode).HasMaxLength(Lengths.RegionCode);
        builder.Property(row => row.Kpi).HasMaxLength(Lengths.Kpi);
        builder.Property(row => row.PolicyVersion).HasMaxLength(Lengths.Version);
    }
}
