using System.Security.Cryptography;
using System.Text;
using GuidanceBot.Screening.Packs;

namespace GuidanceBot.Screening;

/// <summary>All rules that screening uses, read from the YAML packs of <c>config/screening</c>.</summary>
public sealed record RulePack
{
    /// <summary>A short hash of the content, written beside each finding that is kept.</summary>
    public string Version { get; init; } = "";

    /// <summary>Reads packs. <paramref name="files"/> are (file name, YAML text) pairs, in order.</summary>
    /// <exception cref="RulePackException">A pack is wrong: says file, line, column, key and what is expected.</exception>
    public static RulePack Parse(IEnumerable<(string File, string Yaml)> files)
    {
        var all = files.ToList();
        return new() { Version = VersionOf(all), Content = PackReader.Read(all) };
    }

    /// <summary>What looks like a slip of a pack's owner though it can be used: one sentence each, with file, line, column and the mend.</summary>
    public IReadOnlyList<string> Warnings => Content?.Warnings ?? [];

    /// <summary>The packs compiled; null for a pack that was never read, which finds nothing.</summary>
    internal PackContent? Content { get; init; }

    private static string VersionOf(List<(string File, string Yaml)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (file, yaml) in files)
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n{yaml}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}

/// <summary>A pack that cannot be used. The message is one sentence for the owner: file, line, column, key, what is expected.</summary>
public sealed class RulePackException(string message) : Exception(message);
