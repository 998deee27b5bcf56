using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>What around a word says that a person is meant.</summary>
internal static class NameCues
{
    private static readonly HashSet<ulong> PlainTitles = Hashes("mr mrs ms miss dr prof mx mstr mme mlle sir dame herr frau senor senora signor signora umm begum dr's rev fr sr");
    private static readonly HashSet<ulong> VocativeBefore = Hashes("hi hello hey dear morning afternoon evening thanks thank bye goodbye okay ok alright cheers welcome sorry congratulations congrats");
    private static readonly HashSet<ulong> NameIs = Hashes("named called name names surname forename aka alias");
    private static readonly HashSet<ulong> Said = Hashes("said says asked asks told tells replied explained explains shouted shouts writes wrote thinks thought rang phoned smiled laughed cried died lives lived loves hates walked wants wanted refuses refused complains complained missed needs needed turned bounced texted emailed keeps kept got gets");
    private static readonly HashSet<ulong> Is = Hashes("is was has had will did does isn't wasn't");
    private static readonly HashSet<ulong> PlaceBefore = Hashes("in at near to into of around outside across over via through throughout from toward towards");
    private static readonly ulong From = WordHash.Of("from");
    private static readonly ulong By = WordHash.Of("by");
    private static readonly ulong For = WordHash.Of("for");

    /// <summary>Whether a title stands right before; doctor and sister count before a capital only.</summary>
    public static bool TitleBefore(IdentifierScan scan, int i, out bool plain)
    {
        plain = false;
        if (i == 0)
            return false;
        var tokens = scan.Tokens;
        var title = tokens[i - 1];
        if (!title.Is(WordClass.Title) || (tokens[i].Gap & ~(Gap.Space | Gap.Stop)) != 0)
            return false;
        plain = PlainTitles.Contains(title.Hash);
        // "Dr. Smith" has a stop that ends nothing; "the doctor. Smith" has one that does.
        return plain ? (tokens[i].Gap & Gap.Stop) == 0 || title.Length <= 4 : (tokens[i].Gap & Gap.Stop) == 0 && tokens[i].Capital && (title.Capital || tokens[i].Is(NameStrength.Names));
    }

    /// <summary>Points for the neighbourhood, 0 to 3.</summary>
    public static int Of(IdentifierScan scan, int first, int last)
    {
        var tokens = scan.Tokens;
        var points = 0;
        if (first > 0)
        {
            var before = tokens[first - 1];
            var close = (tokens[first].Gap & ~(Gap.Space | Gap.Comma | Gap.Colon | Gap.Quote)) == 0;
            if (close && VocativeBefore.Contains(before.Hash))
                points += 2;
            else if (close && NameIs.Contains(before.Hash) || first > 1 && close && IsVerb(before.Hash) && NameIs.Contains(tokens[first - 2].Hash))
                points += 2;
            else if (close && before.Is(WordClass.Kin) && !before.Has(TokenFlags.Possessive) && tokens[first].Capital)
                points += 2;
            else if (close && before.Is(WordClass.Patient) && tokens[first].Capital && (tokens[first].Gap & Gap.Comma) == 0)
                points += 2;
            else if (close && (before.Hash == By || before.Hash == For) && tokens[first].Capital)
                points += 1;
        }

        if (last + 1 < tokens.Length)
        {
            var after = tokens[last + 1];
            if (tokens[last].Has(TokenFlags.Possessive) && after.Is(WordClass.Kin) && after.Gap == Gap.Space)
                points += 2;
            else if (after.Gap is Gap.Space && !tokens[last].Has(TokenFlags.Possessive))
                points += Said.Contains(after.Hash) ? 2 : Is.Contains(after.Hash) ? 1 : 0;
            if (after is { Kind: TokenKind.Number, Length: <= 3 } && (after.Gap & (Gap.Comma | Gap.Open)) != 0 && (after.Gap & Gap.Stop) == 0)
                points += 1;
        }

        if (points > 0 || scan.Taken(first - 1) && first > 0 && (tokens[first].Gap & ~(Gap.Space | Gap.Comma)) == 0 || last + 1 < tokens.Length && scan.Taken(last + 1) && (tokens[last + 1].Gap & ~(Gap.Space | Gap.Comma | Gap.Open)) == 0)
            points += 1;
        return points;
    }

    /// <summary>Whether a word of place stands before: "in Paris" is no Paris.</summary>
    public static bool AfterPlaceWord(IdentifierScan scan, int i) => i > 0 && scan.Tokens[i].Gap == Gap.Space && PlaceBefore.Contains(scan.Tokens[i - 1].Hash) && (scan.Tokens[i - 1].Hash != From || scan.Tokens[i].Is(WordClass.Place));

    private static bool IsVerb(ulong hash) => Is.Contains(hash);

    internal static HashSet<ulong> Hashes(string words) => [.. words.Split(' ').Select(w => WordHash.Of(w))];
}
