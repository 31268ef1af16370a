using SmeKpi.Core.Promises;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Promises;

/// <summary>A promise as a table shows it.</summary>
public sealed record PromiseItem(Promise Promise, LocalizedText Owner, Meeting Meeting, bool IsOverdue)
{
    public bool IsOpen => Promise.State == PromiseState.Open;
}

/// <summary>Meetings and promises as far as somebody may see them.</summary>
/// <param name="Meetings">Newest first.</param>
/// <param name="Items">Open ones first, the earliest due date first; then the others, newest first.</param>
/// <param name="Today">The day by which promises are overdue.</param>
public sealed record PromiseBoard(
    IReadOnlyList<Meeting> Meetings, IReadOnlyList<PromiseItem> Items, DateOnly Today, bool MayRecord)
{
    public static PromiseBoard Empty { get; } = new([], [], DateOnly.MinValue, false);

    public IEnumerable<PromiseItem> Open => Items.Where(item => item.IsOpen);

    /// <summary>Without the promises of banks for whoever sees no rows of banks.</summary>
    public PromiseBoard Beside(BankRows rows) => rows is BankRows.Every or BankRows.Own
        ? this
        : this with { Items = [.. Items.Where(item => item.Promise.Owner.Kind != OwnerKind.Bank)] };

    /// <summary>Open ones about a target, or all of them.</summary>
    public IReadOnlyList<PromiseItem> OpenAbout(string? target) =>
        [.. Open.Where(item => target is null || item.Promise.Topic.Target == target)];
}
