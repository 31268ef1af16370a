using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Core.Promises;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<MeetingRow>
{
    public void Configure(EntityTypeBuilder<MeetingRow> builder)
    {
        builder.ToTable("meetings");
        builder.Property(row => row.Name).HasMaxLength(PromiseRules.LongestText);
        builder.Property(row => row.Actor).HasMaxLength(Lengths.Name);
        builder.HasIndex(row => row.HeldOnYmd);
    }
}

internal sealed class PromiseConfiguration : IEntityTypeConfiguration<PromiseRow>
{
    public void Configure(EntityTypeBuilder<PromiseRow> builder)
    {
        builder.ToTable("promises");
        builder.Property(row => row.Text).HasMaxLength(PromiseRules.LongestText);
        builder.Property(row => row.Target).HasMaxLength(Lengths.Kpi);
        builder.Property(row => row.OwnerKind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(row => row.OwnerCode).HasMaxLength(Lengths.BankCode);
        builder.Property(row => row.Actor).HasMaxLength(Lengths.Name);
        builder.HasOne<MeetingRow>().WithMany().HasForeignKey(row => row.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.MeetingId);
    }
}

internal sealed class PromiseStepConfiguration : IEntityTypeConfiguration<PromiseStepRow>
{
    public void Configure(EntityTypeBuilder<PromiseStepRow> builder)
    {
        builder.ToTable("promise_steps");
        builder.Property(row => row.Act).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(row => row.Note).HasMaxLength(PromiseRules.LongestText);
        builder.Property(row => row.Actor).HasMaxLength(Lengths.Name);
        builder.HasOne<PromiseRow>().WithMany().HasForeignKey(row => row.PromiseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MeetingRow>().WithMany().HasForeignKey(row => row.MeetingId).OnDelete(DeleteBehavior.Restrict);
        // A meeting finds one thing about a promise; two people who record at once cannot both be right.
        builder.HasIndex(row => new { row.PromiseId, row.MeetingId }).IsUnique();
        builder.HasIndex(row => row.MeetingId);
    }
}
