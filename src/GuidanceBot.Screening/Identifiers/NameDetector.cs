using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Names of people, by lists of many cultures, by what names stand beside, and against what only looks like one.</summary>
internal static class NameDetector
{
    private const WordClass Interesting = NameStrength.Names | WordClass.Title;

    public static void Find(IdentifierScan scan)
    {
        var text = scan.Text;
        if ((text.Signs & Signs.Capital) == 0 && (text.Classes & Interesting) == 0)
            return;

        scan.Eponyms.Read(scan);
        var caseless = IsCaseless(scan);
        var tokens = scan.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i) || tokens[i].Kind is not TokenKind.Word)
                continue;
            // Small everyday words are no names, but right after a title.
            if (!tokens[i].Capital && tokens[i].Is(WordClass.Common | WordClass.English | WordClass.Function) && !tokens[i].Is(WordClass.TopGiven) && (i == 0 || !tokens[i - 1].Is(WordClass.Title)))
                continue;
            var titled = NameCues.TitleBefore(scan, i, out var plain);
            var strength = NameStrength.Of(scan, i, caseless);
            if (titled && plain)
                strength = Math.Max(strength, AfterTitle(tokens[i]));
            if (strength == NameStrength.No)
                continue;

            var last = Extend(scan, i, titled, caseless, out var total);
            if (Accept(scan, i, last, strength, total, titled, plain, caseless))
            {
                var first = titled || StartsWithInitial(scan, i) ? i - 1 : i;
                if (!titled || !scan.Taken(i - 1))
                    last = NameCues.WithDegree(scan, titled ? i - 1 : i, WithInitial(scan, last));
                scan.Add(IdentifierKind.Name, null, scan.Taken(first) ? i : first, last, Score(strength, titled));
                i = last;
            }
        }

        Neighbours.Find(scan, caseless);
        InitialsDetector.Find(scan);
    }

    private static double Score(byte strength, bool titled) => titled ? 0.95 : strength == NameStrength.Sure ? 0.85 : 0.7;

    private static bool Accept(IdentifierScan scan, int first, int last, byte strength, int total, bool titled, bool plain, bool caseless)
    {
        var tokens = scan.Tokens;
        if (titled)
            return plain || !NotPeople.Are(scan, first, last) && strength >= NameStrength.Possible;
        if (NotPeople.Are(scan, first, last))
            return false;
        var cues = NameCues.Points(scan, first, last) + (scan.AddressSeen && HasLine(scan, first, last) ? 2 : 0);
        // Child-Pugh, Kaplan-Meier: two family names tied together, with nobody near.
        if (last == first + 1 && tokens[last].Gap == Gap.Hyphen && !tokens[first].Is(WordClass.Given) && cues == 0)
            return false;
        if (last > first)
            return total + Math.Min(cues, 2) >= 4 || total >= 2 && cues > 0 && NameCues.AfterBy(scan, first) && !tokens[first].Has(TokenFlags.SentenceStart) || total + cues >= 3 && tokens[first].Is(NameStrength.Names);
        if (NameCues.AfterPlaceWord(scan, first) && (tokens[first].Is(WordClass.Place) || strength < NameStrength.Likely))
            return false;
        // A sentence begins with a capital anyway, and everyday words need a firm cue.
        var start = tokens[first].Has(TokenFlags.SentenceStart) && !caseless && strength < NameStrength.Sure && !tokens[first].Is(NameStrength.Names) && !NameCues.BeforeSaid(scan, last) ? 1 : 0;
        if (tokens[first].Is(WordClass.Common | WordClass.English) && !tokens[first].Is(WordClass.TopGiven) && cues < 2)
            return false;
        // One word in capitals is mostly an abbreviation.
        if (tokens[first].Case is LetterCase.Upper && !caseless && !tokens[first].Is(WordClass.TopGiven) && !scan.Taken(first + 1))
            return false;
        return strength - start + cues >= 3;
    }

    private static bool Ends(ReadOnlySpan<Token> tokens, int first, int last) =>
        tokens[first].Is(WordClass.Given) && tokens[first].Case is LetterCase.Capitalised && tokens[last] is { Case: LetterCase.Capitalised, Kind: TokenKind.Word, Length: > 2, Gap: Gap.Space }
        && !tokens[last].Is(WordClass.Function | WordClass.EponymHead | WordClass.CarePlace | WordClass.Month | WordClass.Weekday | WordClass.Clinical);

    /// <summary>Tokens that go on with the same name; how strong all of it is together.</summary>
    private static int Extend(IdentifierScan scan, int first, bool titled, bool caseless, out int total)
    {
        var tokens = scan.Tokens;
        var last = first;
        total = NameStrength.Of(scan, first, caseless);
        for (var k = first + 1; k < tokens.Length && k - first < 7 && !scan.Taken(k); k++)
        {
            var token = tokens[k];
            if (tokens[k - 1].Has(TokenFlags.Possessive) || (token.Gap & ~(Gap.Space | Gap.Hyphen | Gap.Apostrophe | Gap.Stop)) != 0)
                break;
            if ((token.Gap & Gap.Stop) != 0 && tokens[k - 1].Length > 2)
                break;
            if (token.Length == 1 && token.Capital && token.Kind is TokenKind.Word && (k > first || titled) && k + 1 < tokens.Length && tokens[k + 1].Capital && (NameStrength.Of(scan, k + 1, caseless) > 0 || Ends(tokens, first, k + 1)))
                continue; // a middle initial
            if (token is { Length: 1, Kind: TokenKind.Word } && !token.Capital && !tokens[first].Capital && k == first + 1 && k + 1 < tokens.Length && token.Gap == Gap.Space && tokens[k + 1].Gap == Gap.Space
                && tokens[k + 1].Is(NameStrength.Names) && !tokens[k + 1].Is(NameStrength.Dictionary | WordClass.Function) && NameStrength.Of(scan, first, caseless) >= NameStrength.Likely)
                continue; // benjamin a seiler
            if (token.Is(WordClass.Particle) && !token.Capital && k + 1 < tokens.Length && (NameStrength.Of(scan, k + 1, caseless) > 0 || Ends(tokens, first, k + 1)) && tokens[k + 1].Capital == tokens[first].Capital)
                continue;
            if (token.Is(WordClass.Particle) && !token.Capital && k + 2 < tokens.Length && tokens[k + 1].Is(WordClass.Particle) && !tokens[k + 1].Capital && Ends(tokens, first, k + 2))
                continue; // van den Oord
            var strength = NameStrength.Of(scan, k, caseless);
            if (strength == NameStrength.No && (caseless || !tokens[first].Capital) && token.Is(WordClass.Given | WordClass.Family) && !token.Is(WordClass.Function) && Surnameish(scan, first, k))
                strength = NameStrength.Possible;
            // Ryan P Costa, Jessica van den Oord: any capitalised word after what only stands inside names.
            if (strength == NameStrength.No && !caseless && k > first + 1 && Ends(tokens, first, k) && (tokens[k - 1].Length == 1 || (tokens[k - 1].Is(WordClass.Particle) && !tokens[k - 1].Capital)))
                strength = NameStrength.Possible;
            // Fletcher Hill: any family name after a given one, both with capitals.
            if (strength == NameStrength.No && !caseless && token.Case is LetterCase.Capitalised && k == first + 1 && token.Gap == Gap.Space && tokens[first].Is(WordClass.Given) && tokens[first].Capital && token.Is(WordClass.Family)
                && !token.Is(WordClass.Function | WordClass.EponymHead | WordClass.CarePlace | WordClass.OrgTail | WordClass.Country | WordClass.Bed) && !tokens[first].Has(TokenFlags.Possessive))
                strength = NameStrength.Possible;
            // "tracy wisniewska": a word nobody knows after a given name, both small.
            if (strength == NameStrength.No && (!token.Capital || caseless) && token.Class == WordClass.None && token.Kind is TokenKind.Word && token.Length > 2 && k == first + 1 && tokens[first].Is(WordClass.Given) && token.Gap == Gap.Space && !ClinicalEndings.Has(scan.Text.Word(token)))
                strength = NameStrength.Possible;
            if (strength == NameStrength.No || (!caseless && ((token.Flags | tokens[first].Flags) & TokenFlags.Leet) == 0 && token.Capital != tokens[first].Capital))
                break;
            total += strength;
            last = k;
        }

        return last;
    }

    // "julia jones", "eugene walker": a word that is also a family name right after a given one, in small letters.
    private static bool Surnameish(IdentifierScan scan, int first, int k) =>
        k == first + 1 && scan.Tokens[first].Is(WordClass.Given) && !scan.Tokens[first].Is(WordClass.Common) && scan.Tokens[k].Is(WordClass.Family) && !scan.Tokens[k].Is(WordClass.PersonVerb | WordClass.Unit | WordClass.Month);

    private static byte AfterTitle(in Token token)
    {
        if (token.Is(WordClass.Function) || token.Length == 1)
            return token.Length == 1 && token.Capital ? NameStrength.Likely : NameStrength.No;
        if (token.Capital || !token.Is(NameStrength.Dictionary))
            return NameStrength.Likely;
        return token.Is(WordClass.Given | WordClass.Family) && !token.Is(WordClass.PersonVerb) ? NameStrength.Likely : NameStrength.No;
    }

    // R. Muthulakshmi
    private static bool StartsWithInitial(IdentifierScan scan, int i) =>
        i > 0 && !scan.Tokens[i].Is(WordClass.Common | WordClass.English) && scan.Tokens[i - 1] is { Length: 1, Kind: TokenKind.Word, Case: LetterCase.Upper } && scan.Tokens[i].Gap is (Gap.Stop | Gap.Space) or Gap.Stop && !scan.Taken(i - 1);

    // Anna S.
    private static int WithInitial(IdentifierScan scan, int last)
    {
        var tokens = scan.Tokens;
        var next = last + 1;
        return next < tokens.Length && tokens[next] is { Length: 1, Kind: TokenKind.Word, Case: LetterCase.Upper, Gap: Gap.Space } && !scan.Taken(next) && !tokens[last].Has(TokenFlags.Possessive) && tokens[last].Capital
            && scan.Text.Word(tokens[next])[0] is not 'i' ? next : last;
    }

    // A line of its own in a block with an address.
    private static bool HasLine(IdentifierScan scan, int first, int last) =>
        (scan.Tokens[first].Gap & (Gap.Line | Gap.Start)) != 0 && last + 1 < scan.Tokens.Length && (scan.Tokens[last + 1].Gap & Gap.Line) != 0;

    // A message all in small letters, all in capitals or Written Like This tells nothing by its capitals.
    private static bool IsCaseless(IdentifierScan scan)
    {
        int small = 0, capital = 0;
        foreach (var token in scan.Tokens)
        {
            if (token.Length > 3 && token.Kind is TokenKind.Word && !token.Has(TokenFlags.Link))
            {
                small += token.Case is LetterCase.Lower ? 1 : 0;
                capital += token.Capital && token.Is(WordClass.Common | WordClass.English) ? 1 : 0;
            }
        }

        return capital > 4 && capital > small * 3;
    }
}
