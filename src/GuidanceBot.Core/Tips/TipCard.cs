using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Guidance;

namespace GuidanceBot.Tips;

/// <summary>A tip as it is posted: the thought, its takeaway, where it comes from, and the way to more.</summary>
internal static class TipCard
{
    private const int MostWords = 60;

    public static Card Of(Tip tip, TakeawayPack guidance)
    {
        var takeaway = guidance[tip.Takeaway];
        var title = tip.IsQuestion ? "A question" : "A tip";
        var line = $"Takeaway {takeaway.Number}: {takeaway.Wording}";
        CardBlock[] links = [Link(tip.Sources[0]), new LinkBlock("Video", guidance.Video.Link)];

        // 8 is absolute where guidance is not: it never stands alone, tips included.
        var room = MostWords - CardPages.Words($"{title} {tip.Text} {line} {Label(tip.Sources[0])} Video");
        CardBlock[] nuance = takeaway is { Number: 8, Nuance: { } text } ? [new NoteBlock(Fitting(text, room))] : [];
        return new Card
        {
            Title = title,
            Preview = tip.Text,
            Blocks = [new TextBlock(tip.Text), new NoteBlock(line), .. nuance, .. links],
            Buttons = [new CardButton($"takeaway:{takeaway.Number}", "More about this takeaway")],
        };
    }

    // One source is enough for a glance; the takeaway, one press away, lists them all.
    private static LinkBlock Link(Source source) => new(Label(source), source.Link);

    private static string Label(Source source) => source.Year is null ? source.Body : $"{source.Body}, {source.Year}";

    // The first sentence, and as many more as fit; the whole of it is one press away.
    private static string Fitting(string text, int room)
    {
        var sentences = text.Split(". ");
        var count = 1;
        while (count < sentences.Length && CardPages.Words(string.Join(". ", sentences.Take(count + 1))) <= room)
            count++;
        return string.Join(". ", sentences.Take(count)).TrimEnd('.') + ".";
    }
}
