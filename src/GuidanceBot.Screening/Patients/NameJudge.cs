using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Patients;

/// <summary>Whether a name is a patient's: 0 to 1.</summary>
internal static class NameJudge
{
    private static readonly WordList StaffTitles = WordList.Of("dr doctor prof professor nurse sister matron rev reverend pastor imam rabbi president judge officer detective senator lord dame sir lady captain capt sgt major");
    private static readonly WordList PatientTitles = WordList.Of("mr mrs ms miss mister missus mx mstr umm");
    private static readonly WordList Possessives = WordList.Of("his her their my the pts");
    private static readonly WordList Self = WordList.Of("i'm im i am myself it's me name's regards sincerely best yours signed from by intro introducing here's");
    private static readonly WordList Vocative = WordList.Of("hi hello hey dear morning afternoon thanks thank cheers welcome congratulations congrats kudos ask cc ping contact dm via with per shout-out shoutout bye sorry email");
    private static readonly WordList About = WordList.Of("patient pt about for of on review chase see seen find scan little wee baby named called is was re regarding poor rip big mean with name bottle saw had");
    private static readonly ulong I = WordHash.Of("i");
    private static readonly ulong Am = WordHash.Of("am");
    private static readonly ulong My = WordHash.Of("my");
    private static readonly ulong Is = WordHash.Of("is");
    private static readonly ulong NameWord = WordHash.Of("name");

    /// <summary>How likely the name at tokens first to last is a patient's.</summary>
    public static double Score(FoldedText text, int first, int last, in MessageEvidence all, bool backed)
    {
        var tokens = text.Tokens;
        var staff = StaffTitles.Contains(tokens[first].Hash) || first > 0 && StaffTitles.Contains(tokens[first - 1].Hash);
        // his sister Imani is kin, Sister Mensah is not
        if (staff && Theirs(tokens, first))
            staff = false;
        if (staff || all.Drill)
            return 0;
        if (tokens[first].Has(TokenFlags.Handle) || SaysSelf(tokens, first))
            return 0;

        var titled = PatientTitles.Contains(tokens[first].Hash);
        var score = 0.3;
        if (titled)
            score += 0.35;
        if (backed)
            score += 0.4;
        if (tokens[first].Has(TokenFlags.Leet | TokenFlags.SpacedOut) || tokens[last].Has(TokenFlags.Leet | TokenFlags.SpacedOut))
            score += 0.3; // somebody took pains to hide it
        if (last > first && (tokens[last].Gap & (Gap.Underscore | Gap.Other)) != 0 || tokens[first].Has(TokenFlags.Hashtag))
            score += 0.2; // a file's name, a record, a tag
        if (tokens[first].Is(WordClass.Kin))
            score += 0.25; // Aunty Philo
        score += Math.Min(0.3, 0.15 * all.Care);
        if (all.Patient > 0)
            score += 0.2;
        if (KinOf(tokens, first, last))
            score += 0.2;
        if (first > 0 && (tokens[first].Gap & Gap.Stop) == 0 && (About.Contains(tokens[first - 1].Hash) || tokens[first - 1].Is(WordClass.Kin | WordClass.Patient)))
            score += 0.15;
        if (all.Pronouns > 0)
            score += 0.15;

        score -= Near(tokens, first, last, WordClass.Colleague, 4) ? backed ? 0.1 : 0.35 : 0;
        if (!backed && !titled)
            score -= Math.Min(0.45, 0.25 * all.Public) + (all.Group ? 0.15 : 0);
        else if (all.Public > 0)
            score -= 0.1;
        if (IsSpokenTo(tokens, first))
            score -= 0.4;
        return Math.Clamp(score, 0, 0.99);
    }

    private static bool Theirs(ReadOnlySpan<Token> tokens, int first)
    {
        var title = StaffTitles.Contains(tokens[first].Hash) ? first : first - 1;
        return title > 0 && tokens[title].Is(WordClass.Kin) && (Possessives.Contains(tokens[title - 1].Hash) || tokens[title - 1].Has(TokenFlags.Possessive));
    }

    // Kath's mum; wife Celestine
    private static bool KinOf(ReadOnlySpan<Token> tokens, int first, int last) =>
        last + 1 < tokens.Length && tokens[last].Has(TokenFlags.Possessive) && tokens[last + 1].Is(WordClass.Kin)
        || first > 0 && tokens[first - 1].Is(WordClass.Kin) && (tokens[first].Gap & ~Gap.Space) == 0;

    private static bool SaysSelf(ReadOnlySpan<Token> tokens, int first)
    {
        if (first == 0 || (tokens[first].Gap & ~(Gap.Space | Gap.Comma | Gap.Colon | Gap.Hyphen | Gap.Line | Gap.Stop)) != 0)
            return false;
        var before = tokens[first - 1];
        if (Self.Contains(before.Hash) && before.Hash != I && before.Hash != Am && (tokens[first].Gap & Gap.Stop) == 0)
            return !(before.Hash == WordHashes.From || before.Hash == WordHashes.By || before.Hash == WordHashes.Its);
        if (before.Hash == Am && first > 1 && tokens[first - 2].Hash == I)
            return true;
        return before.Hash == Is && first > 2 && tokens[first - 2].Hash == NameWord && tokens[first - 3].Hash == My;
    }

    private static bool IsSpokenTo(ReadOnlySpan<Token> tokens, int first) =>
        first > 0 && (tokens[first].Gap & ~(Gap.Space | Gap.Comma)) == 0 && Vocative.Contains(tokens[first - 1].Hash);

    private static bool Near(ReadOnlySpan<Token> tokens, int first, int last, WordClass any, int within)
    {
        for (var k = Math.Max(0, first - within); k <= Math.Min(tokens.Length - 1, last + within); k++)
        {
            if ((k < first || k > last) && tokens[k].Is(any))
                return true;
        }

        return false;
    }
}

/// <summary>Hashes of small words that several judges ask for.</summary>
internal static class WordHashes
{
    public static readonly ulong From = WordHash.Of("from");
    public static readonly ulong By = WordHash.Of("by");
    public static readonly ulong Its = WordHash.Of("it's");
}
