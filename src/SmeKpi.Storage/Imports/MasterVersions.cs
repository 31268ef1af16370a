using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Imports;

/// <summary>The newest versions of banks and areas, kept current while files are stored.</summary>
internal sealed class MasterVersions
{
    private MasterVersions(MasterData current) => Current = current;

    public MasterData Current { get; private set; }

    public static async Task<MasterVersions> LoadAsync(SmeKpiContext context, CancellationToken cancellationToken) =>
        new(await MasterDataReader.ReadAsync(context, long.MaxValue, cancellationToken));

    public bool Differs(Bank bank) => Current.FindBank(bank.Code) is not { } known
        || known with { Aliases = bank.Aliases } != bank
        || !known.Aliases.SequenceEqual(bank.Aliases, StringComparer.Ordinal);

    public bool Differs(Region region) => Current.FindRegion(region.Code) != region;

    /// <summary>Adds new versions to the context; they are stored when its changes are saved.</summary>
    public void Add(SmeKpiContext context, IReadOnlyList<Bank> banks, IReadOnlyList<Region> regions, ImportRow import)
    {
        if (banks.Count + regions.Count == 0)
        {
            return;
        }

        context.AddRange(banks.Select(bank => Row(bank, import)));
        context.AddRange(regions.Select(region => Row(region, import)));
        Current = new MasterData(
            banks.Concat(Current.Banks).DistinctBy(bank => bank.Code),
            regions.Concat(Current.Regions).DistinctBy(region => region.Code));
    }

    private static BankRow Row(Bank bank, ImportRow import) => new()
    {
        Code = bank.Code,
        KnownSinceTicks = import.KnownSinceTicks,
        ImportId = import.Id,
        NameZh = bank.Name.Zh,
        NameEn = bank.Name.En,
        Type = bank.Type,
        LocallyIncorporated = bank.LocallyIncorporated,
        OpenedMonth = bank.Opened?.Number,
        ClosedMonth = bank.Closed?.Number,
        SuccessorCode = bank.Successor,
        AliasesJson = StorageJson.From(bank.Aliases),
    };

    private static RegionRow Row(Region region, ImportRow import) => new()
    {
        Code = region.Code,
        KnownSinceTicks = import.KnownSinceTicks,
        ImportId = import.Id,
        NameZh = region.Name.Zh,
        NameEn = region.Name.En,
        ParentCode = region.Parent,
        Kind = region.Kind,
    };
}
