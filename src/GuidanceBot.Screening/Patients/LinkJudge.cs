using System.Buffers;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Patients;

/// <summary>Whether a link or address leads to a patient.</summary>
internal static class LinkJudge
{
    private static readonly SearchValues<string> Records = SearchValues.Create(["/pt/", "patient", "/letters", "clinic-letter", "/records", "/results", "/chart", "/mrn", "/nhs", "dicom", "/study/", "/ehr", "/referral"], StringComparison.Ordinal);
    private static readonly SearchValues<string> People = SearchValues.Create(["instagram", "facebook", "twitter", "tiktok", "gofundme", "justgiving", "giving", "linkedin", "caringbridge", "fundrais", "x.com/"], StringComparison.Ordinal);

    public static double Score(FoldedText text, int first, int last, in MessageEvidence all, double person)
    {
        if (person >= 0.6)
            return 0.85;
        var link = text.Chars[text.Tokens[first].Start..text.Tokens[last].End];
        if (link.ContainsAny(Records))
            return 0.8;
        if (link.ContainsAny(People))
            return all.Patient + all.Pronouns + all.Kin > 0 ? 0.7 : 0.4;
        return all.Patient > 0 && all.Care > 0 && text.Tokens[first].Kind is TokenKind.Number ? 0.75 : 0.3;
    }
}
