using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Promises;

/// <summary>A meeting of the made-up city with what was promised and found in it.</summary>
/// <param name="Promises">By the keys under which later meetings name them.</param>
public sealed record DemoMeeting(
    DateOnly HeldOn, string Name, IReadOnlyList<DemoPromise> Promises, IReadOnlyList<DemoStep> Follows);

public sealed record DemoPromise(string Key, string Text, PromiseTopic Topic, PromiseOwner Owner, DateOnly Due);

public sealed record DemoStep(string Promise, PromiseAct Act, DateOnly? NewDue, string Note);

/// <summary>Reads seed-data/demo-meetings/meetings.yaml: synthetic meetings, so that a demonstration has something to follow.</summary>
public static class DemoMeetings
{
    private static readonly Dictionary<string, PromiseAct> s_acts = new()
    {
        ["keep"] = PromiseAct.Keep,
        ["carry-over"] = PromiseAct.CarryOver,
        ["break"] = PromiseAct.Break,
        ["withdraw"] = PromiseAct.Withdraw,
    };

    private static readonly Dictionary<string, OwnerKind> s_owners = new()
    {
        ["department"] = OwnerKind.Department, ["bank"] = OwnerKind.Bank, ["county"] = OwnerKind.County,
    };

    /// <exception cref="DataFileException">The file is wrong, or names a target, measure, owner or promise there is not.</exception>
    public static IReadOnlyList<DemoMeeting> Load(string file, PolicyDocument policy, MasterData master)
    {
        YamlMap root = StrictYaml.Read(file).Only("synthetic", "meetings");
        YamlText synthetic = root.Text("synthetic");
        if (!synthetic.ToBoolean())
        {
            throw synthetic.Wrong("true: these meetings are made up");
        }

        HashSet<string> keys = [];
        return [.. root.Maps("meetings").Select(row => Read(row, keys, policy, master))];
    }

    private static DemoMeeting Read(YamlMap row, HashSet<string> keys, PolicyDocument policy, MasterData master)
    {
        row.Only("held-on", "name", "promises", "follows");
        List<DemoStep> follows = row.Has("follows") ? [.. row.Maps("follows").Select(each => ReadStep(each, keys))] : [];
        List<DemoPromise> promises =
            row.Has("promises") ? [.. row.Maps("promises").Select(each => ReadPromise(each, keys, policy, master))] : [];
        return new DemoMeeting(row.Text("held-on").ToDate(), row.Text("name").Value, promises, follows);
    }

    private static DemoPromise ReadPromise(YamlMap row, HashSet<string> keys, PolicyDocument policy, MasterData master)
    {
        row.Only("key", "text", "target", "measure", "owner", "due");
        YamlText key = row.Text("key");
        if (!keys.Add(key.Value))
        {
            throw key.Wrong("a key that does not stand above");
        }

        return new DemoPromise(key.Value, row.Text("text").Value, Topic(row, policy), Owner(row, policy, master), row.Text("due").ToDate());
    }

    private static PromiseTopic Topic(YamlMap row, PolicyDocument policy)
    {
        PromiseTopic topic = new(row.OptionalText("target")?.Value, row.OptionalText("measure")?.ToInteger() ?? 0);
        return PromiseReferences.Known(topic, policy) ?? throw row.Wrong("expected a judged target or a measure");
    }

    private static PromiseOwner Owner(YamlMap row, PolicyDocument policy, MasterData master)
    {
        YamlMap owner = row.Map("owner").Only("kind", "code");
        PromiseOwner named = new(owner.Text("kind").OneOf(s_owners), owner.Text("code").Value);
        return PromiseReferences.NameOf(named, policy, master) is not null
            ? named
            : throw owner.Text("code").Wrong("a department of measures.yaml, a bank or an area of the city");
    }

    private static DemoStep ReadStep(YamlMap row, HashSet<string> keys)
    {
        row.Only("promise", "act", "new-due", "note");
        YamlText promise = row.Text("promise");
        return keys.Contains(promise.Value)
            ? new DemoStep(promise.Value, row.Text("act").OneOf(s_acts), row.OptionalText("new-due")?.ToDate(), row.Text("note").Value)
            : throw promise.Wrong("the key of a promise of an earlier meeting");
    }
}
