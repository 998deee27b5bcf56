namespace GuidanceBot.Screening.Identifiers;

/// <summary>Endings by which an unknown word is an illness, an operation or a medicine rather than a name.</summary>
internal static class ClinicalEndings
{
    private static readonly string[] Endings =
    [
        "itis", "osis", "oses", "emia", "aemia", "oma", "omas", "pathy", "pathies", "plasia", "trophy", "algia", "mab", "nib", "pril", "olol", "statin", "cillin", "azole", "idine", "ectomy", "otomy", "ostomy",
        "plasty", "scopy", "gram", "graphy", "uria", "phobia", "philia", "plegia", "paresis", "cele", "ectasia", "ectasis", "malacia", "megaly", "penia", "phagia", "phasia", "pnea", "pnoea", "rrhea", "rrhoea",
        "sclerosis", "stenosis", "spasm", "mycin", "cycline", "oxacin", "sartan", "gliptin", "gliflozin", "tide", "parin", "xaban", "vir", "zepam", "zolam", "caine", "dronate", "triptan", "setron", "terol", "sone",
        "nisone", "olone", "asone", "ium", "ase", "cytes", "blasts", "somal", "genic", "ical", "ular", "ous", "oid", "ose", "tion", "ment", "ness", "ology", "ologist", "thyroidism", "ism", "ectomies", "encephaly", "cephaly", "dactyly",
        "ermia", "lysis", "genesis", "tica", "ophthalmos", "opsy", "syndromic", "viridae", "virus", "coccus", "bacter", "ella",
    ];

    /// <summary>Whether a folded word ends like one.</summary>
    public static bool Has(ReadOnlySpan<char> word)
    {
        if (word.Length < 6)
            return false;
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending))
                return true;
        }

        return false;
    }
}
