using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SmeKpi.Storage.Accounts;

/// <summary>A random key of 256 bits. Only its hash is stored, so that a copy of the database opens nothing.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>Letters and digits that an address and a cookie carry unchanged.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 is enough for a key that cannot be guessed; passwords are hashed slowly elsewhere.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
