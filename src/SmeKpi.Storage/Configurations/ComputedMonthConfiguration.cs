using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class ComputedMonthConfiguration : IEntityTypeConfiguration<ComputedMonthRow>
{
    public void Configure(EntityTypeBuilder<ComputedMonthRow> builder)
    {
        builder.ToTable("computed_months");
        builder.HasKey(row => row.Month);
        builder.Property(row => row.Month).ValueGeneratedNever();
        builder.Property(row => row.PolicyVersion).HasMaxLength(Lengths.Version);
    }
}
