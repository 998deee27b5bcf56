using System.Security.Cryptography;
using System.Text;
using GuidanceBot.Chat;

namespace GuidanceBot.Moderation;

/// <summary>Keyed hashes (HMAC-SHA256) that tell whether two things are the same without telling what they are.</summary>
/// <param name="key">Kept beside the database in a file of its own; at least 32 bytes, random.</param>
public sealed class Fingerprints(byte[] key)
{
    /// <summary>Of a message's text and the names of its files.</summary>
    internal string Of(ChatMessage message)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, "text");
        Append(hash, message.Text);
        foreach (var file in message.Attachments)
            Append(hash, file.Name);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of a few words that together name something, such as a purpose and an address.</summary>
    internal string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
            Append(hash, part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The length before each part keeps "ab" + "c" apart from "a" + "bc". Lone surrogates become U+FFFD.
    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
