using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Filings;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Filing;

/// <summary>The catalogue of the rules and what banks hold against them.</summary>
internal sealed class RuleDesk(CurrentViewer current, IHttpContextAccessor accessor, DisputeDesk disputes, Law law)
{
    public RuleCatalog Catalog => law.Rules.Catalog;

    public Task<bool> MayDisputeAsync() => current.AllowsAsync(Right.FilingsMake);

    public Task<bool> MayAnswerAsync() => current.AllowsAsync(Right.FilingsPublish);

    public async Task<IReadOnlyList<RuleDispute>> ListAsync(string? rule, CancellationToken cancellationToken) =>
        await disputes.ListAsync(await current.GetAsync(), rule, cancellationToken);

    public async Task<FilingRefusal?> RaiseAsync(
        string rule, int? filing, string text, CancellationToken cancellationToken) =>
        await disputes.RaiseAsync(rule, filing, text, await FilerAsync(), cancellationToken);

    public async Task<FilingRefusal?> AnswerAsync(int id, string text, CancellationToken cancellationToken) =>
        await disputes.AnswerAsync(id, text, await FilerAsync(), cancellationToken);

    private async Task<Filer> FilerAsync() => new(
        await current.GetAsync(), accessor.HttpContext?.Connection.RemoteIpAddress?.ToString());
}
