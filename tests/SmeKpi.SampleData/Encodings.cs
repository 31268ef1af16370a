using System.Text;

namespace SmeKpi.SampleData;

public static class Encodings
{
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
}
