using System.Reflection;
using Microsoft.AspNetCore.Components;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Cases;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Forecasts;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Promises;
using SmeKpi.Storage.Readings;
using SmeKpi.Web.Cases;
using SmeKpi.Web.Commands;
using SmeKpi.Web.Exploring;
using SmeKpi.Web.Filing;
using SmeKpi.Web.Promises;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Supervision;

namespace SmeKpi.Web.Tests.Access;

/// <summary>What people see comes through the doors that cut rows; nobody goes round them.</summary>
public sealed class OneDoorTests
{
    // Readers that know every row.
    private static readonly HashSet<Type> s_uncut =
    [
        typeof(CityData), typeof(LineageReader), typeof(FigureShelf), typeof(SmallGroupShelf), typeof(ImportRows),
        typeof(ObservationReader), typeof(ImportReader), typeof(SnapshotReader), typeof(SeriesReader), typeof(SheetReader), typeof(SheetShelf), typeof(MasterDataReader), typeof(ReadingStore), typeof(ForecastStore),
        typeof(ArrivalReader), typeof(ChangeReader), typeof(FilingShelf), typeof(FilingReader),
        typeof(PromiseReader), typeof(CaseReader), typeof(RateReader), typeof(FigureReader), typeof(CellWindowShelf),
    ];

    // The doors and what stands behind them, and the program's own work: jobs, seeding, health, commands; PasswordDesk
    // takes the names of banks, which are no passwords, AccountAdministration offers banks and areas for accounts, and
    // SourceContexts tells parsers the names of banks and areas.
    private static readonly string[] s_may =
    [
        nameof(VisibleCity), nameof(VisibleImports), nameof(DatabaseViews), nameof(CityData), nameof(LineageReader),
        nameof(FigureShelf), nameof(SmallGroupShelf), nameof(ImportRows), "WatchDropFolderJob", "WorkDesk", "DatabaseSetup",
        nameof(FilingShelf), nameof(VisibleFilings), nameof(VisibleVintages), nameof(FilingHall),
        nameof(PromiseHall), nameof(CaseHall), nameof(RateReader),
        nameof(VisibleCauses), nameof(WhatIfDesk), nameof(VisibleSupervision), nameof(VisibleExplorer), nameof(SheetShelf),
        nameof(VisibleFigures), nameof(VisibleCells), nameof(VisibleComparison), nameof(FigureReader), nameof(CellWindowShelf),
        "SourceContexts", "BankFolders", "RemindOfDueFilings", "DatabaseHealth", "PasswordDesk", "AccountAdministration",
    ];

    [Fact]
    public void UncutReaders_AreUsedByDoorsAndTheProgramItselfOnly() => Assert.Empty(
        from type in typeof(CommandLine).Assembly.GetTypes()
        where type.Namespace?.StartsWith("SmeKpi.Web", StringComparison.Ordinal) == true
            && !type.Namespace.EndsWith(".Commands", StringComparison.Ordinal)
        let owner = type.DeclaringType ?? type
        where !s_may.Contains(owner.Name)
        from used in Used(type)
        where s_uncut.Contains(used)
        select $"{type.FullName} uses {used.Name}");

    [Fact]
    public void Rows_WhereFiguresAreRead_HaveNoDefault()
    {
        ParameterInfo[] rows =
        [
            .. new[] { typeof(CityData), typeof(LineageReader), typeof(ObservationReader) }
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .SelectMany(method => method.GetParameters())
                .Where(parameter => parameter.ParameterType == typeof(RowScope)),
        ];

        Assert.True(rows.Length >= 4);
        Assert.DoesNotContain(rows, parameter => parameter.HasDefaultValue);
    }

    /// <summary>What constructors, methods (handlers of endpoints among them) and pages ask for.</summary>
    private static IEnumerable<Type> Used(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        return type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters())
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters()))
            .Select(parameter => parameter.ParameterType)
            .Concat(type.GetProperties(All).Where(property => property.IsDefined(typeof(InjectAttribute)))
                .Select(property => property.PropertyType))
            .Concat(type.GetFields(All).Select(field => field.FieldType))
            .Distinct();
    }
}
