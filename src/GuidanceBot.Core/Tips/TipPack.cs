using GuidanceBot.Guidance;
using GuidanceBot.Packs;

namespace GuidanceBot.Tips;

/// <summary>All tips, read from <c>config/tips</c>. Never changes once loaded.</summary>
/// <param name="Tips">In the order of files and lines.</param>
public sealed record TipPack(IReadOnlyList<Tip> Tips)
{
    /// <summary>Reads the folder; source ids are looked up in <paramref name="guidance"/>.</summary>
    /// <exception cref="PackException">Something is wrong or missing: file, line, column, key, what is expected.</exception>
    public static TipPack Load(string directory, TakeawayPack guidance)
    {
        var tips = new List<Tip>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in PackFile.ReadAll(directory))
        {
            foreach (var entry in file.Only("tips").Maps("tips"))
            {
                var tip = Read(entry, guidance);
                if (!ids.Add(tip.Id))
                    throw entry.Error("id", $"an id that no other tip has, found '{tip.Id}' again");

                tips.Add(tip);
            }
        }

        return new TipPack(tips);
    }

    private static Tip Read(PackMap entry, TakeawayPack guidance)
    {
        entry.Only("id", "takeaway", "text", "question", "sources");
        var tip = new Tip(
            entry.Text("id"),
            entry.Number("takeaway", 1, 12),
            entry.Text("text"),
            entry.Flag("question"),
            SourceReader.Find(entry, "sources", guidance.Sources));
        return tip.IsQuestion == tip.Text.EndsWith('?')
            ? tip
            : throw entry.Error("question", "true exactly where the text ends in a question mark");
    }
}
