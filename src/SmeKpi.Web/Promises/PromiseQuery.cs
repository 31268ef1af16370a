using System.Globalization;
using SmeKpi.Core.Promises;

namespace SmeKpi.Web.Promises;

/// <summary>Which promises are asked for: all of it stands in the address.</summary>
/// <param name="Target">As in M01.1 or measure:9; null for all.</param>
/// <param name="Owner">As in bank:D005; null for all.</param>
/// <param name="Meeting">Null for all.</param>
public sealed record PromiseQuery(string? Target, string? Owner, int? Meeting)
{
    /// <summary>A part of the address that could not be understood, with what was found; null when all was.</summary>
    public (string Name, string Found)? Rejected { get; private init; }

    public static PromiseQuery Parse(string? target, string? owner, string? meeting)
    {
        bool hasOwner = !string.IsNullOrEmpty(owner);
        bool hasMeeting = !string.IsNullOrEmpty(meeting);
        int? number = hasMeeting ? PromiseForms.Number(meeting) : null;
        PromiseOwner? named = hasOwner ? PromiseForms.Owner(owner) : null;
        return new PromiseQuery(string.IsNullOrEmpty(target) ? null : target, named is null ? null : owner, number)
        {
            Rejected = hasOwner && named is null ? ("owner", owner!)
                : hasMeeting && number is null ? ("meeting", meeting!)
                : null,
        };
    }

    /// <summary>Promises made or followed in the meeting, about the target, of the owner.</summary>
    public bool Takes(Promise promise) =>
        (Target is null || PromiseForms.Text(promise.Topic) == Target)
        && (Owner is null || PromiseForms.Text(promise.Owner) == Owner)
        && (Meeting is not { } meeting || promise.Meeting == meeting || promise.Steps.Any(step => step.Meeting == meeting));

    /// <summary>The meeting's address.</summary>
    public static string AddressOf(int meeting) => string.Create(CultureInfo.InvariantCulture, $"/meetings/{meeting}");
}
