namespace SmeKpi.Core.Validation;

/// <summary>Every rule has a number; a number once given is never given again. Their words are in RuleMessages.resx.</summary>
public static class RuleNumbers
{
    /// <summary>The file has no content.</summary>
    public const string EmptyFile = "S101";

    /// <summary>No known layout: heading, title or sheet were not recognised.</summary>
    public const string UnknownLayout = "S102";

    /// <summary>Text that is neither UTF-8 nor GB18030.</summary>
    public const string UnknownEncoding = "S103";

    /// <summary>A workbook that cannot be opened: truncated, damaged, encrypted.</summary>
    public const string BrokenWorkbook = "S104";

    /// <summary>HTML without a known table, as error pages are.</summary>
    public const string NoKnownTable = "S105";

    /// <summary>The file name ends otherwise than its content.</summary>
    public const string WrongExtension = "S106";

    /// <summary>An archive or page beyond the limits for safe reading.</summary>
    public const string TooLarge = "S107";

    /// <summary>CSV whose quotes or records are broken.</summary>
    public const string BrokenCsv = "S108";

    /// <summary>A column of the header is missing, unknown or at another place.</summary>
    public const string WrongHeader = "S109";

    /// <summary>The year in the file's name is not the year of its content.</summary>
    public const string WrongYearInName = "S110";

    /// <summary>A row that the table must have is missing.</summary>
    public const string MissingRow = "S111";

    /// <summary>A row of a table is unknown or appears twice.</summary>
    public const string UnknownRow = "S112";

    /// <summary>The unit of a table is missing or another one.</summary>
    public const string WrongTableUnit = "S113";

    /// <summary>Month headings are missing or contradict their order.</summary>
    public const string WrongMonthColumn = "S114";

    /// <summary>A table of one year names another one.</summary>
    public const string MixedYears = "S115";

    /// <summary>The table is there but holds no figure.</summary>
    public const string NoFigures = "S116";

    /// <summary>A comment line such as <c># received:</c> has a value that cannot be read.</summary>
    public const string WrongComment = "S117";

    /// <summary>Reading took longer, or needed more memory, than any return does.</summary>
    public const string TooHeavy = "S130";

    /// <summary>The file name ends like a sort of file that is not read.</summary>
    public const string UnknownExtension = "S118";

    /// <summary>A workbook that holds macros.</summary>
    public const string MacroInWorkbook = "S119";

    /// <summary>A package of a rate filing that cannot be read: XML, Base64 or the archive inside.</summary>
    public const string BrokenPackage = "S120";

    /// <summary>A package or part of one that a rate filing needs is missing or there twice.</summary>
    public const string MissingPackage = "S121";

    /// <summary>Bank, date, type or number of rows are not the same in name, package and content.</summary>
    public const string PackageContradiction = "S122";

    /// <summary>The bank of a file cannot be told.</summary>
    public const string UnnamedBank = "S123";

    /// <summary>The area of a file cannot be told.</summary>
    public const string UnnamedRegion = "S124";

    /// <summary>The title of a table must say its month, and does not.</summary>
    public const string NoMonthInTitle = "S125";

    /// <summary>Two sheets, columns or rows of a file say the same thing.</summary>
    public const string TwoTables = "S126";

    public const string FieldCount = "V201";
    public const string UnknownIndicator = "V202";
    public const string UnknownScope = "V203";
    public const string UnknownUnit = "V204";
    public const string UnitDoesNotFit = "V205";
    public const string BadNumber = "V206";
    public const string BadMonth = "V207";

    /// <summary>The same series and month twice with different values.</summary>
    public const string ContradictingRows = "V208";

    /// <summary>Dates or months that do not ascend.</summary>
    public const string NotAscending = "V209";

    public const string UnknownRegion = "V210";
    public const string UnknownBank = "V211";
    public const string BankNotOpen = "V212";
    public const string Negative = "V213";
    public const string InclusiveMseWithinAllLoans = "V214";
    public const string NplWithinBalance = "V215";

    /// <summary>A step by a factor that only a wrong unit explains.</summary>
    public const string Magnitude = "V216";

    public const string PartsAddUp = "V217";

    /// <summary>The nation's loans lie outside the range a right unit can give.</summary>
    public const string NationalMagnitude = "V218";

    /// <summary>The nation's loans step between two months by a factor that only a wrong unit explains.</summary>
    public const string NationalStep = "V219";

    /// <summary>A field of master data that cannot be read.</summary>
    public const string BadMasterField = "V220";

    /// <summary>A code of master data that appears twice.</summary>
    public const string RepeatedCode = "V221";

    /// <summary>A parent or successor that nobody knows.</summary>
    public const string UnknownReference = "V222";

    /// <summary>The file has no figure of the month it was filed for.</summary>
    public const string MonthNotInFile = "V223";

    /// <summary>A bank files a row of another bank or of a whole area.</summary>
    public const string ForeignRow = "V224";

    /// <summary>A bank files master data or a published table.</summary>
    public const string NotAReturn = "V225";

    /// <summary>A disbursement without a base row of the same receipt and customer.</summary>
    public const string BaseRowMissing = "V230";

    /// <summary>A row whose date lies outside the period of the filing.</summary>
    public const string OutsidePeriod = "V231";

    /// <summary>A rate, or the mean of all, that percent a year cannot give.</summary>
    public const string RateOutOfRange = "V232";

    /// <summary>A receipt or transaction that appears twice.</summary>
    public const string RepeatedReceipt = "V233";

    /// <summary>A table names a bank or area that nobody knows.</summary>
    public const string UnknownName = "V234";

    /// <summary>The rows of a table do not add up to its total.</summary>
    public const string TotalDiffers = "V235";

    /// <summary>The number is finer or larger than the database keeps it.</summary>
    public const string NotStorable = "V297";

    /// <summary>Two values for the same series and month, found when the file is stored.</summary>
    public const string TwoValues = "V298";

    /// <summary>Blocking findings beyond those listed.</summary>
    public const string MoreBlocking = "V299";

    /// <summary>The same series and month twice with the same value.</summary>
    public const string RepeatedRow = "Q301";

    /// <summary>A form names an institution that nobody knows; it is taken as the bank's that files it.</summary>
    public const string InstitutionUnknown = "Q318";

    public const string ZeroAfterPositive = "Q302";

    /// <summary>A value already stored changes by more than a fifth.</summary>
    public const string LargeRestatement = "Q303";

    /// <summary>A bank gives nothing any more for a county or zone of the month before.</summary>
    public const string RegionDropped = "Q304";

    /// <summary>Rows of bill financing among loans, left out of the sums.</summary>
    public const string BillsLeftOut = "Q310";

    /// <summary>A rate far from the base rate of its row.</summary>
    public const string SpreadIsOdd = "Q311";

    /// <summary>A package of a type that rate filings do not have, skipped.</summary>
    public const string UnknownPackageType = "Q312";

    /// <summary>A row in foreign currency, left out of the sums.</summary>
    public const string ForeignLeftOut = "Q313";

    /// <summary>A row of a table that belongs to no bank or area, left out.</summary>
    public const string RowLeftOut = "Q314";

    /// <summary>Questionable findings beyond those listed.</summary>
    public const string MoreQuestionable = "Q399";

    /// <summary>All numbers in use, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        EmptyFile, UnknownLayout, UnknownEncoding, BrokenWorkbook, NoKnownTable, WrongExtension, TooLarge, BrokenCsv,
        WrongHeader, WrongYearInName, MissingRow, UnknownRow, WrongTableUnit, WrongMonthColumn, MixedYears, NoFigures,
        WrongComment, UnknownExtension, MacroInWorkbook, TooHeavy, BrokenPackage, MissingPackage,
        PackageContradiction, UnnamedBank, UnnamedRegion, NoMonthInTitle, TwoTables, FieldCount, UnknownIndicator,
        UnknownScope, UnknownUnit, UnitDoesNotFit, BadNumber, BadMonth, ContradictingRows, NotAscending,
        UnknownRegion, UnknownBank, BankNotOpen, Negative, InclusiveMseWithinAllLoans, NplWithinBalance, Magnitude,
        PartsAddUp, NationalMagnitude, NationalStep, BadMasterField, RepeatedCode, UnknownReference, MonthNotInFile,
        ForeignRow, NotAReturn, BaseRowMissing, OutsidePeriod, RateOutOfRange, RepeatedReceipt, UnknownName,
        TotalDiffers, NotStorable, TwoValues, MoreBlocking, RepeatedRow, ZeroAfterPositive, LargeRestatement,
        RegionDropped, InstitutionUnknown, BillsLeftOut, SpreadIsOdd, UnknownPackageType, ForeignLeftOut, RowLeftOut,
        MoreQuestionable,
    ];
}
