using System.Globalization;
using CsCheck;
using SmeKpi.Core.Auditing;

namespace SmeKpi.Core.Tests.Auditing;

/// <summary>Whatever is done to a stored chain is found.</summary>
public sealed class AlterationTests
{
    private const int Length = 40;
    private const int AnchorEvery = 7;

    private static readonly Action<Chain, int, Random>[] s_alterations =
        [Change, Delete, Insert, Swap, Cut, DeleteAndRenumber, Replace];

    private static readonly Gen<(int Kind, int Place, int Seed)> s_cases =
        Gen.Select(Gen.Int[0, s_alterations.Length - 1], Gen.Int[1, Length], Gen.Int[0, int.MaxValue - 1]);

    [Fact]
    public void Verify_RandomAlteration_IsAlwaysFound() => s_cases.Sample(
        each =>
        {
            Chain chain = new(Length, AnchorEvery);
            s_alterations[each.Kind](chain, each.Place, new Random(each.Seed));
            return chain.Verify().Fault is { } fault && Math.Abs(fault.Number - each.Place) <= 1;
        },
        iter: 1_000);

    [Fact]
    public void Verify_RandomAlterationAndEverythingAfterItHashedAgain_IsAlwaysFound() => s_cases.Sample(
        each =>
        {
            Chain chain = new(Length, AnchorEvery);
            s_alterations[each.Kind](chain, each.Place, new Random(each.Seed));
            chain.Rehash(each.Place <= chain.Entries.Count ? each.Place : Math.Max(1, chain.Entries.Count));
            AuditFault? fault = chain.Verify().Fault;

            // Hashing again heals an altered hash, and then nothing is altered. Else the next anchor speaks.
            return chain.Entries.SequenceEqual(new Chain(Length, AnchorEvery).Entries)
                ? fault is null
                : fault is not null && fault.Number >= each.Place - 1;
        },
        iter: 1_000);

    private static void Change(Chain chain, int place, Random random)
    {
        AuditEntry entry = chain.Entries[place - 1];
        AuditEvent what = entry.Event;
        chain.Entries[place - 1] = random.Next(12) switch
        {
            0 => entry with { At = entry.At.AddTicks(1) },
            1 => entry with { At = entry.At.ToOffset(entry.At.Offset + TimeSpan.FromMinutes(30)) },
            2 => entry with { Event = what with { Actor = what.Actor + " " } },
            3 => entry with { Event = what with { Role = what.Role is null ? string.Empty : null } },
            4 => entry with { Event = what with { Address = what.Address is null ? "10.0.0.1" : null } },
            5 => entry with { Event = what with { Action = what.Action.ToUpperInvariant() } },
            6 => entry with { Event = what with { Target = Flip(what.Target, random) } },
            7 => entry with { Event = what with { Result = (AuditResult)(((int)what.Result + 1) % 3) } },
            8 => entry with { Event = what with { Detail = what.Detail is null ? "x" : Flip(what.Detail, random) } },
            9 => entry with { PreviousHash = Flip(entry.PreviousHash, random) },
            10 => entry with { Hash = Flip(entry.Hash, random) },
            _ => entry with { Event = what with { Target = what.Target + what.Detail, Detail = null, Actor = "a" } },
        };
    }

    private static void Delete(Chain chain, int place, Random random) => chain.Entries.RemoveAt(place - 1);

    private static void Insert(Chain chain, int place, Random random)
    {
        string before = place > 1 ? chain.Entries[place - 2].Hash : AuditChain.Beginning;
        AuditEntry stranger = AuditChain.Append(
            place, chain.Entries[place - 1].At, Chain.What(random.Next(100, 200)), before);
        chain.Entries.Insert(place - 1, random.Next(2) == 0 ? stranger : stranger with { Hash = Flip(stranger.Hash, random) });
        Renumber(chain);
    }

    private static void Swap(Chain chain, int place, Random random)
    {
        int from = place - 1;
        int to = from == Length - 1 ? from : random.Next(from + 1, Length);
        from = to == from ? from - 1 : from;
        (chain.Entries[from], chain.Entries[to]) =
            (chain.Entries[to] with { Number = from + 1 }, chain.Entries[from] with { Number = to + 1 });
    }

    private static void Cut(Chain chain, int place, Random random)
    {
        chain.Entries.RemoveRange(place - 1, chain.Entries.Count - place + 1);
        if (random.Next(2) == 0)
        {
            chain.NoteHead();
        }
    }

    private static void DeleteAndRenumber(Chain chain, int place, Random random)
    {
        chain.Entries.RemoveAt(place - 1);
        Renumber(chain);
    }

    private static void Replace(Chain chain, int place, Random random)
    {
        AuditEntry entry = chain.Entries[place - 1];
        chain.Entries[place - 1] = AuditChain.Append(
            place, entry.At, Chain.What(random.Next(100, 200)), entry.PreviousHash);
    }

    private static void Renumber(Chain chain)
    {
        for (int at = 0; at < chain.Entries.Count; at++)
        {
            chain.Entries[at] = chain.Entries[at] with { Number = at + 1 };
        }
    }

    private static string Flip(string text, Random random)
    {
        int at = random.Next(text.Length);
        return string.Create(
            CultureInfo.InvariantCulture, $"{text[..at]}{(text[at] == 'a' ? 'b' : 'a')}{text[(at + 1)..]}");
    }
}
