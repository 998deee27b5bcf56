using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Tells the dates of studies, papers and conferences from those of a person's life.</summary>
internal static class StudyDate
{
    private static readonly ulong Between = WordHash.Of("between");
    private static readonly ulong And = WordHash.Of("and");
    private static readonly ulong From = WordHash.Of("from");
    private static readonly ulong To = WordHash.Of("to");
    private static readonly ulong Through = WordHash.Of("through");
    private static readonly ulong Patients = WordHash.Of("patients");
    private static readonly ulong Until = WordHash.Of("until");

    public static bool Is(IdentifierScan scan, int first, int last, bool day)
    {
        var tokens = scan.Tokens;
        if (scan.PersonSeen)
            return false;

        // "between January 2000 and December 2005", "from May 2003 to June 2004": a period, unless days of somebody's stay.
        var before = first > 0 ? tokens[first - 1].Hash : 0;
        var after = last + 1 < tokens.Length ? tokens[last + 1].Hash : 0;
        if (before == Between || (before == And && Context.HashBefore(scan, first, Between, 8)))
            return !day || Study(scan);
        if ((before == From || after == To || after == Through || after == Until || before == To || before == Through || before == Until) && (!day || Study(scan)))
            return true;

        // "in November 2008" with nobody around it.
        if (!day && !scan.OnePatient && !Context.Before(scan, first, WordClass.DateWord | WordClass.Kin, 6) && (scan.Text.Classes & (WordClass.IdWord | WordClass.Title)) == 0)
            return true;
        return !scan.OnePatient && (scan.Text.Classes & WordClass.StudyWord) != 0 && (scan.Text.Classes & WordClass.Title) == 0 && !scan.InitialSeen && !Context.Before(scan, first, WordClass.DateWord, 3);
    }

    private static bool Study(IdentifierScan scan) => !scan.OnePatient && ((scan.Text.Classes & WordClass.StudyWord) != 0 || Context.HashBefore(scan, scan.Text.TokenCount, Patients, 60));
}
