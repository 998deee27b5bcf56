using System.Buffers;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Names that are joined instead of spaced: okeke_chukwudi_ecg.png, HERRERA^LUZ^MARIA, #PriyaRaghunathan.</summary>
internal static class JoinedNames
{
    private static readonly SearchValues<string> Files = SearchValues.Create([".png", ".jpg", ".jpeg", ".pdf", ".doc", ".dcm", ".csv", ".xls", ".txt", ".tif", ".heic", ".mp4", ".mov", ".zip", ".ppt", ".gif", ".bmp", ".wav", ".hl7", ".xml", ".json"], StringComparison.Ordinal);

    public static void Find(IdentifierScan scan)
    {
        var tokens = scan.Tokens;
        var signs = scan.Text.Signs;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i) || tokens[i].Kind is not TokenKind.Word)
                continue;
            if ((signs & Signs.Caret) != 0 && Joined(scan, i, '^') is var caret && caret > i && tokens[i].Length > 1)
                i = Add(scan, i, caret);
            else if ((signs & Signs.Underscore) != 0 && Joined(scan, i, '_') is var line && line > i && InFile(scan, i))
                i = Add(scan, i, line);
            else if ((signs & Signs.Hash) != 0 && tokens[i].Has(TokenFlags.Hashtag) && tokens[i].Case is LetterCase.Mixed or LetterCase.Camel && Humps(scan, i))
                Add(scan, i, i);
        }
    }

    private static int Add(IdentifierScan scan, int first, int last)
    {
        scan.Add(IdentifierKind.Name, null, first, last, 0.75);
        return last;
    }

    // Words that are names or nothing known, tied by one sign, one of them a name at least.
    private static int Joined(IdentifierScan scan, int first, char sign)
    {
        var tokens = scan.Tokens;
        var chars = scan.Text.Chars;
        var last = first;
        var names = 0;
        for (var k = first; k < tokens.Length && k - first < 4; k++)
        {
            if (k > first && !(tokens[k].Start == tokens[k - 1].End + 1 && chars[tokens[k].Start - 1] == sign))
                break;
            var listed = tokens[k].Is(NameStrength.Names);
            if (tokens[k].Kind is not TokenKind.Word || scan.Taken(k) || tokens[k].Length < 2 || tokens[k].Is(WordClass.Function | WordClass.Care | WordClass.Bed | WordClass.EponymHead)
                || (tokens[k].Is(NameStrength.Dictionary) && !(listed && (tokens[k].Capital || sign == '^')) || !listed && tokens[k].Length < 4))
                break;
            names += listed ? 1 : 0;
            last = k;
        }

        return names > 0 ? last : first;
    }

    // The chunk of characters around it ends like a file.
    private static bool InFile(IdentifierScan scan, int i)
    {
        var chars = scan.Text.Chars[scan.Tokens[i].Start..];
        var end = chars.IndexOfAny(' ', '\n', '\t');
        return chars[..(end < 0 ? Math.Min(chars.Length, 200) : Math.Min(end, 200))].ContainsAny(Files);
    }

    // PriyaRaghunathan: two humps, the first a given name.
    private static bool Humps(IdentifierScan scan, int i)
    {
        var token = scan.Tokens[i];
        var word = scan.Text.Word(token);
        var second = -1;
        for (var k = 1; k < word.Length; k++)
        {
            var original = scan.Text.Original[scan.Text.OriginalAt(token.Start + k)];
            if (!char.IsUpper(original))
                continue;
            if (second > 0)
                return false;
            second = k;
        }

        if (second < 3 || word.Length - second < 3)
            return false;
        WordClass first = Lexicon.Of(word[..second]), last = Lexicon.Of(word[second..]);
        const WordClass Word = WordClass.Common | WordClass.English | WordClass.Country | WordClass.Brand | WordClass.City;
        return (first & (WordClass.Given | WordClass.RareGiven)) != 0 && (first & Word) == 0 && (last & Word) == 0 && ((last & NameStrength.Names) != 0 || last == WordClass.None);
    }
}
