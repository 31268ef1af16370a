namespace SmeKpi.Web.PageCache;

/// <summary>
/// A page that everybody with the same rights sees alike as long as nothing changes in the database: it is drawn once.
/// </summary>
/// <remarks>
/// It may depend on the address, the stamp of the database, the day, language, theme and rights, on nothing else of the
/// request. Who is signed in stands in the part that <see cref="OwnPart"/> keeps out of what is shared.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedPageAttribute : Attribute;
