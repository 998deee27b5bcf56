using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Identifiers of letters and digits: record numbers, MBI, IBAN, plates, serials, masked numbers.</summary>
internal static class CodeDetector
{
    private static readonly WordList NotPersons = WordList.Of("nct pmc pmid isrctn crd chictr gse rs icd covid sars cov h iso en din bs pubmed doi arxiv eudract umin actrn nm np ensg ec cas mir hla cd il");

    /// <summary>Whether a code begins at a token; <paramref name="last"/> is its last one, found or passed over.</summary>
    public static bool TryFind(IdentifierScan scan, int i, out int last)
    {
        last = i;
        var tokens = scan.Tokens;
        if (tokens[i].Has(TokenFlags.Link))
            return false;
        if (i > 0 && tokens[i].Gap is Gap.Hyphen or Gap.None && !scan.Taken(i - 1))
            return false; // inside a chain that was judged at its start

        int letters = 0, digits = 0, capitals = 0;
        var end = i;
        for (var k = i; k < tokens.Length && !scan.Taken(k) && (k == i || tokens[k].Gap is Gap.Hyphen or Gap.None) && k - i < 10; k++, end++)
        {
            foreach (var c in scan.Text.Word(tokens[k]))
            {
                digits += char.IsAsciiDigit(c) ? 1 : 0;
                letters += char.IsAsciiLetter(c) ? 1 : 0;
            }

            capitals += tokens[k].Kind is TokenKind.Word && tokens[k].Case is LetterCase.Upper ? 1 : tokens[k].Kind is TokenKind.Mixed && tokens[k].Capital ? 1 : 0;
        }

        end--;
        if (digits == 0)
            return false;
        if (Plate(scan, i, out last) || Iban(scan, i, out last) || MaskedDigits(scan, i, out last))
            return true;
        if (letters == 0)
        {
            last = i;
            return false;
        }

        last = end;
        var announced = NumberContext.AnnouncesId(scan, i);
        var word = tokens[i].Kind is TokenKind.Word ? tokens[i].Hash : Prefix(scan, i);
        if (NotPersons.Contains(word) || i > 0 && NotPersons.Contains(tokens[i - 1].Hash) && !announced)
            return Pass(scan, i, ref last);

        var chars = scan.Text.Chars;
        var marked = tokens[i].Start > 0 && chars[tokens[i].Start - 1] == '#';
        var enough = announced ? 3 : marked ? 4 : 5;
        // A chain of words and a number, such as covid-19-vaccine-2021, is no code; nor is 20mg-40mg.
        var words = 0;
        for (var k = i; k <= end; k++)
            words += tokens[k].Kind is TokenKind.Word && tokens[k].Length > 3 && tokens[k].Case is not LetterCase.Upper ? 1 : 0;
        if (digits >= enough && words == 0 && letters <= digits * 2 + 4 && (capitals > 0 || announced || digits >= 6) && !Dose(scan, i, end))
        {
            var start = marked ? tokens[i].Start - 1 : tokens[i].Start;
            scan.Add(IdentifierKind.Id, "code", i, end, start, tokens[end].End, announced ? 0.9 : 0.7);
            return true;
        }

        if (tokens[i].Kind is TokenKind.Number)
        {
            last = i;
            return false; // perhaps the number alone
        }

        last = i;
        return tokens[i].Kind is not TokenKind.Mixed || digits < 7 ? Pass(scan, i, ref last) : false;
    }

    private static bool Pass(IdentifierScan scan, int i, ref int last)
    {
        // Digits that follow a word of the chain may still be a number of their own.
        if (scan.Tokens[i].Kind is TokenKind.Word)
            last = i;
        return scan.Tokens[i].Kind is TokenKind.Mixed;
    }

    private static ulong Prefix(IdentifierScan scan, int i)
    {
        var word = scan.Text.Word(scan.Tokens[i]);
        var letters = 0;
        while (letters < word.Length && char.IsAsciiLetter(word[letters]))
            letters++;
        return WordHash.Of(word[..letters]);
    }

    private static bool Dose(IdentifierScan scan, int first, int last)
    {
        for (var k = first; k <= last; k++)
        {
            if (scan.Tokens[k].Is(WordClass.Unit) && scan.Tokens[k].Length > 1 && k > first && scan.Tokens[k].Gap == Gap.None)
                return true;
        }

        return false;
    }

    // QX99 ZZZ
    private static bool Plate(IdentifierScan scan, int i, out int last)
    {
        var tokens = scan.Tokens;
        last = i;
        if (tokens[i].Kind is not TokenKind.Mixed || tokens[i].Length != 4 || tokens[i].Case is not LetterCase.Upper || i + 1 >= tokens.Length || tokens[i + 1] is not { Length: 3, Kind: TokenKind.Word, Case: LetterCase.Upper, Gap: Gap.Space })
            return false;
        var word = scan.Text.Word(tokens[i]);
        if (!char.IsAsciiLetter(word[0]) || !char.IsAsciiLetter(word[1]) || !char.IsAsciiDigit(word[2]) || !char.IsAsciiDigit(word[3]))
            return false;
        last = i + 1;
        scan.Add(IdentifierKind.Id, "plate", i, last, 0.8);
        return true;
    }

    // GB29 NWBK 6016 1331 9268 19
    private static bool Iban(IdentifierScan scan, int i, out int last)
    {
        var tokens = scan.Tokens;
        last = i;
        var word = scan.Text.Word(tokens[i]);
        if (tokens[i].Kind is not TokenKind.Mixed || word.Length < 4 || !char.IsAsciiLetter(word[0]) || !char.IsAsciiLetter(word[1]) || !char.IsAsciiDigit(word[2]) || !char.IsAsciiDigit(word[3]))
            return false;
        var length = word.Length;
        while (word.Length == 4 && last + 1 < tokens.Length && tokens[last + 1].Gap is Gap.Space or Gap.Hyphen or Gap.None && tokens[last + 1].Length <= 4 && length < 34
            && (tokens[last + 1].Kind is not TokenKind.Word || tokens[last + 1].Case is LetterCase.Upper && tokens[last + 1].Length == 4) && (tokens[last].Length == 4 || tokens[last + 1].Gap == Gap.None))
            length += tokens[++last].Length;
        if (length is < 14 or > 34)
            return false;
        scan.Add(IdentifierKind.Id, "iban", i, last, 0.9);
        return true;
    }

    // SSN 987-XX-XXXX, XXX-XX-2409
    private static bool MaskedDigits(IdentifierScan scan, int i, out int last)
    {
        var tokens = scan.Tokens;
        last = i;
        if (i + 2 >= tokens.Length || tokens[i + 1].Gap != Gap.Hyphen || tokens[i + 2].Gap != Gap.Hyphen || tokens[i].Length != 3 || tokens[i + 1].Length != 2 || tokens[i + 2].Length != 4)
            return false;
        var masked = 0;
        for (var k = i; k < i + 3; k++)
            masked += scan.Text.Word(tokens[k]).ContainsAnyExcept('x') ? 0 : 1;
        if (masked is 0 or 3)
            return false;
        last = i + 2;
        scan.Add(IdentifierKind.Id, "ssn", i, last, 0.8);
        return true;
    }
}
