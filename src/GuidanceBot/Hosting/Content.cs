using GuidanceBot.Guidance;
using GuidanceBot.Packs;
using GuidanceBot.Screening;
using GuidanceBot.Tips;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Hosting;

/// <summary>Everything that owners edit, read once at start.</summary>
internal sealed record Content(TakeawayPack Takeaways, TipPack Tips, SupportLines Support, Screener Screener)
{
    /// <summary>Reads every pack of the config folder.</summary>
    /// <exception cref="StartRefused">A pack is wrong or missing: file, line, column, key, what is expected.</exception>
    public static Content Load(Folders folders)
    {
        try
        {
            var takeaways = TakeawayPack.Load(Need(folders.Guidance));
            return new Content(
                takeaways,
                TipPack.Load(Need(folders.Tips), takeaways),
                SupportLines.Load(Need(folders.Wellbeing)),
                LoadScreener(folders));
        }
        catch (Exception e) when (e is PackException or RulePackException)
        {
            throw new StartRefused(e.Message);
        }
    }

    /// <summary>Reads the takeaways alone, for the commands that need no more.</summary>
    /// <exception cref="StartRefused">A pack is wrong or missing.</exception>
    public static TakeawayPack LoadTakeaways(Folders folders)
    {
        try
        {
            return TakeawayPack.Load(Need(folders.Guidance));
        }
        catch (PackException e)
        {
            throw new StartRefused(e.Message);
        }
    }

    /// <summary>Reads the rule packs alone, for the commands that need no more.</summary>
    /// <exception cref="StartRefused">A pack is wrong or missing.</exception>
    public static Screener LoadScreener(Folders folders)
    {
        try
        {
            var files = Directory.EnumerateFiles(Need(folders.Screening), "*.yaml").Order(StringComparer.Ordinal)
                .Select(f => (Path.GetRelativePath(folders.Config, f), File.ReadAllText(f)));
            return new Screener(RulePack.Parse(files));
        }
        catch (RulePackException e)
        {
            throw new StartRefused(e.Message);
        }
    }

    private static string Need(string directory) => Directory.Exists(directory)
        ? directory
        : throw new StartRefused($"The content folder {directory} is not there. Give a whole config folder with --config DIR, or leave the option out.");
}
