using GuidanceBot.Screening;

namespace GuidanceBot.Fuzzing;

/// <summary>What must hold for any text whatever. Throws where it does not.</summary>
internal sealed class Properties(string packs)
{
    private const int Longest = 40_000;

    // Screening so much takes some milliseconds; instrumented and on a busy machine a hundred times as many are still linear.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly char[] Invisible = ['\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff'];

    private readonly Screener screener = new(RulePack.Parse(
        Directory.GetFiles(packs, "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))));

    public void Check(string text)
    {
        if (text.Length > Longest)
            return;
        var number = text.Aggregate(17u, (hash, c) => hash * 31 + c); // picks the rarer checks, the same every time
        var result = screener.Examine(text, [new AttachmentInfo(text.Split('\n')[0])], ScreenOptions.Default with { Profanity = true });
        OffsetsAreValid(text, result);
        MasksAreFinal(text, result);
        InvisibleCharactersChangeNothing(text, number);
        screener.Reword(text, result);
        if (number % 97 == 0)
            TimeIsLinear(text);
    }

    private static void OffsetsAreValid(string text, ScreenResult result)
    {
        var at = 0;
        foreach (var found in result.Identifiers)
        {
            Holds(found.Span.Start >= at && found.Span.End > found.Span.Start && found.Span.End <= text.Length, "identifiers are in order and inside the text");
            Holds(found.Score is >= 0 and <= 1, "a score is from 0 to 1");
            Holds(IsWhole(text, found.Span.Start) && IsWhole(text, found.Span.End), "no span cuts a character in two");
            at = found.Span.End;
        }

        foreach (var finding in result.Findings)
            Holds(finding.Span is not { } span || span.Start >= 0 && span.Start < span.End && span.End <= text.Length, "findings are inside the text");
    }

    private void MasksAreFinal(string text, ScreenResult result)
    {
        var masked = Screener.Mask(text, result.Identifiers);
        Holds(screener.Examine(masked).Identifiers.Count == 0, "a masked text holds no identifier");
    }

    private void InvisibleCharactersChangeNothing(string text, uint number)
    {
        var at = text.Length == 0 ? 0 : (int)(number % text.Length);
        if (!IsWhole(text, at))
            return; // between the halves of a pair it would change the text itself
        var disguised = text.Insert(at, Invisible[number % Invisible.Length].ToString());
        Holds(Plain(Masked(text)) == Plain(Masked(disguised)), "invisible characters change nothing");
    }

    private void TimeIsLinear(string text)
    {
        if (text.Length == 0)
            return;
        var longest = string.Concat(Enumerable.Repeat(text, Longest / text.Length + 1))[..Longest];
        var begin = Environment.CpuUsage.TotalTime;
        screener.Examine(longest);
        Holds(Environment.CpuUsage.TotalTime - begin < Patience, "the longest message is screened at once");
    }

    private string Masked(string text) => Screener.Mask(text, screener.Examine(text).Identifiers);

    private static string Plain(string text) => string.Concat(text.Where(c => !Invisible.Contains(c)));

    private static bool IsWhole(string text, int at) => at <= 0 || at >= text.Length || !(char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]));

    private static void Holds(bool property, string name)
    {
        if (!property)
            throw new InvalidOperationException($"Broken: {name}.");
    }
}
