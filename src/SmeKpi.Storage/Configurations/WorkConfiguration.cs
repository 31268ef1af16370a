using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class WorkConfiguration : IEntityTypeConfiguration<WorkRow>
{
    public void Configure(EntityTypeBuilder<WorkRow> builder)
    {
        builder.ToTable("work");
        builder.Property(row => row.Kind).HasMaxLength(Lengths.Name);
        builder.Property(row => row.BusinessKey).HasMaxLength(Lengths.FileName);
        builder.HasIndex(row => row.BusinessKey).IsUnique();
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.HasIndex(row => row.State);
    }
}
