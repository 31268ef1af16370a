using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Policies;

/// <summary>Reads measures.yaml and policy.source.yaml and joins them with the text of the law.</summary>
internal static class MeasuresFile
{
    /// <returns>The policy without provisions, version and seasonal profile.</returns>
    public static PolicyDocument Load(PolicyFiles files, PolicyText text)
    {
        YamlMap root = StrictYaml.Read(files.Measures).Only(
            "id", "title", "number", "signed", "released", "valid-until", "counties-included", "conflict-rule",
            "interpreted-by", "departments", "measures");
        YamlText id = root.Text("id");
        if (id.Value != files.Id)
        {
            throw id.Wrong($"'{files.Id}', the name of the folder");
        }

        Dictionary<string, Department> departments = ReadDepartments(root);
        return new PolicyDocument
        {
            Id = id.Value,
            Title = root.Localized("title"),
            Number = root.Text("number").Value,
            SignedOn = root.Text("signed").ToDate(),
            Released = root.Text("released").ToDate(),
            ValidUntil = ReadValidUntil(root),
            Preamble = text.Preamble,
            Closing = text.Closing,
            CountiesIncluded = root.Text("counties-included").ToBoolean(),
            ConflictRule = ReadConflictRule(root, text),
            InterpretedBy = root.Text("interpreted-by").OneOf(departments).Id,
            Departments = [.. departments.Values],
            Measures = ReadMeasures(root, text, departments),
            Provisions = [],
            Version = string.Empty,
            Source = ReadSource(files.Source, root, text),
        };
    }

    private static LocalizedText ReadConflictRule(YamlMap root, PolicyText text)
    {
        YamlText chinese = root.Map("conflict-rule").Text("zh-CN");
        return text.Closing.Contains(chinese.Value, StringComparison.Ordinal)
            ? root.Localized("conflict-rule")
            : throw chinese.Wrong("words that stand verbatim after the last measure");
    }

    private static DateOnly ReadValidUntil(YamlMap root)
    {
        YamlText until = root.Text("valid-until");
        return until.ToDate() > root.Text("released").ToDate()
            ? until.ToDate()
            : throw until.Wrong("a date after the release");
    }

    private static Dictionary<string, Department> ReadDepartments(YamlMap root)
    {
        Dictionary<string, Department> departments = [];
        foreach (YamlMap row in root.Maps("departments"))
        {
            row.Only("id", "name");
            YamlText id = row.Text("id");
            if (!departments.TryAdd(id.Value, new Department(id.Value, row.Localized("name"))))
            {
                throw id.Wrong("an id that does not stand above");
            }
        }

        return departments;
    }

    private static List<Measure> ReadMeasures(
        YamlMap root, PolicyText text, Dictionary<string, Department> departments)
    {
        List<Measure> measures = [];
        foreach (YamlMap row in root.Maps("measures"))
        {
            row.Only("number", "title", "summary", "responsible");
            YamlText number = row.Text("number");
            if (number.ToInteger() != measures.Count + 1 || measures.Count >= text.MeasureCount)
            {
                throw number.Wrong($"the measures 1 to {text.MeasureCount} in order");
            }

            measures.Add(ReadMeasure(row, text, departments));
        }

        return measures.Count == text.MeasureCount
            ? measures
            : throw root.Wrong($"measures: found {measures.Count}, expected {text.MeasureCount} as in the text");
    }

    private static Measure ReadMeasure(YamlMap row, PolicyText text, Dictionary<string, Department> departments)
    {
        int number = row.Text("number").ToInteger();
        (string title, string body) = text.Measure(number);
        YamlText chinese = row.Map("title").Text("zh-CN");
        if (chinese.Value != title)
        {
            throw chinese.Wrong($"'{title}', as in the text");
        }

        return new Measure(
            number,
            row.Localized("title"),
            body,
            ReadResponsible(row, departments),
            row.Localized("summary"));
    }

    private static List<string> ReadResponsible(YamlMap row, Dictionary<string, Department> departments)
    {
        List<string> responsible = [];
        foreach (YamlText office in row.Texts("responsible"))
        {
            if (responsible.Contains(office.Value))
            {
                throw office.Wrong("each office once");
            }

            responsible.Add(office.OneOf(departments).Id);
        }

        return responsible;
    }

    private static PolicySource ReadSource(string file, YamlMap measures, PolicyText text)
    {
        YamlMap root = StrictYaml.Read(file).Only("publisher", "title", "number", "date", "address", "note");
        MustEqual(root.Text("title"), text.Title);
        MustEqual(measures.Map("title").Text("zh-CN"), text.Title);
        MustEqual(root.Text("number"), measures.Text("number").Value);
        MustEqual(root.Text("date"), measures.Text("released").Value);
        YamlText address = root.Text("address");
        return Uri.TryCreate(address.Value, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps
            ? new PolicySource(
                root.Text("publisher").Value, text.Title, root.Text("number").Value, root.Text("date").ToDate(), uri)
            : throw address.Wrong("an https address");
    }

    private static void MustEqual(YamlText found, string expected)
    {
        if (found.Value != expected)
        {
            throw found.Wrong($"'{expected}'");
        }
    }
}
