using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Events;

/// <summary>大事记: something that happened beside the figures and may explain them.</summary>
/// <param name="Address">Where the source stands; null where it is on no page of the web.</param>
public sealed record EventNote(string Id, DateOnly On, LocalizedText Name, LocalizedText Source, Uri? Address)
{
    public YearMonth Month => new(On.Year, On.Month);

    /// <summary>Reads events/events.yaml of the seed data.</summary>
    /// <returns>In the order of their days.</returns>
    /// <exception cref="DataFileException">The file is missing or wrong; the message names file, line, value and form.</exception>
    public static IReadOnlyList<EventNote> Load(string seedData)
    {
        HashSet<string> ids = [];
        return
        [
            .. StrictYaml.Read(Path.Combine(seedData, "events", "events.yaml")).Only("events").Maps("events")
                .Select(map => Read(map, ids)).OrderBy(note => note.On),
        ];
    }

    private static EventNote Read(YamlMap map, HashSet<string> ids)
    {
        YamlText id = map.Only("id", "on", "name", "source", "address").Text("id");
        return ids.Add(id.Value)
            ? new EventNote(id.Value, map.Text("on").ToDate(), map.Localized("name"), map.Localized("source"), AddressOf(map))
            : throw id.Wrong("an id that no other event has");
    }

    private static Uri? AddressOf(YamlMap map) => map.OptionalText("address") is not { } text ? null
        : Uri.TryCreate(text.Value, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address
        : throw text.Wrong("an address of the web");
}
