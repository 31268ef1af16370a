namespace SmeKpi.Core.Access;

/// <summary>How far a right goes over the rows.</summary>
public enum Reach
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Only the rows of the account's own bank.</summary>
    Own,

    /// <summary>Every row that the account's own limits leave.</summary>
    Every,
}
