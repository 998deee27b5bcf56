using GuidanceBot.Guidance;
using GuidanceBot.Tips;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Testing;

/// <summary>The content the product ships, read from <c>config</c> once for all tests.</summary>
public static class SomePacks
{
    /// <summary>The folder that owners edit.</summary>
    public static string Config { get; } = Path.Combine(Root(), "config");

    public static TakeawayPack Takeaways { get; } = TakeawayPack.Load(Path.Combine(Config, "guidance"));

    public static TipPack Tips { get; } = TipPack.Load(Path.Combine(Config, "tips"), Takeaways);

    public static SupportLines SupportLines { get; } = SupportLines.Load(Path.Combine(Config, "wellbeing"));

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GuidanceBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not stand in the project's folder.");
    }
}
