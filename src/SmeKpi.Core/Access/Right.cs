namespace SmeKpi.Core.Access;

/// <summary>The names of the rights; who has them stands in seed-data/access/rights.csv.</summary>
public static class Right
{
    /// <summary>Pages and files that a visitor needs in order to sign in, and whether the program lives.</summary>
    public const string SessionOpen = "session.open";

    /// <summary>The text of the policy, its measures and provisions, and the description of the API.</summary>
    public const string PolicyRead = "policy.read";

    /// <summary>One's own password, second factor, sessions and access tokens.</summary>
    public const string AccountOwn = "account.own";

    /// <summary>Readings of the city and its counties.</summary>
    public const string CityRead = "city.read";

    /// <summary>Readings of single banks.</summary>
    public const string BanksRead = "banks.read";

    /// <summary>Single observations with the cell they come from.</summary>
    public const string CellsRead = "cells.read";

    /// <summary>Imported files and what was found in them.</summary>
    public const string ImportsRead = "imports.read";

    /// <summary>Filings of banks with their findings, reasons, signatures and deadlines.</summary>
    public const string FilingsRead = "filings.read";

    /// <summary>Bringing a filing, giving reasons, withdrawing it, disputing a rule.</summary>
    public const string FilingsMake = "filings.make";

    /// <summary>Signing a filing for the bank.</summary>
    public const string FilingsSign = "filings.sign";

    /// <summary>Publishing or sending back what a bank has signed; answering disputes.</summary>
    public const string FilingsPublish = "filings.publish";

    /// <summary>Meetings and the promises made in them.</summary>
    public const string PromisesRead = "promises.read";

    /// <summary>Recording meetings, promises and what became of them.</summary>
    public const string PromisesWrite = "promises.write";

    /// <summary>Supervisory cases: notices to banks, their replies and what came of them.</summary>
    public const string CasesRead = "cases.read";

    /// <summary>Opening a case, sending the notice, asking again, closing and withdrawing.</summary>
    public const string CasesWrite = "cases.write";

    /// <summary>Drafting the bank's reply.</summary>
    public const string CasesReply = "cases.reply";

    /// <summary>Sending the reply for the bank.</summary>
    public const string CasesSign = "cases.sign";

    /// <summary>Trying scenarios and reading what others proposed.</summary>
    public const string ProposalsRead = "proposals.read";

    /// <summary>Saving a scenario as a proposal under one's name, and withdrawing it.</summary>
    public const string ProposalsWrite = "proposals.write";

    /// <summary>The reference of panels, and what is wrong with edited dashboards.</summary>
    public const string PanelsRead = "panels.read";

    /// <summary>Keeping questions to the statistics under a name, sharing and withdrawing them.</summary>
    public const string ViewsWrite = "views.write";

    /// <summary>The console of the background jobs.</summary>
    public const string JobsRead = "jobs.read";

    /// <summary>Starting and removing background jobs, where the settings allow it at all.</summary>
    public const string JobsAct = "jobs.act";

    /// <summary>Figures about the running program.</summary>
    public const string MetricsRead = "metrics.read";

    /// <summary>Accounts: invite, change role and rows, disable, reset.</summary>
    public const string AccountsManage = "accounts.manage";

    /// <summary>The table of rights itself.</summary>
    public const string RightsRead = "rights.read";

    public const string AuditRead = "audit.read";

    public const string AuditExport = "audit.export";

    public static IReadOnlyList<string> All { get; } =
    [
        SessionOpen, PolicyRead, AccountOwn, CityRead, BanksRead, CellsRead, ImportsRead, FilingsRead, FilingsMake,
        FilingsSign, FilingsPublish, PromisesRead, PromisesWrite, CasesRead, CasesWrite, CasesReply, CasesSign,
        ProposalsRead, ProposalsWrite, PanelsRead, JobsRead, JobsAct, MetricsRead, AccountsManage, RightsRead, AuditRead,
        AuditExport, ViewsWrite,
    ];
}
