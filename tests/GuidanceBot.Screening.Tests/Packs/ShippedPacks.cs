using GuidanceBot.Testing;

namespace GuidanceBot.Screening.Packs;

/// <summary>The rules that ship with the bot, read once for all tests.</summary>
internal static class ShippedPacks
{
    public static List<(string File, string Yaml)> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "config", "screening"), "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))];

    public static RulePack Rules { get; } = RulePack.Parse(Files);

    public static Screener Screener { get; } = new(Rules);
}
