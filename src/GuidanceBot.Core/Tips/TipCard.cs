using GuidanceBot.Chat;
using GuidanceBot.Guidance;

namespace GuidanceBot.Tips;

/// <summary>A tip as it is posted: the thought, its takeaway, where it comes from, and the way to more.</summary>
internal static class TipCard
{
    public static Card Of(Tip tip, TakeawayPack guidance)
    {
        var takeaway = guidance[tip.Takeaway];
        var blocks = new List<CardBlock> { new TextBlock(tip.Text), new NoteBlock($"Takeaway {takeaway.Number}: {takeaway.Wording}") };

        // 8 is absolute where guidance is not: it never stands alone.
        if (takeaway is { Number: 8, Nuance: { } nuance })
            blocks.Add(new NoteBlock(FirstSentence(nuance)));
        blocks.AddRange(tip.Sources.Select(s => new LinkBlock($"{s.Body}{(s.Year is null ? "" : $", {s.Year}")}", s.Link)));
        blocks.Add(new LinkBlock("The video", guidance.Video.Link));

        return new Card
        {
            Title = tip.IsQuestion ? "A question for you" : "A thought for you",
            Preview = tip.Text,
            Blocks = blocks,
            Buttons = [new CardButton($"takeaway:{takeaway.Number}", "More about this takeaway")],
        };
    }

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..(end + 1)] : text;
}
