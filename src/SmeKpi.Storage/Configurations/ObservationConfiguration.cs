using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<ObservationRow>
{
    public void Configure(EntityTypeBuilder<ObservationRow> builder)
    {
        builder.ToTable("observations", table => table.HasCheckConstraint(
            "CK_observations_one_number",
            "(amount_fen IS NULL OR (count IS NULL AND rate_millionths IS NULL))"
            + " AND (count IS NULL OR rate_millionths IS NULL)"));
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.SeriesId, row.Month, row.KnownSinceTicks }).IsUnique();
        builder.HasOne<SeriesRow>().WithMany().HasForeignKey(row => row.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportRow>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
