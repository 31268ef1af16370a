using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class ProposalConfiguration : IEntityTypeConfiguration<ProposalRow>
{
    public void Configure(EntityTypeBuilder<ProposalRow> builder)
    {
        builder.ToTable("proposals");
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Author).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Note).HasMaxLength(Lengths.Address);
        builder.HasIndex(row => row.AtTicks);
    }
}

internal sealed class ProposalWithdrawalConfiguration : IEntityTypeConfiguration<ProposalWithdrawalRow>
{
    public void Configure(EntityTypeBuilder<ProposalWithdrawalRow> builder)
    {
        builder.ToTable("proposal_withdrawals");
        builder.HasKey(row => row.ProposalId);
        builder.Property(row => row.ProposalId).ValueGeneratedNever();
        builder.Property(row => row.Actor).HasMaxLength(Lengths.Name);
        builder.HasOne<ProposalRow>().WithOne()
            .HasForeignKey<ProposalWithdrawalRow>(row => row.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}
