using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>What around a word says that a person is meant.</summary>
internal static class NameCues
{
    private static readonly WordList PlainTitles = WordList.Of("mr mrs ms miss mister missus dr prof mx mstr mme mlle sir dame herr frau senor senora signor signora umm begum rev fr sr");
    private static readonly WordList VocativeBefore = WordList.Of("hi hello hey dear morning afternoon evening thanks thank bye goodbye okay ok alright cheers welcome sorry congratulations congrats so well great");
    private static readonly WordList NameIs = WordList.Of("named called name names surname forename aka alias nickname under user contact attn cc");
    private static readonly WordList Said = WordList.Of("said says asked asks told tells replied explained explains shouted shouts writes wrote thinks thought rang phoned smiled laughed cried died lives lived loves hates walked wants wanted refuses refused complains complained missed needs needed turned bounced texted emailed reports reported denies denied endorses endorsed states stated presents presented describes described complains mentions mentioned agrees agreed returns returned");
    private static readonly WordList Is = WordList.Of("is was has had will did does isn't wasn't");
    private static readonly WordList Described = WordList.Of("male female man woman boy girl patient pt gentleman lady client resident child infant m f yo");
    private static readonly WordList Dotted = WordList.Of("mr mrs ms dr prof fr sr rev mx mstr");
    private static readonly WordList Weak = WordList.Of("me mean heard by for with to from like per and given see saw met ask tell told contact remember know about re");
    private static readonly WordList PlaceBefore = WordList.Of("in at near into of around outside across over via through throughout from toward towards east west north south northern southern eastern western central greater upper lower downtown");
    private static readonly WordList Their = WordList.Of("his her who whose so also still");
    private static readonly WordList By = WordList.Of("by with me ask tell mean heard contact remember met");
    private static readonly WordList Call = WordList.Of("call calls called calling");
    private static readonly WordList Degrees = WordList.Of("md phd dds dvm dmd msc mba frcp mrcp mbbs mbchb esq jr sr ii iii");
    private static readonly ulong Me = WordHash.Of("me");
    private static readonly ulong From = WordHash.Of("from");
    private static readonly ulong Of = WordHash.Of("of");
    private static readonly ulong And = WordHash.Of("and");

    /// <summary>Whether a title stands right before; doctor and sister count before a capital only.</summary>
    public static bool TitleBefore(IdentifierScan scan, int i, out bool plain)
    {
        plain = false;
        if (i == 0)
            return false;
        var tokens = scan.Tokens;
        var title = tokens[i - 1];
        if (!title.Is(WordClass.Title) || (tokens[i].Gap & ~(Gap.Space | Gap.Stop)) != 0 || title.Has(TokenFlags.Possessive))
            return false;
        plain = PlainTitles.Contains(title.Hash);
        // "Dr. Smith" has a stop that ends nothing; "the doctor. Smith" has one that does.
        return plain ? (tokens[i].Gap & Gap.Stop) == 0 || Dotted.Contains(title.Hash) : (tokens[i].Gap & Gap.Stop) == 0 && tokens[i].Capital && tokens[i].Case is not LetterCase.Upper && (title.Capital || tokens[i].Is(NameStrength.Names));
    }

    /// <summary>The last token of a name together with the degree or "Jr" that follows a full one: Anna Okafor MD.</summary>
    public static int WithDegree(IdentifierScan scan, int first, int last)
    {
        var next = last + 1;
        return last > first && next < scan.Tokens.Length && !scan.Taken(next) && (scan.Tokens[next].Gap & ~(Gap.Space | Gap.Comma)) == 0 && Degrees.Contains(scan.Tokens[next].Hash) ? next : last;
    }

    /// <summary>Points for the neighbourhood, 0 to 4.</summary>
    public static int Points(IdentifierScan scan, int first, int last) => Before(scan, first) + After(scan, first, last);

    private static int Before(IdentifierScan scan, int first)
    {
        var tokens = scan.Tokens;
        if (first == 0)
            return 0;
        var before = tokens[first - 1];
        var gap = tokens[first].Gap;
        if ((gap & ~(Gap.Space | Gap.Comma | Gap.Colon | Gap.Quote | (before.Length == 1 ? Gap.Stop : Gap.None))) != 0)
            return 0;
        var comma = (gap & Gap.Comma) != 0;
        if (NameIs.Contains(before.Hash) || first > 1 && Is.Contains(before.Hash) && NameIs.Contains(tokens[first - 2].Hash))
            return 2;
        if (before.Hash == Me && first > 1 && Call.Contains(tokens[first - 2].Hash))
            return 2; // everyone calls me Kit
        if (VocativeBefore.Contains(before.Hash) && (gap & Gap.Colon) == 0)
            return 2;
        if (Said.Contains(before.Hash) && !comma && EndsClause(scan, first) && tokens[first].Is(NameStrength.Names) | tokens[first].Capital)
            return 2; // "...", says Becker.
        if (!tokens[first].Capital)
            return !comma && Is.Contains(before.Hash) && tokens[first].Is(WordClass.Given | WordClass.RareGiven) ? 1 : 0;
        // R. Muthulakshmi
        if (before is { Length: 1, Kind: TokenKind.Word, Case: LetterCase.Upper } && (gap & Gap.Stop) != 0 && !tokens[first].Is(WordClass.Common | WordClass.English))
            return 2;
        if (before.Is(WordClass.Kin) && !before.Has(TokenFlags.Possessive) || Described.Contains(before.Hash) || before.Is(WordClass.Patient) && !comma)
            return 2;
        if (comma)
            return 0;
        if (Said.Contains(before.Hash) || first > 1 && Is.Contains(before.Hash))
            return 1;
        return Weak.Contains(before.Hash) ? 1 : 0;
    }

    private static int After(IdentifierScan scan, int first, int last)
    {
        var tokens = scan.Tokens;
        var next = last + 1;
        if (next >= tokens.Length)
            return first > 0 && (tokens[first].Gap & Gap.Comma) != 0 ? 1 : 0; // "..., judy ?"
        var after = tokens[next];
        if (tokens[last].Has(TokenFlags.Possessive))
            return after.Is(WordClass.Kin) && after.Gap == Gap.Space ? 2 : 1;
        if (after is { Length: 1, Kind: TokenKind.Word, Case: LetterCase.Upper, Gap: Gap.Space } && scan.Text.Word(after)[0] != 'i')
            return tokens[last].Capital && !tokens[last].Is(WordClass.Common) ? 2 : 0; // Anna S.
        if (scan.Taken(next) && (after.Gap & ~(Gap.Space | Gap.Comma | Gap.Open)) == 0)
            return 1;
        if (after.Gap == Gap.Space && Is.Contains(after.Hash) && next + 1 < tokens.Length && (tokens[next + 1].Hash == From || next + 2 < tokens.Length && tokens[next + 2] is { Kind: TokenKind.Number, Length: 2 }) && !tokens[last].Is(WordClass.Common))
            return 3; // Dzhambek is from ..., Cook is a 60-year-old
        if (after.Gap == Gap.Space && tokens[first].Capital && !tokens[last].Is(NameStrength.Dictionary) && tokens[last].Is(WordClass.Family) && after.Length > 3 && after.Case is LetterCase.Lower && after.Is(NameStrength.Dictionary) && scan.Text.Word(after)[^1] == 's')
            return 1; // Hernandez uses
        if (after.Gap == Gap.Space)
            return Said.Contains(after.Hash) ? 2 : Is.Contains(after.Hash) || Their.Contains(after.Hash) ? 1 : InRow(scan, next) ? 1 : 0;
        if (after is { Kind: TokenKind.Number, Length: <= 3 } && (after.Gap & (Gap.Comma | Gap.Open)) != 0)
            return 1;
        // "okay , judy ." and rows: silvana, adam, kristina
        return (after.Gap & Gap.Comma) != 0 && NameStrength.Of(scan, next, false) >= NameStrength.Likely
            || first > 0 && (tokens[first].Gap & Gap.Comma) != 0 && (after.Gap & (Gap.Comma | Gap.Stop | Gap.Line)) != 0 && !Described.Contains(tokens[first - 1].Hash) ? 1 : 0;
    }

    // "Sousa and Ball were"
    private static bool InRow(IdentifierScan scan, int and) =>
        scan.Tokens[and].Hash == And && and + 1 < scan.Tokens.Length && scan.Tokens[and + 1].Gap == Gap.Space && scan.Tokens[and + 1].Capital == scan.Tokens[and - 1].Capital && NameStrength.Of(scan, and + 1, false) >= NameStrength.Likely;

    private static bool EndsClause(IdentifierScan scan, int i) => i + 1 >= scan.Tokens.Length || (scan.Tokens[i + 1].Gap & (Gap.Stop | Gap.Line | Gap.Comma | Gap.Quote)) != 0;

    /// <summary>by Ushurma Dratchev, with ..., says ...: cues firm enough for two words that no list has.</summary>
    public static bool AfterBy(IdentifierScan scan, int first) =>
        first > 0 && (scan.Tokens[first].Gap & ~(Gap.Space | Gap.Colon)) == 0 && (By.Contains(scan.Tokens[first - 1].Hash) || Said.Contains(scan.Tokens[first - 1].Hash) || NameIs.Contains(scan.Tokens[first - 1].Hash));

    /// <summary>Whether somebody speaks or acts: Kotoya shouted.</summary>
    public static bool BeforeSaid(IdentifierScan scan, int last) =>
        last + 1 < scan.Tokens.Length && scan.Tokens[last + 1].Gap == Gap.Space && Said.Contains(scan.Tokens[last + 1].Hash);

    /// <summary>Whether a word of place stands before: "in Paris" is no Paris.</summary>
    public static bool AfterPlaceWord(IdentifierScan scan, int i)
    {
        // "King County, Washington", "Paris, Sydney, Atlanta"
        if (i > 0 && (scan.Tokens[i].Gap & Gap.Comma) != 0 && scan.Tokens[i].Is(WordClass.City) && (scan.Tokens[i - 1].Capital || scan.Tokens[i - 1].Is(WordClass.Place)) && !scan.IsName(i - 1))
            return true;
        if (i == 0 || scan.Tokens[i].Gap != Gap.Space || !PlaceBefore.Contains(scan.Tokens[i - 1].Hash))
            return false;
        return scan.Tokens[i - 1].Hash != From && scan.Tokens[i - 1].Hash != Of || scan.Tokens[i].Is(WordClass.Place);
    }
}
