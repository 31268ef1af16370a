namespace SmeKpi.Core.Filing;

/// <summary>Where a filing (报送) stands.</summary>
public enum SubmissionState
{
    /// <summary>已接收: the bytes are kept, nothing has been read.</summary>
    Received,

    /// <summary>解析中</summary>
    Parsing,

    /// <summary>无法读取: a finding S; the filing has ended.</summary>
    Unreadable,

    /// <summary>校验中</summary>
    Checking,

    /// <summary>已退回: a finding V, or sent back by the regulator; the filing has ended.</summary>
    Rejected,

    /// <summary>待说明: a finding Q or M has no reason yet.</summary>
    ToExplain,

    /// <summary>待签发</summary>
    ReadyToSign,

    /// <summary>已签发: waits for the regulator.</summary>
    Signed,

    /// <summary>已发布: its figures count until a later filing is published.</summary>
    Published,

    /// <summary>已撤回: taken back by the bank before it was published.</summary>
    Withdrawn,
}

/// <summary>What happens to a filing.</summary>
public enum FilingAct
{
    /// <summary>The program begins to read; again after it was killed while reading.</summary>
    Parse,

    /// <summary>The bytes were read; the rules begin.</summary>
    Check,

    /// <summary>The rules have spoken.</summary>
    Judge,

    /// <summary>说明: somebody of the bank gives or changes a reason.</summary>
    Explain,

    /// <summary>签发: a second person of the bank answers for the figures.</summary>
    Sign,

    /// <summary>发布: the regulator lets the figures count.</summary>
    Publish,

    /// <summary>退回: the regulator sends a signed filing back.</summary>
    Return,

    /// <summary>撤回: the bank takes it back.</summary>
    Withdraw,
}
