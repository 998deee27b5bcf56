namespace GuidanceBot.Guidance;

/// <summary>Takes English endings off, so that "posting", "posted" and "posts" meet. Lighter than Porter's: the ranker forgives.</summary>
internal static class Stem
{
    private static readonly (string Ending, string Instead)[] Endings =
    [
        ("isation", "ise"), ("ization", "ise"), ("fulness", "ful"), ("ations", "ate"), ("ation", "ate"), ("iness", "y"),
        ("ously", "ous"), ("ities", "ity"), ("ingly", ""), ("edly", ""), ("ment", ""), ("ness", ""), ("ings", ""),
        ("sses", "ss"), ("ies", "y"), ("ied", "y"), ("ily", "y"), ("ing", ""), ("ers", "er"), ("est", ""),
        ("ed", ""), ("es", ""), ("ly", ""), ("'s", ""), ("s", ""),
    ];

    /// <summary>The stem of a word in lower case.</summary>
    public static string Of(string word)
    {
        foreach (var (ending, instead) in Endings)
        {
            if (word.Length - ending.Length < 3 || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            if (ending == "s" && word[^2] is 's' or 'u' or 'i')
                return word;

            return Tidy(string.Concat(word.AsSpan(0, word.Length - ending.Length), instead));
        }

        return Tidy(word);
    }

    /// <summary>"stopp" and "stop", "shar" and "share" become one.</summary>
    private static string Tidy(string stem)
    {
        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'e'))
            stem = stem[..^1];

        return stem.Length > 3 && stem[^1] is 'e' ? stem[..^1] : stem;
    }
}
