using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Peers;

/// <summary>Banks that are compared with each other (同类机构): those of one type, or a group of one's own.</summary>
/// <param name="Id">The type, as in rural, or the name of the own group.</param>
/// <param name="Name">Null for a type, whose name the reader's language has.</param>
/// <param name="Members">Codes; a bank that merged is replaced by its successor.</param>
/// <param name="Synthetic">Made up for the demonstration.</param>
public sealed record PeerGroup(
    string Id, LocalizedText? Name, BankType? Type, IReadOnlySet<string> Members, bool Synthetic = false);

/// <summary>A group of one's own as peer-groups.yaml says it.</summary>
/// <param name="Codes">Null when the members are all banks incorporated in the city.</param>
/// <param name="Synthetic">Made up for the demonstration.</param>
public sealed record OwnGroup(
    string Id, LocalizedText Name, DateOnly DecidedOn, string DecidedBy, IReadOnlyList<string>? Codes, bool Synthetic = false);

/// <summary>Which peers there are.</summary>
/// <param name="WarnBelow">With fewer banks a percentile says little.</param>
public sealed record PeerGroups(int WarnBelow, IReadOnlyList<OwnGroup> Own)
{
    /// <summary>The groups of the banks open in a month: types first, then own groups; each bank once in a group.</summary>
    /// <remarks>Groups are a way of looking, no fact: an own group is there for every moment.</remarks>
    public IReadOnlyList<PeerGroup> Of(MasterData master, YearMonth month)
    {
        List<Bank> open = [.. master.OpenIn(month)];
        return
        [
            .. open.GroupBy(bank => bank.Type).OrderBy(type => type.Key).Select(type => new PeerGroup(
                TypeId(type.Key), null, type.Key, type.Select(bank => bank.Code).ToHashSet())),
            .. Own.Select(group => new PeerGroup(
                group.Id, group.Name, null, MembersOf(group, master, open), group.Synthetic)),
        ];
    }

    /// <summary>JointStock is joint-stock.</summary>
    public static string TypeId(BankType type) => type == BankType.JointStock ? "joint-stock" : type.ToString().ToLowerInvariant();

    private static HashSet<string> MembersOf(OwnGroup group, MasterData master, List<Bank> open) => group.Codes is { } codes
        ? [.. codes.Select(code => Living(master, code)).Where(code => open.Exists(bank => bank.Code == code))]
        : [.. open.Where(bank => bank.LocallyIncorporated).Select(bank => bank.Code)];

    private static string Living(MasterData master, string code)
    {
        HashSet<string> seen = [code];
        string at = code;
        while (master.FindBank(at)?.Successor is { } next && seen.Add(next))
        {
            at = next;
        }

        return at;
    }
}
