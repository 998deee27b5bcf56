using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Packs;

/// <summary>The words of a pack's text as screening will meet them in a message.</summary>
internal static class FoldedWords
{
    public static string[] Of(string text)
    {
        using var folded = FoldedText.Of(text);
        var words = new List<string>();
        foreach (var token in folded.Tokens)
            words.Add(folded.Word(token).ToString().Replace("'", "", StringComparison.Ordinal));
        return [.. words];
    }

    public static ulong Hash(string folded) => WordHash.Of(folded);
}
