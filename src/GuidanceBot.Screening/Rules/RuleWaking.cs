namespace GuidanceBot.Screening.Rules;

/// <summary>Which rules may speak, by what was found: the others need not be asked.</summary>
internal sealed class RuleWaking
{
    private readonly ulong[] always;
    private readonly ulong[] byGroup; // a row of bits a group

    public RuleWaking(Rule[] rules, int groups)
    {
        Width = rules.Length / 64 + 1;
        always = new ulong[Width];
        byGroup = new ulong[groups * Width];
        for (var r = 0; r < rules.Length; r++)
        {
            if (rules[r].Patterns.Any(p => p.Gate < 0))
                always[r / 64] |= 1UL << r;
            // Signals that only take weight away wake nothing.
            var groupsOf = rules[r].Says
                .Concat(rules[r].Patterns.Where(p => p.Gate >= 0).Select(p => p.Gate))
                .Concat(rules[r].Signals.Where(s => s.Weight > 0).SelectMany(s => s.Groups));
            foreach (var group in groupsOf)
                byGroup[group * Width + r / 64] |= 1UL << r;
        }
    }

    /// <summary>How many machine words the bits of all rules take.</summary>
    public int Width { get; }

    /// <summary>Fills the bits of the rules that may speak.</summary>
    public void Read(PhraseHits hits, Span<ulong> awake)
    {
        always.CopyTo(awake);
        foreach (ref readonly var hit in hits.All)
        {
            for (var i = 0; i < awake.Length; i++)
                awake[i] |= byGroup[hit.Group * Width + i];
        }
    }
}
