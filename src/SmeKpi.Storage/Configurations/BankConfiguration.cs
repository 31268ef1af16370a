using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class BankConfiguration : IEntityTypeConfiguration<BankRow>
{
    public void Configure(EntityTypeBuilder<BankRow> builder)
    {
        builder.ToTable("banks");
        builder.Property(row => row.Code).HasMaxLength(Lengths.BankCode);
        builder.Property(row => row.NameZh).HasMaxLength(Lengths.Name);
        builder.Property(row => row.NameEn).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Type).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(row => row.SuccessorCode).HasMaxLength(Lengths.BankCode);
        builder.HasIndex(row => new { row.Code, row.KnownSinceTicks }).IsUnique();
        builder.HasOne<ImportRow>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
