using System.Security.Cryptography;
using System.Text;

namespace GuidanceBot.Chat;

/// <summary>Makes post keys out of what a post is about, so that trying again arrives at the same one.</summary>
internal static class PostKeys
{
    /// <summary>A key of a short prefix (at most four letters) and a hash of the parts.</summary>
    public static PostKey Of(string prefix, params string[] parts) =>
        new($"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts))))[..20]}");
}
