using System.Globalization;
using SmeKpi.Core.Auditing;

namespace SmeKpi.Core.Tests.Auditing;

public sealed class AuditMessagesTests
{
    [Fact]
    public void Describe_EveryKind_HasWordsInBothLanguages()
    {
        foreach (AuditFaultKind kind in Enum.GetValues<AuditFaultKind>())
        {
            AuditFault fault = new(kind, 4711, "found-it", "wanted-it", new DateOnly(2026, 11, 3));
            string chinese = AuditMessages.Describe(fault, CultureInfo.GetCultureInfo("zh-CN"));
            string english = AuditMessages.Describe(fault, CultureInfo.GetCultureInfo("en"));

            Assert.NotEqual(chinese, english);
            Assert.All([chinese, english], text =>
            {
                Assert.Contains("4711", text, StringComparison.Ordinal);
                Assert.Contains("found-it", text, StringComparison.Ordinal);
                Assert.Contains("wanted-it", text, StringComparison.Ordinal);
                Assert.DoesNotContain("{", text, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void Describe_ChainThatHolds_SaysHowMuchWasLookedAt() => Assert.Equal(
        "The audit chain holds: 12 entries, held against 4 anchors",
        AuditMessages.Describe(new AuditVerdict(12, 4, null), CultureInfo.InvariantCulture));
}
