namespace SmeKpi.Core.Digest;

/// <summary>Something worth saying about a month, as data: the words are made from it by one template.</summary>
/// <param name="Template">The key of the sentence in the resource file.</param>
/// <param name="Values">By the names of the template's placeholders.</param>
/// <param name="Weight">From 0 to 100; of too many findings the heavier ones are said.</param>
/// <param name="Evidence">The page that shows where the numbers come from, as in /targets/M01.1; without month and area.</param>
public sealed record DigestFinding(
    FindingKind Kind, string Template, IReadOnlyDictionary<string, FindingValue> Values, int Weight, string Evidence);
