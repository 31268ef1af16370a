using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("sessions");
        builder.Property(row => row.KeyHash).HasMaxLength(Lengths.Version);
        builder.HasIndex(row => row.KeyHash).IsUnique();
        builder.Property(row => row.Method).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Address).HasMaxLength(Lengths.Version);
        builder.Property(row => row.EndReason).HasMaxLength(Lengths.Word);
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.AccountId, row.EndedTicks });
    }
}

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessTokenRow>
{
    public void Configure(EntityTypeBuilder<AccessTokenRow> builder)
    {
        builder.ToTable("access_tokens");
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.TokenHash).HasMaxLength(Lengths.Version);
        builder.HasIndex(row => row.TokenHash).IsUnique();
        builder.Property(row => row.Scopes).HasMaxLength(Lengths.FileName);
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.AccountId);
    }
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLinkRow>
{
    public void Configure(EntityTypeBuilder<OneTimeLinkRow> builder)
    {
        builder.ToTable("one_time_links");
        builder.Property(row => row.SecretHash).HasMaxLength(Lengths.Version);
        builder.HasIndex(row => row.SecretHash).IsUnique();
        builder.Property(row => row.Purpose).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.AccountId);
    }
}
