using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Patients;

/// <summary>What a whole message says about whom it speaks of. Read only when it holds an identifier.</summary>
internal readonly record struct MessageEvidence(int Care, int Patient, int Kin, int Pronouns, int Colleague, int Public, bool Drill, bool Group)
{
    private static readonly WordList ThirdPerson = WordList.Of("he she him her his hers he's she's himself herself");
    private static readonly WordList Drills = WordList.Of("dummy sandbox simman mannequin manikin simulated simulation fictional doi retracted serials grant");

    // Words for many patients, or for the author of a remark; one patient is another matter.
    private static readonly WordList Plural = WordList.Of("patients pts resident residents lad lass kid child boy girl man woman student");

    /// <summary>Reads a message.</summary>
    public static MessageEvidence Of(FoldedText text)
    {
        int care = 0, patient = 0, kin = 0, pronouns = 0, colleague = 0, known = 0;
        var drill = false;
        var group = false;
        foreach (var token in text.Tokens)
        {
            care += token.Is(WordClass.Care) ? 1 : 0;
            patient += token.Is(WordClass.Patient) && !Plural.Contains(token.Hash) ? 1 : 0;
            kin += token.Is(WordClass.Kin) ? 1 : 0;
            pronouns += ThirdPerson.Contains(token.Hash) ? 1 : 0;
            colleague += token.Is(WordClass.Colleague) ? 1 : 0;
            known += token.Is(WordClass.PublicWord) ? 1 : 0;
            drill |= !token.Has(TokenFlags.Link) && Drills.Contains(token.Hash);
            group |= token.Is(WordClass.StudyWord);
        }

        return new MessageEvidence(care, patient, kin, pronouns, colleague, known, drill, group);
    }

    /// <summary>Whether it speaks of somebody who is cared for.</summary>
    public bool SpeaksOfPatient => Patient > 0 || Care > 1 || (Care > 0 && Kin + Pronouns > 0);
}
