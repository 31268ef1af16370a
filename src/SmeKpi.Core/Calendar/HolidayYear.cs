using SmeKpi.Core.Units;

namespace SmeKpi.Core.Calendar;

/// <summary>Days off in a row.</summary>
/// <param name="To">The last day off.</param>
public sealed record Holiday(LocalizedText Name, DateOnly From, DateOnly To);

/// <summary>The holiday arrangements of one year (节假日安排).</summary>
/// <param name="Notice">The number of the notice of the State Council's General Office.</param>
/// <param name="MakeUp">调休上班: days of a weekend on which people work.</param>
/// <param name="IsConfirmed">False while the dates have not been compared with the notice.</param>
public sealed record HolidayYear(
    int Year,
    string Notice,
    DateOnly Issued,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<DateOnly> MakeUp,
    bool IsConfirmed);
