using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Patients;

/// <summary>
/// Judges which identifiers are a patient's: those that moderators hear of. A clinician's own name, a colleague's, a public line,
/// a rota's extension, an author and a public figure stay identifiers, which masking hides, and are no finding.
/// </summary>
internal sealed class PatientIdentifierJudge : IFindingSource
{
    // Enough for a line of particulars, and few enough that a text full of identifiers stays cheap.
    private const int NeighboursAsked = 6;

    private static readonly WordList Mine = WordList.Of("me my mine us our myself i i'm");
    private static readonly WordList Desk = WordList.Of("switchboard ext extension bleep bleeped pager office desk reception helpline hotline landline fax rota oncall bookings team service support line lab secretary ward");
    private static readonly WordList Born = WordList.Of("dob born birth b d.o.b died rip funeral admitted admission admit discharged came arr arrived lmp seen");
    private static readonly WordList Diagnosis = WordList.Of("dx diagnosed syphilis hiv hep psych sectioned positive overdose od hold");

    public void Examine(in Screened message, List<Finding> into)
    {
        if (message.Identifiers.Count == 0 || message.Options.Off.Contains(FindingCategory.PatientIdentifier))
            return;

        var all = MessageEvidence.Of(message.Text);
        var threshold = message.Options.Sensitivity switch { Sensitivity.Low => 0.8, Sensitivity.High => 0.45, _ => 0.6 };
        var person = BestPerson(message, all);
        var found = 0;
        for (var i = 0; i < message.Identifiers.Count; i++)
        {
            var identifier = message.Identifiers[i];
            var (first, last) = Tokens(message.Text, identifier.Span);
            var score = Score(message.Text, identifier, first, last, all, person, Backed(message, i, all));
            if (score < threshold || message.Options.Exceptions.Contains(PatientFindings.Rule(identifier.Kind)))
                continue;
            into.Add(PatientFindings.Of(identifier, score, severe: last > first));
            found++;
        }

        if (found > 1)
            PatientFindings.Raise(into, found);
    }

    // How surely any name of the message is a patient's: what backs its dates and phones.
    private static double BestPerson(in Screened message, in MessageEvidence all)
    {
        var best = 0.0;
        for (var i = 0; i < message.Identifiers.Count; i++)
        {
            if (message.Identifiers[i].Kind is not IdentifierKind.Name)
                continue;
            var (first, last) = Tokens(message.Text, message.Identifiers[i].Span);
            best = Math.Max(best, NameJudge.Score(message.Text, first, last, all, Backed(message, i, all)));
        }

        return best;
    }

    // A name with a date of birth or a number of its own beside it.
    private static bool Backed(in Screened message, int name, in MessageEvidence all)
    {
        for (var i = name - 1; i >= 0 && name - i <= NeighboursAsked; i--)
        {
            if (Backs(message, message.Identifiers[name], message.Identifiers[i], all))
                return true;
        }

        for (var i = name + 1; i < message.Identifiers.Count && i - name <= NeighboursAsked; i++)
        {
            if (Backs(message, message.Identifiers[name], message.Identifiers[i], all))
                return true;
        }

        return false;
    }

    private static bool Backs(in Screened message, Identifier name, Identifier other, in MessageEvidence all)
    {
        var apart = other.Span.Start >= name.Span.End ? other.Span.Start - name.Span.End : name.Span.Start - other.Span.End;
        return other.Kind switch
        {
            IdentifierKind.Id or IdentifierKind.AgeOver89 => apart < 60,
            IdentifierKind.Address => apart < 60 && other.Type is "street" or "bed" or "postcode",
            IdentifierKind.Date => apart < 25,
            IdentifierKind.Phone or IdentifierKind.Email => apart < 15 && all.Colleague == 0 && !Near(message.Text.Tokens, Tokens(message.Text, other.Span).First, Mine, 4),
            _ => false,
        };
    }

    private static double Score(FoldedText text, Identifier identifier, int first, int last, in MessageEvidence all, double person, bool backed)
    {
        var tokens = text.Tokens;
        switch (identifier.Kind)
        {
            case IdentifierKind.Name:
                return NameJudge.Score(text, first, last, all, backed);
            case IdentifierKind.Id:
                if (all.Drill || Near(tokens, first, Mine, 2))
                    return 0.2;
                if (identifier.Type is "in_words")
                    return all.Care > 0 || all.Patient > 0 || person > 0 ? 0.85 : 0.6;
                return identifier.Type is "plate" ? all.Patient > 0 ? 0.85 : 0.5 : identifier.Score >= 0.85 ? 0.9 : person >= 0.5 || all.SpeaksOfPatient ? 0.8 : 0.5;
            case IdentifierKind.Phone or IdentifierKind.Email:
                if (all.Drill || Near(tokens, first, Mine, 4) || Near(tokens, first, Desk, 4) || Near(tokens, last, Desk, -2))
                    return 0.3;
                return person >= 0.6 ? 0.9 : all.Kin > 0 || all.Patient > 0 || all.Pronouns > 0 && all.Care > 0 ? 0.8 : 0.4;
            case IdentifierKind.Date:
                if (all.Drill)
                    return 0.2;
                return person >= 0.6 ? 0.8 : Near(tokens, first, Born, 3) && all.Care > 1 && all.Colleague == 0 ? 0.7 : 0.3;
            case IdentifierKind.AgeOver89:
                return all.Group || all.Public > 0 ? 0.3 : 0.7;
            case IdentifierKind.UrlIp:
                return LinkJudge.Score(text, first, last, all, person);
            default:
                return Place(tokens, identifier, first, all, person);
        }
    }

    private static double Place(ReadOnlySpan<Token> tokens, Identifier identifier, int first, in MessageEvidence all, double person)
    {
        if (identifier.Type is "street" or "postcode")
            return person >= 0.6 ? 0.9 : all.Patient > 0 && all.Colleague == 0 ? 0.7 : 0.4;
        if (identifier.Type is "bed")
            return person >= 0.6 ? 0.75 : Near(tokens, first, Diagnosis, -12) && all.Kin + all.Pronouns > 0 ? 0.65 : 0.4;
        return person >= 0.6 ? 0.6 : 0.2;
    }

    /// <summary>Whether one of the words is among so many tokens before; after, when negative.</summary>
    private static bool Near(ReadOnlySpan<Token> tokens, int i, WordList words, int within)
    {
        var step = within < 0 ? 1 : -1;
        for (var k = i + step; k >= 0 && k < tokens.Length && Math.Abs(k - i) <= Math.Abs(within); k += step)
        {
            if (words.Contains(tokens[k].Hash))
                return true;
        }

        return false;
    }

    private static (int First, int Last) Tokens(FoldedText text, TextSpan span)
    {
        var tokens = text.Tokens;
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.OriginalAt(tokens[middle].Start) < span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        var last = low;
        while (last + 1 < tokens.Length && text.OriginalAt(tokens[last + 1].Start) < span.End)
            last++;
        return (Math.Min(low, tokens.Length - 1), Math.Min(last, tokens.Length - 1));
    }
}
