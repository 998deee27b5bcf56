using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Streets with their numbers in the orders of many countries, flats and boxes, postcodes.</summary>
internal static class StreetDetector
{
    private const IdentifierKind Kind = IdentifierKind.Address;

    // Street words that are words of their own: only with a house number before them.
    private static readonly WordList Weak = WordList.Of("st dr pl ct la av way ter sq close place park hill green view walk rise court square loop trail path circle grove garden gardens row mews via tie ut rue bypass parade pike plaza alley cove end");
    private static readonly WordList Leading = WordList.Of("rue avenue av avenida calle ulica ul via viale piazza corso paseo plaza carrera camino rua travessa estrada boulevard chemin jalan place allee impasse quai cite");
    private static readonly string[] Endings = ["straat", "strasse", "str", "gasse", "platz", "gatan", "vagen", "vegen", "veien", "vej", "gade", "katu", "kuja", "tie", "laan", "weg", "utca", "allee", "alle", "hove", "gracht", "plein", "haugen", "vaenget", "stien", "bakken", "damm", "ufer", "steig", "berg", "singel", "kade", "dijk", "stigen", "grand", "porten", "gata"];

    public static void Find(IdentifierScan scan)
    {
        FindStreets(scan);
        if ((scan.Text.Signs & Signs.Digit) != 0)
            AddressBlock.FindBare(scan);
        AddressBlock.Complete(scan);
    }

    private static void FindStreets(IdentifierScan scan)
    {
        var tokens = scan.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i))
                continue;
            if (tokens[i].Is(WordClass.Street) && !(i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Street) && tokens[i + 1].Gap == Gap.Space && tokens[i].Capital == tokens[i + 1].Capital && !Leading.Contains(tokens[i].Hash)))
                Street(scan, i);
            else if (tokens[i].Is(WordClass.AddressPart))
                Unit(scan, i);
            else if (tokens[i].Length > 6 && tokens[i].Capital && tokens[i].Kind is TokenKind.Word && EndsLikeStreet(scan, i) && NumberAfter(scan, i))
                Add(scan, WithNumberBefore(scan, i, out _), i + 1, 0.85);
            else if (tokens[i].Kind is TokenKind.Mixed or TokenKind.Word && tokens[i].Length <= 4)
                Postcode.Find(scan, i);
        }
    }

    private static void Street(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var weak = Weak.Contains(tokens[i].Hash);

        // Rue de la Sarthe 421, ul. Chrzanowska 61
        if (Leading.Contains(tokens[i].Hash))
        {
            var end = i;
            while (end + 1 < tokens.Length && end - i < 6 && tokens[end + 1].Kind is TokenKind.Word && !scan.Taken(end + 1) && (tokens[end + 1].Gap & ~(Gap.Space | Gap.Hyphen | Gap.Stop | Gap.Apostrophe)) == 0
                && (tokens[end + 1].Capital || tokens[end + 1].Is(WordClass.Particle) || (tokens[end + 1].Class & (WordClass.Common | WordClass.English)) == 0))
                end++;
            if (end > i && NumberAfter(scan, end))
            {
                Add(scan, WithNumberBefore(scan, i, out _), end + 1, 0.9);
                return;
            }

            if (end > i && WithNumberBefore(scan, i, out var numbered) is var from && numbered && (tokens[i + 1].Capital || !tokens[i + 1].Is(WordClass.Common)))
            {
                Add(scan, from, end, 0.85);
                return;
            }
        }

        // 27 Gorse Hill Close
        var first = i;
        while (first > 0 && i - first < 5 && tokens[first - 1].Kind is TokenKind.Word && (tokens[first].Gap & ~(Gap.Space | Gap.Stop | Gap.Hyphen | Gap.Apostrophe)) == 0 && !scan.Taken(first - 1) && PartOfName(tokens[first - 1], tokens[i]))
            first--;
        // Ordinal streets: 5th Avenue, 42nd St.
        if (first == i && i > 1 && DateDetector.IsSuffix(scan, i - 1) && tokens[i - 2].Kind is TokenKind.Number)
            first = i - 2;
        if (first == i)
            return;
        var start = WithNumberBefore(scan, first, out var houseNumber);
        if (houseNumber && (tokens[first].Capital || !weak))
            Add(scan, start, NumberAfter(scan, i) && tokens[i + 1].Length <= 4 && (tokens[i + 1].Gap & Gap.Comma) == 0 ? i + 1 : i, 0.9);
        else if (!weak && tokens[first].Capital && tokens[i].Capital && i - first <= 3 && !tokens[first].Is(WordClass.Function) && !(tokens[first].Has(TokenFlags.SentenceStart) && tokens[first].Is(WordClass.Common)))
            Add(scan, first, NumberAfter(scan, i) ? i + 1 : i, 0.65);
    }

    private static bool PartOfName(in Token token, in Token street) =>
        !token.Is(WordClass.Unit | WordClass.Weekday | WordClass.Bed) && (token.Capital || (street.Case is LetterCase.Lower && !token.Is(WordClass.Function) && !token.Is(WordClass.Common | WordClass.English | WordClass.Clinical)));

    private static void Unit(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        if (i + 1 >= tokens.Length || (tokens[i + 1].Kind is not (TokenKind.Number or TokenKind.Mixed) && !(tokens[i + 1].Length == 1 && tokens[i + 1].Capital)) || (tokens[i + 1].Gap & (Gap.Comma | Gap.Line)) != 0)
            return;
        if (tokens[i].Has(TokenFlags.Link) || (scan.Text.Word(tokens[i]) is "unit" && !tokens[i].Capital))
            return;
        var first = i;
        if (scan.Text.Word(tokens[i]) is "box")
        {
            // P.O. Box, PO Box
            if (i > 0 && scan.Text.Word(tokens[i - 1]) is "po")
                first = i - 1;
            else if (i > 1 && scan.Text.Word(tokens[i - 1]) is "o" && scan.Text.Word(tokens[i - 2]) is "p")
                first = i - 2;
            else if (i > 1 && tokens[i - 1].Kind is TokenKind.Number && scan.Text.Word(tokens[i - 2]) is "psc" or "unit" or "cmr")
                first = i - 2; // military mail: PSC 1960, Box 1190
            else
                return;
            first = WithNumberBefore(scan, first, out _);
        }

        var last = i + 1;
        if (last + 1 < tokens.Length && tokens[last + 1].Gap == Gap.None)
            last++;
        Add(scan, AddressBlock.StartBefore(scan, first), last, 0.85);
    }

    private static void Add(IdentifierScan scan, int first, int last, double score)
    {
        var tokens = scan.Tokens;
        var end = last;
        // ", Redmarsh RM9 9ZZ": the town, then the postcode.
        var town = last + 1;
        while (town < tokens.Length && town - last <= 3 && !scan.Taken(town) && tokens[town].Kind is TokenKind.Word && tokens[town].Capital && (tokens[town].Gap & ~(Gap.Space | Gap.Comma | Gap.Hyphen)) == 0
            && (town > last + 1 || (tokens[town].Gap & Gap.Comma) != 0) && (town == last + 1 || (tokens[town].Gap & Gap.Comma) == 0) && !tokens[town].Is(WordClass.Function | WordClass.Title))
            end = town++;
        scan.Add(Kind, "street", first, end, score);
        scan.AddressSeen = true;
        if (end + 1 < tokens.Length && tokens[end + 1].Kind is TokenKind.Mixed)
            Postcode.Find(scan, end + 1);
    }

    private static bool NumberAfter(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        return i + 1 < tokens.Length && tokens[i + 1].Kind is TokenKind.Number && tokens[i + 1].Length <= 5 && (tokens[i + 1].Gap & ~(Gap.Space | Gap.Stop)) == 0 && !scan.Taken(i + 1)
            && (i + 2 >= tokens.Length || !tokens[i + 2].Is(WordClass.Unit));
    }

    private static int WithNumberBefore(IdentifierScan scan, int first, out bool found)
    {
        var tokens = scan.Tokens;
        found = false;
        for (var k = 0; k < 2; k++)
        {
            // 62 47 Kogil Street, 12a Oak Road: number, perhaps with a letter.
            if (first > 1 && tokens[first - 1] is { Length: 1, Kind: TokenKind.Word, Gap: Gap.None } && tokens[first - 2].Kind is TokenKind.Number)
                first--;
            if (first == 0 || tokens[first - 1].Kind is not TokenKind.Number || tokens[first - 1].Length > 6 || scan.Taken(first - 1) || (tokens[first].Gap & ~(Gap.Space | Gap.Comma)) != 0 && tokens[first].Gap != Gap.None)
                break;
            first--;
            found = true;
        }

        return first;
    }

    private static bool EndsLikeStreet(IdentifierScan scan, int i)
    {
        var word = scan.Text.Word(scan.Tokens[i]);
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending))
                return true;
        }

        return false;
    }
}
