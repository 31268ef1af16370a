using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SmeKpi.Core.Statistics;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Observations;

internal readonly record struct ScannedObservation(
    long Id, int SeriesId, int Month, StoredNumber Number, bool Synthetic, ObservationStatus Status);

/// <summary>Reads observations without EF, whose materializer would take several times as long.</summary>
/// <remarks>
/// Unless asked by series, all vintages up to the moment come in the order of their ids, which is the order in which they
/// became known: who keeps the last one of each month holds what was known. That costs less than finding the newest in the
/// database. By series only the newest of each month come, in no order.
/// </remarks>
internal static class ObservationScan
{
    public static async Task<Dictionary<int, SeriesKey>> SeriesAsync(
        SmeKpiContext context, SnapshotFilter filter, CancellationToken cancellationToken)
    {
        await using DbCommand command = Command(context);
        command.CommandText = SeriesSql(filter, command);
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var series = new Dictionary<int, SeriesKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            string bank = reader.GetString(3);
            series.Add(reader.GetInt32(0), new SeriesKey(
                reader.GetString(1), reader.GetString(2), bank.Length == 0 ? null : bank, reader.GetString(4)));
        }

        return series;
    }

    public static async Task ReadAsync(
        SmeKpiContext context,
        SnapshotFilter filter,
        long asOfTicks,
        Action<ScannedObservation> take,
        CancellationToken cancellationToken,
        bool bySeries = false)
    {
        await using DbCommand command = Command(context);
        command.CommandText = ObservationsSql(filter, asOfTicks, command, bySeries);
        await using DbDataReader reader = await command.ExecuteReaderAsync(
            CommandBehavior.SequentialAccess, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            take(new ScannedObservation(
                reader.GetInt64(0),
                reader.GetInt32(1),
                reader.GetInt32(2),
                new StoredNumber(Number(reader, 3), Number(reader, 4), Number(reader, 5)),
                reader.GetBoolean(6),
                (ObservationStatus)reader.GetByte(7)));
        }
    }

    /// <summary>The text of the query for series; its parameters are added to the command.</summary>
    internal static string SeriesSql(SnapshotFilter filter, DbCommand command) =>
        "SELECT id, indicator, scope, bank_code, region_code FROM series" + Where(SeriesConditions(filter, command));

    /// <param name="bySeries">
    /// Only the newest vintage of each month, found by the index over series, month and moment, which reads few series
    /// among many fastest; else all vintages in the order of their ids, the newest last, which reads most of the table fastest.
    /// </param>
    internal static string ObservationsSql(
        SnapshotFilter filter, long asOfTicks, DbCommand command, bool bySeries = false)
    {
        var conditions = new List<string> { $"known_since_ticks <= {Add(command, asOfTicks)}" };
        if (filter.ChoosesSeries)
        {
            conditions.Add($"series_id IN (SELECT id FROM series{Where(SeriesConditions(filter, command))})");
        }

        if (filter.From is { } from)
        {
            conditions.Add($"month >= {Add(command, from.Number)}");
        }

        if (filter.To is { } to)
        {
            conditions.Add($"month <= {Add(command, to.Number)}");
        }

        if (filter.Months is { } months)
        {
            conditions.Add(months.Count == 0
                ? "1 = 0"
                : $"month IN ({string.Join(", ", months.Select(month => Add(command, month.Number)))})");
        }

        if (bySeries)
        {
            // Answered from the index alone: the values of older vintages are not fetched.
            conditions.Add(
                "NOT EXISTS (SELECT 1 FROM observations AS later WHERE later.series_id = observations.series_id"
                + " AND later.month = observations.month AND later.known_since_ticks > observations.known_since_ticks"
                + $" AND later.known_since_ticks <= {Add(command, asOfTicks)})");
        }

        return "SELECT id, series_id, month, amount_fen, count, rate_millionths, synthetic, status FROM observations"
            + Where(conditions) + (bySeries ? string.Empty : " ORDER BY id");
    }

    private static List<string> SeriesConditions(SnapshotFilter filter, DbCommand command)
    {
        var conditions = new List<string>();
        AddChoice("indicator", filter.Indicators);
        AddChoice("scope", filter.Scopes);
        AddChoice("bank_code", filter.Banks);
        AddChoice("region_code", filter.Regions);
        return conditions;

        void AddChoice(string column, IReadOnlyCollection<string>? values)
        {
            if (values is not null)
            {
                conditions.Add(values.Count == 0
                    ? "1 = 0"
                    : $"{column} IN ({string.Join(", ", values.Select(value => Add(command, value)))})");
            }
        }
    }

    private static string Where(List<string> conditions) =>
        conditions.Count == 0 ? string.Empty : " WHERE " + string.Join(" AND ", conditions);

    private static string Add(DbCommand command, object value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    private static long? Number(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static DbCommand Command(SmeKpiContext context)
    {
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
