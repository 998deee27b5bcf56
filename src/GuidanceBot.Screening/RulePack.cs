namespace GuidanceBot.Screening;

/// <summary>All rules that screening uses, read from the YAML packs of <c>config/screening</c>.</summary>
public sealed record RulePack
{
    /// <summary>A short hash of the content, written beside each finding that is kept.</summary>
    public string Version { get; init; } = "";

    /// <summary>Reads packs. <paramref name="files"/> are (file name, YAML text) pairs, in order.</summary>
    /// <exception cref="RulePackException">A pack is wrong: says file, line, column, key and what is expected.</exception>
    public static RulePack Parse(IEnumerable<(string File, string Yaml)> files) => new();
}

/// <summary>A pack that cannot be used. The message is one sentence for the owner: file, line, column, key, what is expected.</summary>
public sealed class RulePackException(string message) : Exception(message);
