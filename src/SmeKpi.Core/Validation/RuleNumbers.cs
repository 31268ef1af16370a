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

    public const string YearToDateDoesNotFall = "V240";
    public const string YearToDateRestartsInJanuary = "V241";
    public const string BorrowersMatchBalance = "V242";
    public const string InclusiveWithinMse = "V243";
    public const string MseWithinAllLoans = "V244";
    public const string CreditWithinAllLoans = "V245";
    public const string MediumLongTermWithinAllLoans = "V246";
    public const string ManufacturingWithinMediumLongTerm = "V247";
    public const string GreenWithinAllLoans = "V248";
    public const string AgricultureWithinAllLoans = "V249";
    public const string RmbWithinRmbFx = "V250";
    public const string PercentInRange = "V251";
    public const string MonthIsNotInFuture = "V252";
    public const string BankReportsInsideCity = "V253";
    public const string CorporateInterestComesWithGranted = "V254";
    public const string CorporateRateInBand = "V255";
    public const string InclusiveRateInBand = "V256";
    public const string InclusiveInterestComesWithGranted = "V257";
    public const string FirstTimeBorrowersMatchGranted = "V258";
    public const string InclusiveNplWithinAllNpl = "V259";
    public const string InterestSubsidiesWithinTotal = "V260";
    public const string GuaranteeSubsidiesWithinTotal = "V261";
    public const string GuaranteedEnterprisesMatchBalance = "V262";
    public const string WriteOffsWithinLoans = "V263";
    public const string S71BracketsAddUp = "V264";
    public const string S71SmallLinesWithinBrackets = "V265";
    public const string S71NplWithinBalance = "V266";
    public const string S71BorrowersMatchBalance = "V267";
    public const string S71GrantedMatchBorrowers = "V268";
    public const string S71RateInBand = "V269";
    public const string S71YearToDateDoesNotFall = "V270";
    public const string S71YearToDateRestarts = "V271";
    public const string S71OwnersWithinPersons = "V272";
    public const string S71SizesAddUp = "V273";
    public const string S71KindsWithinEnterprises = "V274";
    public const string G01CurrenciesAddUp = "V275";
    public const string G01SavingsWithinDeposits = "V276";
    public const string QualityTiersAddUp = "V277";
    public const string QualityGroupsAddUp = "V278";
    public const string QualityPartsWithinLoans = "V279";
    public const string G01LoansEqualQualityTotal = "V280";
    public const string S63SplitsAgree = "V281";
    public const string S63TiersWithinTotal = "V282";

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

    public const string BalanceIsSteadyOverMonth = "Q320";
    public const string BalanceIsSteadyOverYear = "Q321";
    public const string CorporateRateNearPrimeRate = "Q322";
    public const string InclusiveRateNearPrimeRate = "Q323";
    public const string ValuesAreNotCarriedForward = "Q324";
    public const string AmountsAreNotRound = "Q325";
    public const string BalancePerBorrowerInBand = "Q326";
    public const string NplRatioIsSteady = "Q327";
    public const string LargeBookHasNpl = "Q328";
    public const string BalanceFitsGranted = "Q329";
    public const string SeriesIsFamiliar = "Q330";
    public const string UsualIndicatorsAreGiven = "Q331";
    public const string DecemberIsNoPeak = "Q332";
    public const string ValuesAreNotCopied = "Q333";
    public const string WriteOffsFitNpl = "Q334";
    public const string RenewalsFitLoansDue = "Q335";
    public const string BorrowersAreSteady = "Q336";
    public const string CorporateRateIsSteady = "Q337";
    public const string InclusiveShareIsSteady = "Q338";
    public const string RmbShareIsSteady = "Q339";
    public const string YearToDateMoves = "Q340";
    public const string MonthFlowIsNotCumulative = "Q341";
    public const string DefinitionsAgree = "Q342";
    public const string FirstLoanSizeInBand = "Q343";

    /// <summary>Questionable findings beyond those listed.</summary>
    public const string MoreQuestionable = "Q399";

    public const string BanksAddUpToCity = "M401";
    public const string DepositsAddUpToCity = "M402";
    public const string CountiesAddUpToBank = "M403";
    public const string CountiesAddUpToCity = "M404";
    public const string BankShareIsSteady = "M405";
    public const string S71LoansMatchReturn = "M406";
    public const string S71BorrowersMatchReturn = "M407";
    public const string S71NplMatchesReturn = "M408";
    public const string S71WithinS63 = "M409";
    public const string G01LoansMatchReturn = "M410";
    public const string G01DepositsMatchReturn = "M411";
    public const string QualityNplMatchesReturn = "M412";

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
        YearToDateDoesNotFall, YearToDateRestartsInJanuary, BorrowersMatchBalance, InclusiveWithinMse,
        MseWithinAllLoans, CreditWithinAllLoans, MediumLongTermWithinAllLoans, ManufacturingWithinMediumLongTerm,
        GreenWithinAllLoans, AgricultureWithinAllLoans, RmbWithinRmbFx, PercentInRange, MonthIsNotInFuture,
        BankReportsInsideCity, CorporateInterestComesWithGranted, CorporateRateInBand, InclusiveRateInBand,
        InclusiveInterestComesWithGranted, FirstTimeBorrowersMatchGranted, InclusiveNplWithinAllNpl,
        InterestSubsidiesWithinTotal, GuaranteeSubsidiesWithinTotal, GuaranteedEnterprisesMatchBalance,
        WriteOffsWithinLoans, S71BracketsAddUp, S71SmallLinesWithinBrackets, S71NplWithinBalance,
        S71BorrowersMatchBalance, S71GrantedMatchBorrowers, S71RateInBand, S71YearToDateDoesNotFall,
        S71YearToDateRestarts, S71OwnersWithinPersons, S71SizesAddUp, S71KindsWithinEnterprises, G01CurrenciesAddUp,
        G01SavingsWithinDeposits, QualityTiersAddUp, QualityGroupsAddUp, QualityPartsWithinLoans,
        G01LoansEqualQualityTotal, S63SplitsAgree, S63TiersWithinTotal, ForeignRow, NotAReturn, BaseRowMissing,
        OutsidePeriod, RateOutOfRange, RepeatedReceipt, UnknownName, TotalDiffers, NotStorable, TwoValues,
        MoreBlocking, RepeatedRow, ZeroAfterPositive, LargeRestatement, RegionDropped, BalanceIsSteadyOverMonth,
        BalanceIsSteadyOverYear, CorporateRateNearPrimeRate, InclusiveRateNearPrimeRate, ValuesAreNotCarriedForward,
        AmountsAreNotRound, BalancePerBorrowerInBand, NplRatioIsSteady, LargeBookHasNpl, BalanceFitsGranted,
        SeriesIsFamiliar, UsualIndicatorsAreGiven, DecemberIsNoPeak, ValuesAreNotCopied, WriteOffsFitNpl,
        RenewalsFitLoansDue, BorrowersAreSteady, CorporateRateIsSteady, InclusiveShareIsSteady, RmbShareIsSteady,
        YearToDateMoves, MonthFlowIsNotCumulative, DefinitionsAgree, FirstLoanSizeInBand, InstitutionUnknown,
        BillsLeftOut, SpreadIsOdd, UnknownPackageType, ForeignLeftOut, RowLeftOut, MoreQuestionable, BanksAddUpToCity,
        DepositsAddUpToCity, CountiesAddUpToBank, CountiesAddUpToCity, BankShareIsSteady, S71LoansMatchReturn,
        S71BorrowersMatchReturn, S71NplMatchesReturn, S71WithinS63, G01LoansMatchReturn, G01DepositsMatchReturn,
        QualityNplMatchesReturn,
    ];
}
