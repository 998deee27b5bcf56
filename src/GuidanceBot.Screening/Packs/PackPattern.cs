using System.Text.RegularExpressions;

namespace GuidanceBot.Screening.Packs;

/// <summary>Reads a pack's regular expression and refuses what could hang or what belongs in <c>near</c> and <c>unless</c>.</summary>
internal static partial class PackPattern
{
    private const int LongestPattern = 400;
    private const int MostRepeats = 100;

    public static Regex Read(PackNode node)
    {
        var text = node.Text();
        if (text.Length > LongestPattern)
            throw node.Wrong($"expected a pattern of at most {LongestPattern} characters");
        if (Lookaround().IsMatch(text))
            throw node.Wrong("lookarounds are not supported; say what must stand near with near: or unless:");
        if (BackReference().IsMatch(text))
            throw node.Wrong("backreferences are not supported; expected a pattern without them");
        foreach (Match repeat in Repeat().Matches(text))
        {
            if (repeat.Groups[1].ValueSpan.Length > 3 || int.Parse(repeat.Groups[1].ValueSpan) > MostRepeats)
                throw node.Wrong($"expected repeats of at most {MostRepeats}");
        }

        try
        {
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        catch (ArgumentException e)
        {
            throw node.Wrong($"expected a regular expression ({e.Message.TrimEnd('.')})");
        }
        catch (NotSupportedException)
        {
            throw node.Wrong("the pattern is too large or uses what linear matching cannot do; expected a simpler one");
        }
    }

    // (?=  (?!  (?<=  (?<!  and atomic groups; an escaped parenthesis is none of them.
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\(\?(?:[=!>]|<[=!])")]
    private static partial Regex Lookaround();

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\\(?:[1-9]|k[<'{])")]
    private static partial Regex BackReference();

    [GeneratedRegex(@"\{\d*,?(\d+)\}")]
    private static partial Regex Repeat();
}
