using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<SubmissionRow>
{
    public void Configure(EntityTypeBuilder<SubmissionRow> builder)
    {
        builder.ToTable("submissions");
        builder.Property(row => row.BankCode).HasMaxLength(Lengths.BankCode);
        builder.Property(row => row.Sha256).HasMaxLength(Lengths.Version);
        builder.Property(row => row.FileName).HasMaxLength(Lengths.FileName);
        builder.Property(row => row.Channel).HasMaxLength(Lengths.Word);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Maker).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Layout).HasMaxLength(Lengths.ReadingName);
        builder.Property(row => row.Signer).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Publisher).HasMaxLength(Lengths.Name);
        builder.HasOne<ImportRow>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.BankCode, row.Month, row.Sequence }).IsUnique();
        builder.HasIndex(row => row.Sha256);
        builder.HasIndex(row => new { row.State, row.ReceivedTicks });
    }
}

internal sealed class SubmissionContentConfiguration : IEntityTypeConfiguration<SubmissionContentRow>
{
    public void Configure(EntityTypeBuilder<SubmissionContentRow> builder)
    {
        builder.ToTable("submission_contents");
        builder.HasKey(row => row.SubmissionId);
        builder.Property(row => row.SubmissionId).ValueGeneratedNever();
        builder.HasOne<SubmissionRow>().WithOne()
            .HasForeignKey<SubmissionContentRow>(row => row.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubmissionStepConfiguration : IEntityTypeConfiguration<SubmissionStepRow>
{
    public void Configure(EntityTypeBuilder<SubmissionStepRow> builder)
    {
        builder.ToTable("submission_steps");
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(row => row.Actor).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Role).HasMaxLength(Lengths.ReadingName);
        builder.Property(row => row.Note).HasMaxLength(Lengths.Address);
        builder.HasOne<SubmissionRow>().WithMany()
            .HasForeignKey(row => row.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.SubmissionId);
    }
}

internal sealed class SubmissionFindingConfiguration : IEntityTypeConfiguration<SubmissionFindingRow>
{
    public void Configure(EntityTypeBuilder<SubmissionFindingRow> builder)
    {
        builder.ToTable("submission_findings");
        builder.Property(row => row.Rule).HasMaxLength(Lengths.Word);
        builder.Property(row => row.Subject).HasMaxLength(Lengths.FileName);
        builder.Property(row => row.Reason).HasMaxLength(Lengths.Address);
        builder.Property(row => row.ReasonBy).HasMaxLength(Lengths.Name);
        builder.HasOne<SubmissionRow>().WithMany()
            .HasForeignKey(row => row.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.SubmissionId, row.Number }).IsUnique();
    }
}

internal sealed class RuleDisputeConfiguration : IEntityTypeConfiguration<RuleDisputeRow>
{
    public void Configure(EntityTypeBuilder<RuleDisputeRow> builder)
    {
        builder.ToTable("rule_disputes");
        builder.Property(row => row.Rule).HasMaxLength(Lengths.Word);
        builder.Property(row => row.BankCode).HasMaxLength(Lengths.BankCode);
        builder.Property(row => row.Text).HasMaxLength(Lengths.Address);
        builder.Property(row => row.Actor).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Answer).HasMaxLength(Lengths.Address);
        builder.Property(row => row.AnsweredBy).HasMaxLength(Lengths.Name);
        builder.HasOne<SubmissionRow>().WithMany()
            .HasForeignKey(row => row.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.AnsweredTicks);
    }
}
