namespace GuidanceBot.Screening.Packs;

/// <summary>The regular forms of an English word that a pack writes with a tilde: <c>moan~</c> is moan, moans, moaned, moaning.</summary>
internal static class WordForms
{
    private const string Vowels = "aeiou";

    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        if (word.Length < 2)
            yield break;
        var last = word[^1];
        if (last is 'e')
        {
            yield return word + "s";
            yield return word + "d";
            yield return word[..^1] + "ing";
            yield return word[..^1] + "in";
        }
        else if (last is 'y' && !Vowels.Contains(word[^2]))
        {
            yield return word[..^1] + "ies";
            yield return word[..^1] + "ied";
            yield return word + "ing";
        }
        else
        {
            yield return word + (EndsInHiss(word) ? "es" : "s");
            var stem = Doubles(word) ? word + last : word;
            yield return stem + "ed";
            yield return stem + "ing";
            yield return stem + "in";
            if (stem.Length > word.Length)
            {
                yield return word + "ed";
                yield return word + "ing";
            }
        }
    }

    private static bool EndsInHiss(string word) =>
        word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    // plan -> planned, but train -> trained, visit -> visited (both forms are kept, since stress cannot be seen)
    private static bool Doubles(string word) =>
        word.Length >= 3
        && !Vowels.Contains(word[^1]) && word[^1] is not ('w' or 'x' or 'y')
        && Vowels.Contains(word[^2])
        && !Vowels.Contains(word[^3]);
}
