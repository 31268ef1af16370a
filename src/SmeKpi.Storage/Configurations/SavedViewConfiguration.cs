using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Configurations;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedViewRow>
{
    public void Configure(EntityTypeBuilder<SavedViewRow> builder)
    {
        builder.ToTable("saved_views");
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Question).HasMaxLength(Lengths.Address);
        builder.Property(row => row.Owner).HasMaxLength(Lengths.Name);
        builder.HasIndex(row => row.Owner);
    }
}
