using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>The parts of an address around a street or flat: the road between two numbers before it, town, region and postcode after it.</summary>
internal static class AddressBlock
{
    private const int Longest = 10;

    private static readonly WordList Cues = WordList.Of("address addresses lives living live moved moving at to residing");
    private static readonly WordList Zip = WordList.Of("zip zipcode postcode postal plz eircode");

    /// <summary>A road without a street word: 5366 Pivovarská 276; and a postcode that is announced.</summary>
    public static void FindBare(IdentifierScan scan)
    {
        var tokens = scan.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i))
                continue;
            if (tokens[i].Kind is TokenKind.Number && tokens[i].Length <= 5 && BetweenNumbers(scan, i, out var last) && (scan.AddressSeen || HasCue(scan, i)))
            {
                scan.Add(IdentifierKind.Address, "street", i, last, 0.7);
                scan.AddressSeen = true;
                i = last;
            }
            else if (tokens[i].Is(WordClass.AddressPart) && Zip.Contains(tokens[i].Hash))
            {
                Announced(scan, i);
            }
        }
    }

    /// <summary>Takes in what follows every address that was found, to its postcode or country.</summary>
    public static void Complete(IdentifierScan scan)
    {
        if (!scan.AddressSeen)
            return;
        var count = scan.Text.TokenCount;
        for (var i = 0; i + 1 < count; i++)
        {
            if (!scan.IsAddress(i) || scan.Taken(i + 1))
                continue;
            var end = EndOf(scan, i + 1);
            if (end > i)
                scan.Add(IdentifierKind.Address, "street", i, end, 0.7);
        }
    }

    /// <summary>The first token of "66 Dalmatinova 112" right before a flat; the flat itself when there is none.</summary>
    public static int StartBefore(IdentifierScan scan, int flat)
    {
        var tokens = scan.Tokens;
        for (var first = Math.Max(0, flat - 8); first < flat; first++)
        {
            if (tokens[first].Kind is TokenKind.Number && !scan.Taken(first) && BetweenNumbers(scan, first, out var last) && last == flat - 1)
                return first;
        }

        return flat;
    }

    private static bool BetweenNumbers(IdentifierScan scan, int i, out int last)
    {
        var tokens = scan.Tokens;
        last = i;
        var words = 0;
        for (var k = i + 1; k < tokens.Length && k - i <= 7 && !scan.Taken(k); k++)
        {
            if ((tokens[k].Gap & ~(Gap.Space | Gap.Hyphen | Gap.Apostrophe | Gap.Stop)) != 0 || (tokens[k].Gap & (Gap.Space | Gap.Hyphen | Gap.Apostrophe)) == 0)
                return false;
            if (tokens[k].Kind is TokenKind.Number)
            {
                if (words == 0)
                    continue;
                last = k;
                return tokens[k].Length <= 5 && (k + 1 >= tokens.Length || !tokens[k + 1].Is(WordClass.Unit));
            }

            if (tokens[k].Kind is not TokenKind.Word || tokens[k].Is(WordClass.Month | WordClass.Unit | WordClass.Bed) || !IsPlaceWord(tokens[k]))
                return false;
            words++;
        }

        return false;
    }

    private static bool IsPlaceWord(in Token token) => token.Capital && !token.Is(WordClass.Function) || token.Is(WordClass.Particle) || !token.Is(NameStrength.Dictionary | WordClass.Function) || token.Is(WordClass.Street | WordClass.Place);

    private static bool HasCue(IdentifierScan scan, int i)
    {
        for (var k = i - 1; k >= 0 && i - k <= 3; k--)
        {
            if (Cues.Contains(scan.Tokens[k].Hash))
                return true;
        }

        return false;
    }

    private static void Announced(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var next = i + 1;
        if (next < tokens.Length && scan.Text.Word(tokens[next]) is "code" or "is")
            next++;
        var last = next;
        if (next >= tokens.Length || tokens[next].Kind is not (TokenKind.Number or TokenKind.Mixed) || scan.Taken(next))
            return;
        if (last + 1 < tokens.Length && tokens[last + 1].Kind is TokenKind.Number or TokenKind.Mixed && tokens[last + 1].Gap is Gap.Space or Gap.Hyphen && tokens[last + 1].Length <= 4)
            last++;
        scan.Add(IdentifierKind.Address, "postcode", next, last, 0.85);
    }

    private static int EndOf(IdentifierScan scan, int from)
    {
        var tokens = scan.Tokens;
        var end = -1;
        for (var k = from; k < tokens.Length && k - from < Longest; k++)
        {
            if (scan.IsAddress(k))
                break;
            if (scan.Taken(k) || (tokens[k].Gap & ~(Gap.Space | Gap.Comma | Gap.Line | Gap.Hyphen | Gap.Other | Gap.Open | Gap.Close | ((tokens[k].Gap & Gap.Line) != 0 ? Gap.Stop | Gap.Quote : Gap.None))) != 0)
                break;
            if (tokens[k].Kind is TokenKind.Number)
            {
                if (tokens[k].Length is < 4 or > 6)
                    break;
                return k;
            }

            if (tokens[k].Kind is not TokenKind.Word || !IsPlaceWord(tokens[k]) && !(tokens[k].Is(WordClass.Function) && end < 0 && (tokens[k].Gap & Gap.Space) != 0 && tokens[k].Length <= 3))
                break;
            if (tokens[k].Is(WordClass.Country) || Postcode.IsState(scan, k))
                end = k;
        }

        return end;
    }
}
