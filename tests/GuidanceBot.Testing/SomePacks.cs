using GuidanceBot.Guidance;
using GuidanceBot.Screening;
using GuidanceBot.Tips;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Testing;

/// <summary>The content the product ships, read from <c>config</c> once for all tests.</summary>
public static class SomePacks
{
    /// <summary>The folder that owners edit.</summary>
    public static string Config { get; } = Path.Combine(Repository.Root, "config");

    public static TakeawayPack Takeaways { get; } = TakeawayPack.Load(Path.Combine(Config, "guidance"));

    /// <summary>Learnt once for all tests.</summary>
    public static AskRanker Ranker { get; } = new(Takeaways);

    public static TipPack Tips { get; } = TipPack.Load(Path.Combine(Config, "tips"), Takeaways);

    public static SupportLines SupportLines { get; } = SupportLines.Load(Path.Combine(Config, "wellbeing"));

    /// <summary>The rules the product ships.</summary>
    public static Screener Screener { get; } = new(RulePack.Parse(
        Directory.EnumerateFiles(Path.Combine(Config, "screening"), "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))));
}
