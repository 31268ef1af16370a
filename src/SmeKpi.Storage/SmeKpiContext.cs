using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage;

/// <summary>The database on any provider: whole numbers with their unit in the column, times in UTC ticks.</summary>
public sealed class SmeKpiContext(DbContextOptions<SmeKpiContext> options) : DbContext(options)
{
    public DbSet<SeriesRow> Series => Set<SeriesRow>();

    public DbSet<ObservationRow> Observations => Set<ObservationRow>();

    public DbSet<ImportRow> Imports => Set<ImportRow>();

    public DbSet<ImportContentRow> ImportContents => Set<ImportContentRow>();

    public DbSet<ImportSheetRow> ImportSheets => Set<ImportSheetRow>();

    public DbSet<RefusalRow> Refusals => Set<RefusalRow>();

    public DbSet<BankRow> Banks => Set<BankRow>();

    public DbSet<RegionRow> Regions => Set<RegionRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<ComputedMonthRow> ComputedMonths => Set<ComputedMonthRow>();

    public DbSet<ForecastRow> Forecasts => Set<ForecastRow>();

    public DbSet<WorkRow> Work => Set<WorkRow>();

    public DbSet<MetaRow> Meta => Set<MetaRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<AccountPasswordRow> AccountPasswords => Set<AccountPasswordRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<AccessTokenRow> AccessTokens => Set<AccessTokenRow>();

    public DbSet<OneTimeLinkRow> OneTimeLinks => Set<OneTimeLinkRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();

    public DbSet<SubmissionContentRow> SubmissionContents => Set<SubmissionContentRow>();

    public DbSet<SubmissionStepRow> SubmissionSteps => Set<SubmissionStepRow>();

    public DbSet<SubmissionFindingRow> SubmissionFindings => Set<SubmissionFindingRow>();

    public DbSet<RuleDisputeRow> RuleDisputes => Set<RuleDisputeRow>();

    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();

    public DbSet<PromiseRow> Promises => Set<PromiseRow>();

    public DbSet<PromiseStepRow> PromiseSteps => Set<PromiseStepRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<CaseStepRow> CaseSteps => Set<CaseStepRow>();

    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();

    public DbSet<ProposalWithdrawalRow> ProposalWithdrawals => Set<ProposalWithdrawalRow>();

    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();

    /// <summary>Every index is written down in a configuration.</summary>
    /// <remarks>
    /// EF would add one for each reference. The observations of an import follow each other by id, so an index by
    /// import would only make the largest table larger.
    /// </remarks>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SmeKpiContext).Assembly);
        SnakeCase.NameColumns(modelBuilder);
    }
}
