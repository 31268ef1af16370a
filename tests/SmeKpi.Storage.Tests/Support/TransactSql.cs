using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SmeKpi.Storage.Tests.Support;

/// <summary>Reads SQL as SQL Server 2022 would, without a server.</summary>
internal static class TransactSql
{
    public static IReadOnlyList<string> Errors(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out IList<ParseError> errors);
        return [.. errors.Select(error => $"{error.Line}: {error.Message}")];
    }
}
