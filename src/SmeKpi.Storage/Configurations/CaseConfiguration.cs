using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Core.Cases;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<CaseRow>
{
    public void Configure(EntityTypeBuilder<CaseRow> builder)
    {
        builder.ToTable("cases");
        builder.Property(row => row.BankCode).HasMaxLength(Lengths.BankCode);
        builder.Property(row => row.Subject).HasMaxLength(Lengths.ReadingName);
        builder.Property(row => row.Title).HasMaxLength(CaseContent.LongestTitle);
        builder.HasIndex(row => row.BankCode);
    }
}

internal sealed class CaseStepConfiguration : IEntityTypeConfiguration<CaseStepRow>
{
    public void Configure(EntityTypeBuilder<CaseStepRow> builder)
    {
        builder.ToTable("case_steps");
        builder.Property(row => row.Act).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(row => row.Finding).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(row => row.Actor).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Role).HasMaxLength(Lengths.ReadingName);
        builder.Property(row => row.Text).HasMaxLength(CaseContent.LongestText);
        builder.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);
        // Two people who act at once cannot both have taken the same step.
        builder.HasIndex(row => new { row.CaseId, row.Number }).IsUnique();
    }
}
