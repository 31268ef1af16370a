using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Actor).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Role).HasMaxLength(Lengths.ReadingName);
        builder.Property(row => row.Address).HasMaxLength(Lengths.Version);
        builder.Property(row => row.Action).HasMaxLength(Lengths.ReadingName);
        builder.Property(row => row.Target).HasMaxLength(Lengths.FileName);
        builder.Property(row => row.Result).HasMaxLength(Lengths.Word);
        builder.Property(row => row.Detail).HasMaxLength(Lengths.Address);
        builder.Property(row => row.PreviousHash).HasMaxLength(Lengths.Version);
        builder.Property(row => row.Hash).HasMaxLength(Lengths.Version);

        // People search by time, person and act.
        builder.HasIndex(row => row.AtTicks);
        builder.HasIndex(row => new { row.Actor, row.AtTicks });
        builder.HasIndex(row => new { row.Action, row.AtTicks });
    }
}
