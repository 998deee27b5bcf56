using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Packs;

/// <summary>The words of a pack's text as screening will meet them in a message.</summary>
internal static class FoldedWords
{
    public static string[] Of(string text)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                word.Append(c);
            else if (c != '\'' && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return [.. words];
    }

    public static ulong Hash(string folded) => WordHash.Of(folded);
}
