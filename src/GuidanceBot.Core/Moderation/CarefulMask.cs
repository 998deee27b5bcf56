using System.Globalization;
using System.Text;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>Masks more than screening does: identifiers, every token with a digit, every capitalised word that is not a common one. For words that moderators see in passing. Misses names in lower case that no rule knows.</summary>
internal static class CarefulMask
{
    private const string Unknown = "[…]";

    /// <summary>The stretch of the text from <paramref name="start"/> to <paramref name="end"/>, masked. Never cuts an identifier or a word in two.</summary>
    public static string Of(string text, IReadOnlyList<Identifier> identifiers, int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
        while (start > 0 && start < text.Length && !char.IsWhiteSpace(text[start - 1]) && !char.IsWhiteSpace(text[start]))
            start++;
        while (end < text.Length && end > start && !char.IsWhiteSpace(text[end - 1]) && !char.IsWhiteSpace(text[end]))
            end--;

        var masked = new StringBuilder();
        var at = start;
        foreach (var identifier in identifiers.Where(i => i.Span.End > start && i.Span.Start < end).OrderBy(i => i.Span.Start))
        {
            if (identifier.Span.Start > at)
                AppendTokens(masked, text.AsSpan(at, identifier.Span.Start - at));
            if (identifier.Span.End > at)
                masked.Append(identifier.Kind.Mask());
            at = Math.Max(at, identifier.Span.End);
        }

        if (at < end)
            AppendTokens(masked, text.AsSpan(at, end - at));
        return masked.ToString().Trim();
    }

    /// <summary>The whole text, masked.</summary>
    public static string Of(string text, IReadOnlyList<Identifier> identifiers) => Of(text, identifiers, 0, text.Length);

    private static void AppendTokens(StringBuilder masked, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            var isSpace = char.IsWhiteSpace(text[i]);
            while (end < text.Length && char.IsWhiteSpace(text[end]) == isSpace)
                end++;
            var token = text[i..end];
            masked.Append(isSpace ? " " : MustHide(token) ? Unknown : token);
            i = end;
        }
    }

    private static bool MustHide(ReadOnlySpan<char> token)
    {
        var hasCapital = false;
        foreach (var letter in token)
        {
            // A script without capitals hides its names from us: none of its words is shown.
            if (char.IsDigit(letter) || letter is '@' or '<' || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter or UnicodeCategory.OtherNumber or UnicodeCategory.Format)
                return true;
            hasCapital |= char.IsUpper(letter);
        }

        return hasCapital && !KnownWords.Has(token.Trim("\"'“”‘’().,;:!?-–…*_~`"));
    }
}
