using System.Globalization;
using System.Text;

namespace GuidanceBot.Guidance;

/// <summary>Cuts a question into words: lower case, accents off, short forms written out.</summary>
internal sealed class Words(IReadOnlyDictionary<string, string> spellings)
{
    /// <summary>More words than this no question needs; the rest of a pasted text is not read.</summary>
    private const int Most = 120;

    public IReadOnlyList<string> In(string text)
    {
        var words = new List<string>();
        foreach (var word in Split(text).Take(Most))
        {
            if (spellings.TryGetValue(word, out var full))
                words.AddRange(Split(full));
            else
                words.Add(word);
        }

        return words;
    }

    /// <summary>Runs of letters, digits and inner apostrophes, and the signs that carry meaning in text talk.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (rune.Value == '\'' && word.Length > 0))
            {
                word.Append(rune);
                continue;
            }

            if (word.Length > 0)
                yield return Take(word);
            if (rune.Value is '%' or '&')
                yield return rune.ToString();
        }

        if (word.Length > 0)
            yield return Take(word);
    }

    private static string Take(StringBuilder word)
    {
        var taken = word.ToString().TrimEnd('\'');
        word.Clear();
        return taken;
    }

    /// <summary>A lone surrogate is read as U+FFFD, as everywhere; it would not normalise.</summary>
    private static string Fold(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.Value is '’' or '‘' or '`' ? new Rune('\'') : rune);

        var folded = new StringBuilder(whole.Length);
        foreach (var rune in whole.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark and not UnicodeCategory.Format)
                folded.Append(Rune.ToLowerInvariant(rune));
        }

        return folded.ToString();
    }
}
