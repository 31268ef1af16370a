using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Statistics;

/// <summary>The forms of the 1104 returns that are read.</summary>
public sealed class FormCatalog
{
    private FormCatalog(IReadOnlyList<FormDefinition> forms) => All = forms;

    /// <summary>No form at all: files that hold forms are then not recognised.</summary>
    public static FormCatalog Empty { get; } = new([]);

    /// <summary>In the order of the files' names.</summary>
    public IReadOnlyList<FormDefinition> All { get; }

    /// <summary>Reads <c>forms/*.yaml</c> of the seed data, one form a file.</summary>
    /// <exception cref="DataFileException">
    /// There is none, or anything is unknown, missing, double or in another form, or a figure is no known series.
    /// </exception>
    public static FormCatalog LoadFrom(string seedData, IndicatorCatalog indicators)
    {
        string folder = Path.Combine(seedData, "forms");
        string[] files = [.. DataFile.In(folder).Where(path => path.EndsWith(".yaml", StringComparison.Ordinal))];
        return files.Length > 0
            ? Load(files, indicators)
            : throw new DataFileException(folder, 1, "the folder has no form");
    }

    /// <exception cref="DataFileException">See <see cref="LoadFrom"/>.</exception>
    public static FormCatalog Load(IEnumerable<string> files, IndicatorCatalog indicators)
    {
        List<FormDefinition> forms = [];
        HashSet<string> numbers = new(StringComparer.Ordinal);
        foreach (string file in files)
        {
            YamlMap root = StrictYaml.Read(file);
            FormDefinition form = FormFile.Read(root, indicators);
            string[] names = [form.Number, .. form.Prefixes];
            if (names.FirstOrDefault(number => !numbers.Add(number)) is { } twice)
            {
                throw root.Wrong($"'{twice}' is the number of another form");
            }

            forms.Add(form);
        }

        return new FormCatalog(forms);
    }

    /// <returns>Null when the form is unknown.</returns>
    public FormDefinition? Find(string number) => All.FirstOrDefault(form => form.Number == number);
}
