using System.Collections.Frozen;

namespace GuidanceBot.Moderation;

/// <summary>Words that may stand capitalised in an excerpt: how sentences begin, and short forms of the trade. Anything else with a capital could be a name.</summary>
internal static class KnownWords
{
    private static readonly FrozenSet<string> Words = (
        "a after all also am an and another any anyone are as asked at back be because been before but by call called can can't could did didn't do does doesn't don't " +
        "every everyone family feel for from get gets getting got had has have he he's her here hers him his how however i i'd i'll i'm i've if in is isn't it it's just know last let like " +
        "look looking love many me more most mother father much my need never new no nobody not now of off oh ok okay on once one only or our out over patient patients people please " +
        "pt pts really said saw see seen she she's should since so some someone something son daughter still such thank thanks that that's the their them then there there's these they they're this those to today " +
        "tomorrow tonight too took tried try two under until up us very was wasn't we we're went were what what's when where which while who why will wish with without woman man wife husband won't would wouldn't " +
        "yes yesterday yet you your agreed asking consent consented example examples fictional gave heard here's hypothetical invented made made-up old published quiz quote quoted quoting same story teaching textbook " +
        "nurse doctor consultant admission admitted discharge discharged clinic ward theatre shift " +
        "abg adhd aki bmi bnf bp bpm ca cbt ccu cns copd covid cpr crp ct cv cvs cxr dka dm dna dnar dob dr dvt ecg ed eeg efw ent er fbc fy gcs gi gmc gp hb hcp hdu hiv hr ibs icp icu id im itu iv ivf lft mdt " +
        "mi mri mrn nhs nice nmc od or ot pe pmh po prn ptsd rcn rr rta sob std stemi tb tia tpn tsh uk us usa uti wbc")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(ReadOnlySpan<char> word)
    {
        Span<char> straight = stackalloc char[Math.Min(word.Length, 32)];
        if (word.Length > straight.Length)
            return false;
        for (var i = 0; i < word.Length; i++)
            straight[i] = word[i] == '’' ? '\'' : word[i];
        return Lookup.Contains(straight);
    }
}
