using System.Globalization;
using System.Text;

namespace GuidanceBot.Screening.Text;

/// <summary>
/// What one code point reads as: lower case, without accents, look-alikes as the Latin letter they imitate,
/// fancy digits as digits, invisible marks as nothing. Worked out page by page when first met, so that start-up pays for none.
/// </summary>
internal static class CharFold
{
    private const int PageBits = 8;
    private static readonly string?[]?[] Pages = new string?[]?[(0x1FFFF >> PageBits) + 1];

    /// <summary>The reading of a code point; empty when it is invisible; null when it stands for itself.</summary>
    public static string? Of(int codePoint)
    {
        if (codePoint > 0x1FFFF)
            return codePoint is >= 0xE0000 and <= 0xE0FFF ? "" : null; // tags and variation selectors

        var page = Pages[codePoint >> PageBits] ??= BuildPage(codePoint >> PageBits);
        return page[codePoint & ((1 << PageBits) - 1)];
    }

    private static string?[] BuildPage(int number)
    {
        var page = new string?[1 << PageBits];
        for (var i = 0; i < page.Length; i++)
        {
            var codePoint = (number << PageBits) | i;
            if (!Rune.IsValid(codePoint))
                continue;
            var itself = char.ConvertFromUtf32(codePoint);
            var folded = Fold(new Rune(codePoint));
            page[i] = folded == itself ? null : folded;
        }

        return page;
    }

    private static string Fold(Rune rune)
    {
        if (IsInvisible(rune))
            return "";
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned)
            return rune.ToString(); // normalising a noncharacter throws
        if (LookAlikes.Latin(rune) is { } imitated)
            return imitated;
        if (rune.Value is >= 0x1F130 and <= 0x1F149 or >= 0x1F150 and <= 0x1F169 or >= 0x1F170 and <= 0x1F189)
            return ((char)('a' + (rune.Value - 0x1F130) % 32)).ToString(); // squared and circled letters
        if (rune.Value is >= 0x1F1E6 and <= 0x1F1FF)
            return ((char)('a' + rune.Value - 0x1F1E6)).ToString(); // letters that flags are made of
        if (Rune.GetNumericValue(rune) is >= 0 and <= 9 and var digit && Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
            return ((char)('0' + (int)digit)).ToString();

        // NFKD takes accents off and turns full-width, mathematical and circled forms plain.
        var plain = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsInvisible(part) || Rune.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark)
                continue;
            var lower = Rune.ToLowerInvariant(part);
            plain.Append(LookAlikes.Latin(lower) ?? lower.ToString());
        }

        return plain.Length is > 0 and <= 4 ? plain.ToString() : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark ? "" : rune.ToString();
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.EnclosingMark
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180F)
        || (rune.Value < 0x20 && rune.Value is not ('\n' or '\r' or '\t'));
}
