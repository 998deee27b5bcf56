using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Initials used as a name: K.O'D, P.Q. (07/04/1969), LB bed 22, MJT 220749.</summary>
internal static class InitialsDetector
{
    private static readonly WordList Abbreviations = WordList.Of("ed er gp icu itu ct mr mri us uk eu ecg ekg bp hr rr iv im po pr sc og ng pe dvt mi uti ok it hb wbc ast alt inr pt ptt os od qd bd tds qds prn dx hx rx tx fx sx ai pm am dr gi gu cv rs cns pmh dh sh fh pc hpc ddx abx cxr axr kub usa nhs who cdc fda nice bma gmc nmc ent ob mh ed's sho reg hcu hdu nicu picu scbu ward bed dob mrn nok dnr tta tto lol omg fyi btw imo asap tbc tba ps cc re vs na aka diy tv pc dj vip faq ceo cfo hr pa ba ma bsc msc md phd rn np do");

    public static void Find(IdentifierScan scan)
    {
        var tokens = scan.Tokens;
        if ((scan.Text.Signs & Signs.Capital) == 0)
            return;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i) || tokens[i].Kind is not TokenKind.Word || tokens[i].Case is not LetterCase.Upper || tokens[i].Length > 3 || tokens[i].Has(TokenFlags.Link | TokenFlags.Mention))
                continue;
            var last = Dotted(scan, i);
            var dotted = last > i;
            if (!dotted && (tokens[i].Length == 1 || Abbreviations.Contains(tokens[i].Hash) || tokens[i].Is(WordClass.Common)))
                continue;
            if (Followed(scan, last, dotted))
                scan.Add(IdentifierKind.Name, "initials", i, last, 0.6);
            i = last;
        }
    }

    // P.Q. / K.O'D
    private static int Dotted(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var last = i;
        while (tokens[i].Length == 1 && last + 1 < tokens.Length && last - i < 2 && tokens[last + 1].Gap == Gap.Stop && tokens[last + 1].Start == tokens[last].End + 1 && tokens[last + 1].Capital && tokens[last + 1].Length <= 3 && tokens[last + 1].Kind is TokenKind.Word && !scan.Taken(last + 1))
            last++;
        return last;
    }

    // By a date of birth, a bed, a number of theirs.
    private static bool Followed(IdentifierScan scan, int last, bool dotted)
    {
        var tokens = scan.Tokens;
        if (last + 1 >= tokens.Length)
            return false;
        var next = tokens[last + 1];
        if ((next.Gap & ~(Gap.Space | Gap.Comma | Gap.Open | (dotted ? Gap.Stop : Gap.None))) != 0)
            return false;
        return scan.IsDate(last + 1) || next.Is(WordClass.Bed) && (next.Gap & Gap.Stop) == 0 && last + 2 < tokens.Length && tokens[last + 2].Kind is not TokenKind.Word
            || next.Is(WordClass.DateWord) && last + 2 < tokens.Length && scan.IsDate(last + 2);
    }
}
