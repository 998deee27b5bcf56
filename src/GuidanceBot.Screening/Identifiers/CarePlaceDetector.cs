using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Named hospitals and clinics, wards and beds, and the town of somebody who is spoken of.</summary>
internal static class CarePlaceDetector
{
    private static readonly WordList Institutions = WordList.Of("ucsf ucla nyu mgh msk msskcc upmc bidmc chop barts addenbrookes guys ucl uclh stanford duke yale vanderbilt emory baylor kaiser cedars geisinger intermountain tufts northwell");
    private static readonly WordList Generic = WordList.Of("the a an our this that my your his her their local general community outpatient inpatient pain sleep memory fracture eye dental dermatology cardiology oncology acute day private public nhs district teaching children's childrens mental heart breast sexual antenatal diabetes vaccination walk urgent student virtual hospital clinic stroke surgical medical medicine center centre each every another any no which same some other well free specialist rehab rehabilitation tertiary renal dialysis veterans");
    private static readonly ulong Of = WordHash.Of("of");
    private static readonly ulong On = WordHash.Of("on");
    private static readonly WordList Tails = WordList.Of("hospital infirmary hospice clinic sanatorium polyclinic");
    private static readonly WordList Heads = WordList.Of("medical med memorial general health healthcare regional university presbyterian methodist");
    private static readonly WordList Ends = WordList.Of("center centre ctr group hospital clinic facility office");
    private static readonly WordList Prepositions = WordList.Of("in at from near of to lives living residing based visiting");

    public static void Find(IdentifierScan scan)
    {
        var text = scan.Text;
        var tokens = scan.Tokens;
        if ((text.Classes & WordClass.Bed) != 0)
            Beds(scan);
        if ((text.Signs & Signs.Capital) == 0)
            return;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!scan.Taken(i) && tokens[i].Capital && tokens[i].Kind is TokenKind.Word)
                i = Named(scan, i);
        }
    }

    // St. Mary's Hospital, UCLA Medical Center, Cleveland Clinic, Houston Memorial, Cedars-Sinai
    private static int Named(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var last = i;
        var tail = -1;
        var distinct = false;
        for (var k = i; k < tokens.Length && k - i < 8; k++)
        {
            var stop = (tokens[k].Gap & Gap.Stop) != 0 && k > i && tokens[k - 1].Length > 3;
            if (k > i && ((tokens[k].Gap & ~(Gap.Space | Gap.Hyphen | Gap.Stop | Gap.Apostrophe)) != 0 || stop || tokens[k].Gap == (Gap.Space | Gap.Hyphen)))
                break;
            if (scan.Taken(k) || tokens[k].Kind is not TokenKind.Word || !(tokens[k].Capital || tokens[k].Hash == Of && k + 1 < tokens.Length && tokens[k + 1].Capital && tail < 0) && !(tail < 0 && k > i && distinct && Ends.Contains(tokens[k].Hash)))
                break;
            last = k;
            if (Tails.Contains(tokens[k].Hash) && k > i || (Heads.Contains(tokens[k].Hash) || Ends.Contains(tokens[k].Hash)) && k > i && tokens[k].Capital || Institutions.Contains(tokens[k].Hash))
                (tail, distinct) = (k, distinct || Institutions.Contains(tokens[k].Hash) || scan.PersonSeen && k > i && tokens[i].Capital);
            else if (tail == k - 1 && k > i && Institutions.Contains(tokens[k - 1].Hash) && (tokens[k].Class & NameStrength.Dictionary) == 0)
                tail = k; // NYU Langone
            else if (!Generic.Contains(tokens[k].Hash) && !tokens[k].Is(WordClass.Function | WordClass.Clinical))
                distinct |= !Heads.Contains(tokens[k].Hash) && (!tokens[k].Has(TokenFlags.SentenceStart) || !tokens[k].Is(WordClass.Common));
        }

        if (tail < 0)
            return Town(scan, i);
        var first = i;
        while (first < tail && (Generic.Contains(tokens[first].Hash) || tokens[first].Is(WordClass.Function)) && !Institutions.Contains(tokens[first].Hash) && first + 1 < tail && tokens[first].Hash != Of)
            first++;
        if (!distinct || scan.Eponyms.Has(tokens[first].Hash))
            return last;
        if (!scan.PersonSeen && !Tails.Contains(tokens[tail].Hash) && !Institutions.Contains(tokens[first].Hash) && tokens[first].Is(NameStrength.Dictionary) && !tokens[first].Is(WordClass.Place))
            return last;
        var strong = Tails.Contains(tokens[tail].Hash) || Institutions.Contains(tokens[tail].Hash) || tail > 0 && Heads.Contains(tokens[tail - 1].Hash) && Ends.Contains(tokens[tail].Hash);
        if (!scan.PersonSeen && ((scan.Text.Classes & WordClass.StudyWord) != 0 && !scan.OnePatient || !strong && !scan.OnePatient))
            return last;
        scan.Add(IdentifierKind.Address, "care_place", first, WithTown(scan, tail), strong ? 0.8 : 0.6);
        return last;
    }

    // ", Dallas" or " in Chicago" right after the name of a hospital.
    private static int WithTown(IdentifierScan scan, int tail)
    {
        var tokens = scan.Tokens;
        var k = tail + 1;
        return k < tokens.Length && tokens[k].Is(WordClass.Place) && tokens[k].Capital && (tokens[k].Gap & Gap.Comma) != 0 && !scan.Taken(k) ? k : tail;
    }

    private static int Town(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        if (!scan.PersonSeen && !scan.OnePatient)
            return i;
        var last = Places.EndAt(scan, i);
        if (last < 0 || last == i && (tokens[i].Is(WordClass.Common) || scan.Eponyms.Has(tokens[i].Hash) || tokens[i].Is(WordClass.Eponym | WordClass.Country)))
            return i;
        // Miami, FL
        var state = last + 1 < tokens.Length && Postcode.IsState(scan, last + 1) && (tokens[last + 1].Gap & Gap.Comma) != 0;
        var after = i > 0 && tokens[i].Gap == Gap.Space && Prepositions.Contains(tokens[i - 1].Hash);
        if (!state && !after && !(last + 1 < tokens.Length && Ends.Contains(tokens[last + 1].Hash)))
            return last;
        if (!scan.PersonSeen)
            return last;
        scan.Add(IdentifierKind.Address, "town", i, state ? last + 1 : last, 0.6);
        return last;
    }

    // bay 2 bed 6, ward 9; side room C, Juniper ward; bed 4 on 7B
    private static void Beds(IdentifierScan scan)
    {
        var tokens = scan.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i) || !tokens[i].Is(WordClass.Bed))
                continue;
            var last = Numbered(scan, i);
            if (last == i)
            {
                // Juniper ward
                if (i > 0 && tokens[i - 1].Capital && tokens[i].Gap == Gap.Space && !scan.Taken(i - 1) && scan.Text.Word(tokens[i]) is "ward" && tokens[i - 1].Kind is TokenKind.Word && tokens[i - 1].Length > 2 && !Generic.Contains(tokens[i - 1].Hash)
                    && !tokens[i - 1].Is(WordClass.Function | WordClass.Clinical) && !(tokens[i - 1].Has(TokenFlags.SentenceStart) && tokens[i - 1].Is(WordClass.Common | WordClass.English)))
                    scan.Add(IdentifierKind.Address, "ward", i - 1, i, 0.6);
                continue;
            }

            var first = i;
            while (last + 1 < tokens.Length && (tokens[last + 1].Gap & ~(Gap.Space | Gap.Comma)) == 0 && !scan.Taken(last + 1))
            {
                var next = last + 1;
                if (tokens[next].Hash == On && next + 1 < tokens.Length)
                    next++;
                var end = tokens[next].Is(WordClass.Bed) ? Numbered(scan, next) : next > last + 1 && IsPlaceNumber(scan, next) ? WithLetter(scan, next) : next;
                if (end == next && !(next > last + 1 && IsPlaceNumber(scan, next)))
                    break;
                last = end;
            }

            scan.Add(IdentifierKind.Address, "bed", first, last, 0.7);
            i = last;
        }
    }

    private static int Numbered(IdentifierScan scan, int i)
    {
        var next = i + 1;
        return next < scan.Tokens.Length && !scan.Taken(next) && (scan.Tokens[next].Gap & ~(Gap.Space | Gap.Hyphen)) == 0 && IsPlaceNumber(scan, next) ? WithLetter(scan, next) : i;
    }

    private static bool IsPlaceNumber(IdentifierScan scan, int i)
    {
        var token = scan.Tokens[i];
        return token.Kind is TokenKind.Number && token.Length <= 3 || token.Kind is TokenKind.Mixed && token.Length <= 4 || token is { Length: 1, Kind: TokenKind.Word, Case: LetterCase.Upper } && scan.Text.Word(token)[0] is not ('i' or 'a');
    }

    private static int WithLetter(IdentifierScan scan, int i) =>
        i + 1 < scan.Tokens.Length && scan.Tokens[i + 1] is { Length: 1, Kind: TokenKind.Word, Gap: Gap.None } ? i + 1 : i;
}
