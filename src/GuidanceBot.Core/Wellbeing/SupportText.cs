using GuidanceBot.Chat;

namespace GuidanceBot.Wellbeing;

/// <summary>Turns the pack's words into parts of a card: lines that begin with a dash are a list.</summary>
internal static class SupportText
{
    public static IEnumerable<CardBlock> Blocks(string text)
    {
        var list = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                list.Add(line[2..]);
                continue;
            }

            if (list.Count > 0)
                yield return new ListBlock([.. list]);
            list.Clear();
            yield return new TextBlock(line);
        }

        if (list.Count > 0)
            yield return new ListBlock(list);
    }
}
