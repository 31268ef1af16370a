using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

/// <summary>What Identity keeps of an account, without the columns that this program has no use for.</summary>
internal sealed class AccountConfiguration : IEntityTypeConfiguration<AccountRow>
{
    private static readonly ValueConverter<DateTimeOffset, long> s_ticks =
        new(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    public void Configure(EntityTypeBuilder<AccountRow> builder)
    {
        builder.ToTable("accounts");
        builder.Ignore(row => row.Email).Ignore(row => row.NormalizedEmail).Ignore(row => row.EmailConfirmed);
        builder.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed);
        builder.Ignore(row => row.TwoFactorEnabled);
        builder.Property(row => row.UserName).HasMaxLength(Lengths.Name).IsRequired();
        builder.Property(row => row.NormalizedUserName).HasMaxLength(Lengths.Name).IsRequired();
        builder.HasIndex(row => row.NormalizedUserName).IsUnique();
        builder.Property(row => row.ConcurrencyStamp).HasMaxLength(Lengths.Version).IsConcurrencyToken();
        builder.Property(row => row.SecurityStamp).HasMaxLength(Lengths.Version);
        builder.Property(row => row.PasswordHash).HasMaxLength(Lengths.FileName);
        builder.Property(row => row.LockoutEnd).HasConversion(s_ticks);
        builder.Property(row => row.DisplayName).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Role).HasConversion<string>().HasMaxLength(Lengths.ReadingName);
        builder.Property(row => row.BankCode).HasMaxLength(Lengths.BankCode);
        builder.Property(row => row.CountyCodes).HasMaxLength(Lengths.FileName);
        builder.Property(row => row.OtpSecretProtected).HasMaxLength(Lengths.Address);
        builder.Property(row => row.ExternalName).HasMaxLength(Lengths.Name);
        builder.HasIndex(row => row.ExternalName).IsUnique();
    }
}

internal sealed class AccountPasswordConfiguration : IEntityTypeConfiguration<AccountPasswordRow>
{
    public void Configure(EntityTypeBuilder<AccountPasswordRow> builder)
    {
        builder.ToTable("account_passwords");
        builder.Property(row => row.PasswordHash).HasMaxLength(Lengths.FileName);
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.AccountId, row.SetTicks });
    }
}

/// <summary>Which person of the identity provider an account belongs to.</summary>
internal sealed class AccountLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
    {
        builder.ToTable("account_logins");
        builder.HasKey(row => new { row.LoginProvider, row.ProviderKey });
        builder.Property(row => row.LoginProvider).HasMaxLength(Lengths.Name);
        builder.Property(row => row.ProviderKey).HasMaxLength(Lengths.Name);
        builder.Property(row => row.ProviderDisplayName).HasMaxLength(Lengths.Name);
        builder.HasOne<AccountRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.UserId);
    }
}
