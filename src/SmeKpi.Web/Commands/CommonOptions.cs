using System.CommandLine;

namespace SmeKpi.Web.Commands;

/// <summary>The options that every command takes; what is given goes into the configuration above all else.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Directory of the embedded database and files (default .smekpi)",
        Recursive = true,
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = "sqlite (default) or sqlserver",
        Recursive = true,
    };

    public static readonly Option<string?> Connection = new("--connection")
    {
        Description = "Connection string of the database",
        Recursive = true,
    };

    public static readonly Option<bool> NoSeed = new("--no-seed")
    {
        Description = "Give a new database the policy, indicators and regions, but no statistics and no banks",
        Recursive = true,
    };

    public static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Addresses to serve on (default http://127.0.0.1:5080)",
        Recursive = true,
    };

    public static readonly Option<string?> Anchors = new("--anchors")
    {
        Description = "Directory in which the audit chain is anchored (default anchors below the data), best on another machine",
        Recursive = true,
    };

    public static readonly Option<string?> Dashboards = new("--dashboards")
    {
        Description = "Directory of the dashboards (default the one beside the program); edited files are picked up",
        Recursive = true,
    };

    public static IEnumerable<Option> All => [Data, Database, Connection, NoSeed, Urls, Anchors, Dashboards];

    public static Dictionary<string, string?> Given(ParseResult result)
    {
        Dictionary<string, string?> given = [];
        Add("data", result.GetValue(Data));
        Add("database", result.GetValue(Database));
        Add("connection", result.GetValue(Connection));
        Add("urls", result.GetValue(Urls));
        Add("anchors", result.GetValue(Anchors));
        Add("dashboards", result.GetValue(Dashboards));
        Add("no-seed", result.GetValue(NoSeed) ? "true" : null);
        return given;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                given.Add(key, value);
            }
        }
    }
}
