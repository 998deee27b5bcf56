using System.Text.Json;
using GuidanceBot.Screening;

namespace GuidanceBot.Benchmarks.Screening;

/// <summary>Messages and rules to measure with.</summary>
internal static class Messages
{
    /// <summary>The texts of a file of JSON lines.</summary>
    public static string[] Read(string file) =>
        [.. File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString() ?? "")];

    /// <summary>A screener with the packs of config/screening, found from the folder one stands in upwards.</summary>
    public static Screener WithPacks()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var packs = Path.Combine(folder.FullName, "config", "screening");
            if (Directory.Exists(packs))
                return new Screener(RulePack.Parse(Directory.GetFiles(packs, "*.yaml").Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllText(f)))));
        }

        throw new DirectoryNotFoundException("config/screening is neither here nor above.");
    }
}
