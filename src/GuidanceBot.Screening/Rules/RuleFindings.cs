using System.Numerics;
using GuidanceBot.Screening.Packs;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Rules;

/// <summary>Judges a message by the rules of the packs.</summary>
internal sealed class RuleFindings(PackContent packs) : IFindingSource
{
    [ThreadStatic]
    private static Scratch? spare;

    private readonly RuleWaking waking = new(packs.Rules, packs.Phrases.Groups);

    public void Examine(in Screened message, List<Finding> into)
    {
        var scratch = spare?.Owner == this ? spare : new Scratch(this, packs.Phrases.Groups);
        spare = null;
        scratch.Line.Read(message.Text, packs.Phrases.Numbers);
        packs.Phrases.Find(scratch.Line, scratch.Hits);
        Judge(message, scratch, into);
        scratch.Hits.Clear();
        spare = scratch;
    }

    private void Judge(in Screened message, Scratch scratch, List<Finding> into)
    {
        var threshold = message.Options.Sensitivity switch { Sensitivity.Low => 0.8, Sensitivity.High => 0.45, _ => 0.6 };
        var awake = scratch.Line.Bits(waking.Width);
        waking.Read(scratch.Hits, awake);
        for (var lane = 0; lane < awake.Length; lane++)
        {
            for (var left = awake[lane]; left != 0; left &= left - 1)
            {
                var rule = packs.Rules[lane * 64 + BitOperations.TrailingZeroCount(left)];
                if (IsAsked(rule, message.Options) && Find(rule, message.Text, scratch) is { } found && found.Score >= threshold)
                    into.Add(found);
            }
        }
    }

    private bool IsAsked(Rule rule, ScreenOptions options) =>
        !options.Off.Contains(rule.Category)
        && !packs.Off.Contains(rule.Category)
        && (rule.Category is not FindingCategory.Profanity || options.Profanity || packs.On.Contains(FindingCategory.Profanity))
        && !(rule.SkipCases && options.CasesChannel)
        && !options.Exceptions.Contains(rule.Id);

    private Finding? Find(Rule rule, FoldedText text, Scratch scratch)
    {
        if (rule.Signals.Length > 0)
            return Combine(rule, text, scratch);
        foreach (var group in rule.Says)
        {
            foreach (var hit in scratch.Hits.Of(group))
            {
                if ((rule.Quoted || !scratch.Line.Words[hit.Start].Quoted) && !IsExcepted(hit, scratch.Hits) && Holds(rule, hit, scratch.Hits))
                    return Say(rule, Span(text, scratch.Line, hit), rule.Score);
            }
        }

        foreach (var pattern in rule.Patterns)
        {
            if (pattern.Gate >= 0 && !scratch.Hits.Has(pattern.Gate))
                continue;
            foreach (var match in pattern.Regex.EnumerateMatches(text.Original))
            {
                if (match.Length > 0 && Holds(rule, null, scratch.Hits))
                    return Say(rule, new TextSpan(match.Index, match.Index + match.Length), rule.Score);
            }
        }

        return null;
    }

    /// <summary>Adds up the weights of the signals; how far the sum passes what is needed raises the score.</summary>
    private Finding? Combine(Rule rule, FoldedText text, Scratch scratch)
    {
        var sum = 0.0;
        foreach (var signal in rule.Signals)
        {
            if (scratch.Hits.HasAny(signal.Groups))
                sum += signal.Weight;
        }

        if (sum < rule.Needs || !Holds(rule, null, scratch.Hits))
            return null;
        return Say(rule, null, Math.Min(0.99, rule.Score + (1 - rule.Score) * 0.25 * (sum - rule.Needs)));
    }

    private bool IsExcepted(PhraseHit hit, PhraseHits hits)
    {
        foreach (var group in packs.Exceptions)
        {
            foreach (var exception in hits.Of(group))
            {
                if (exception.Start < hit.End && hit.Start < exception.End)
                    return true;
            }
        }

        return false;
    }

    private static bool Holds(Rule rule, PhraseHit? hit, PhraseHits hits)
    {
        foreach (var condition in rule.Requires)
        {
            if (!IsMet(condition, hit, hits))
                return false;
        }

        foreach (var condition in rule.Unless)
        {
            if (IsMet(condition, hit, hits))
                return false;
        }

        return true;
    }

    private static bool IsMet(Condition condition, PhraseHit? hit, PhraseHits hits)
    {
        if (condition.Words == 0 || hit is not { } found)
            return hits.HasAny(condition.Groups);
        foreach (var group in condition.Groups)
        {
            foreach (var near in hits.Of(group))
            {
                if (near.Start <= found.End + condition.Words && found.Start <= near.End + condition.Words)
                    return true;
            }
        }

        return false;
    }

    private static TextSpan Span(FoldedText text, TokenLine line, PhraseHit hit)
    {
        var tokens = text.Tokens;
        return text.ToOriginal(tokens[line.Words[hit.Start].Token].Start, tokens[line.Words[hit.End - 1].Token].End);
    }

    private static Finding Say(Rule rule, TextSpan? span, double score) =>
        new(rule.Category, null, rule.Type, rule.Severity, score, span, rule.Id, rule.Reason, rule.Takeaways, rule.Rewrite);

    /// <summary>What a thread uses again and again.</summary>
    private sealed class Scratch(RuleFindings owner, int groups)
    {
        public RuleFindings Owner { get; } = owner;

        public TokenLine Line { get; } = new();

        public PhraseHits Hits { get; } = new(groups);
    }
}
