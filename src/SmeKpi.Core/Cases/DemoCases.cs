using SmeKpi.Core.Access;
using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Cases;

/// <summary>A case of the made-up city.</summary>
/// <param name="Steps">After the notice was drafted.</param>
public sealed record DemoCase(NewCase Made, DateOnly OpenedOn, IReadOnlyList<DemoCaseStep> Steps);

public sealed record DemoCaseStep(DateOnly On, CaseMove Move)
{
    /// <summary>Who does such a thing in a demonstration.</summary>
    public static Role RoleOf(CaseAct act) => act switch
    {
        CaseAct.Draft => Role.BankReporter,
        CaseAct.Reply => Role.BankSigner,
        _ => Role.Regulator,
    };
}

/// <summary>Reads seed-data/demo-cases/cases.yaml: synthetic cases, so that a demonstration has something to follow.</summary>
public static class DemoCases
{
    private static readonly Dictionary<string, Unit> s_units = new() { ["percent"] = Unit.Percent, ["points"] = Unit.Points };
    private static readonly Dictionary<string, Standing> s_standings = new()
    {
        ["on-track"] = Standing.OnTrack, ["behind"] = Standing.Behind, ["far-behind"] = Standing.FarBehind,
        ["achieved"] = Standing.Achieved, ["missed"] = Standing.Missed,
    };

    /// <exception cref="DataFileException">The file is wrong, or names a bank, subject or provision there is not.</exception>
    public static IReadOnlyList<DemoCase> Load(string file, CaseCatalog catalog, PolicyDocument policy, MasterData master)
    {
        YamlMap root = StrictYaml.Read(file).Only("synthetic", "cases");
        YamlText synthetic = root.Text("synthetic");
        return synthetic.ToBoolean()
            ? [.. root.Maps("cases").Select(row => Read(row, catalog, policy, master))]
            : throw synthetic.Wrong("true: these cases are made up");
    }

    private static DemoCase Read(YamlMap row, CaseCatalog catalog, PolicyDocument policy, MasterData master)
    {
        row.Only("bank", "subject", "title", "month", "opened-on", "text", "steps");
        YamlText bank = row.Text("bank");
        YamlText subject = row.Text("subject");
        NewCase made = new(
            master.FindBank(bank.Value)?.Code ?? throw bank.Wrong("the code of a bank"),
            catalog.Find(subject.Value)?.Id ?? throw subject.Wrong("a subject of supervision/cases.yaml"),
            row.OptionalText("title")?.Value,
            row.Text("month").ToMonth(),
            row.Text("text").Value);
        return new DemoCase(
            made, row.Text("opened-on").ToDate(), row.Has("steps") ? [.. row.Maps("steps").Select(step => ReadStep(step, policy))] : []);
    }

    private static DemoCaseStep ReadStep(YamlMap row, PolicyDocument policy)
    {
        row.Only("on", "act", "text", "deadline", "finding", "known-since", "figures");
        CaseEvidence? evidence = row.Has("figures")
            ? new CaseEvidence(MomentOf(row.Text("known-since")), [.. row.Maps("figures").Select(figure => ReadFigure(figure, policy))])
            : null;
        return new DemoCaseStep(row.Text("on").ToDate(), new CaseMove(
            row.Text("act").OneOf(CaseNames.Acts),
            row.OptionalText("text")?.Value,
            row.OptionalText("deadline")?.ToDate(),
            row.Has("finding") ? row.Text("finding").OneOf(CaseNames.Findings) : null,
            evidence));
    }

    private static CaseFigure ReadFigure(YamlMap row, PolicyDocument policy)
    {
        row.Only("provision", "value", "target", "unit", "standing");
        YamlText id = row.Text("provision");
        Unit unit = row.Text("unit").OneOf(s_units);
        return policy.Provisions.Any(provision => provision.Id == id.Value)
            ? new CaseFigure(
                id.Value,
                ReadingNames.Ruling,
                new Quantity(row.Text("value").ToDecimal(), unit),
                new Quantity(row.Text("target").ToDecimal(), unit),
                row.Text("standing").OneOf(s_standings),
                Synthetic: true)
            : throw id.Wrong("a provision, as in M01.3");
    }

    private static DateTimeOffset MomentOf(YamlText text) => DateTimeOffset.TryParseExact(
        text.Value, "yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture, default, out DateTimeOffset moment)
            ? moment.ToUniversalTime()
            : throw text.Wrong("a moment, as in 2025-07-18T09:00:00+08:00");
}
