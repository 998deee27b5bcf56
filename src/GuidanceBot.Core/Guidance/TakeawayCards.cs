using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Guidance;

/// <summary>How takeaways look: the post's words and a short explanation first, everything else one press away, the video on each.</summary>
internal sealed class TakeawayCards(TakeawayPack pack)
{
    /// <summary>The first screen of one takeaway. <paramref name="shared"/> where a channel sees it, so that it offers no sharing again.</summary>
    public Card One(int number, bool shared = false)
    {
        var takeaway = pack[number];
        // Where guidance differs, that comes first: the wording never stands without it.
        var card = new Card { Title = Heading(takeaway), Blocks = [new TextBlock(takeaway.Nuance ?? takeaway.Explanation)] };
        card = card.With(Video()).With(new CardButton($"takeaway-more:{number}", "More") { SpokenLabel = $"More about takeaway {number}" });
        if (takeaway.IfItHappened.Count > 0)
            card = card.With(new CardButton($"takeaway-happened:{number}", "If it already happened"));
        return shared ? card : card.With(new CardButton($"takeaway-share:{number}", "Share here"));
    }

    /// <summary>What to do, what to avoid, an example, where it comes from.</summary>
    public Card More(int number)
    {
        var takeaway = pack[number];
        var card = new Card
        {
            Title = Heading(takeaway),
            Blocks =
            [
                new TextBlock(takeaway.Explanation),
                new HeadingBlock("In chat, do"),
                new ListBlock(takeaway.Do),
                new HeadingBlock("And leave out"),
                new ListBlock(takeaway.Avoid),
                new HeadingBlock("Before"),
                new QuoteBlock(takeaway.Example.Before),
                new HeadingBlock("After"),
                new QuoteBlock(takeaway.Example.After),
            ],
        };
        if (takeaway.Nuance is { } nuance)
            card = card.With(new HeadingBlock("Where guidance differs"), new TextBlock(nuance));
        if (takeaway.Origin is { } origin)
            card = card.With(new NoteBlock(origin));
        return card
            .With(new HeadingBlock("Sources"))
            .With([.. takeaway.Sources.Select(Link)])
            .With(new NoteBlock(pack.Attribution), Video());
    }

    /// <summary>What helps once it has happened.</summary>
    public Card Happened(int number)
    {
        var takeaway = pack[number];
        return new Card { Title = "If it already happened", Blocks = [new ListBlock(takeaway.IfItHappened, FirstNumber: 1), new NoteBlock(Heading(takeaway))] };
    }

    /// <summary>The list of all twelve, a screen at a time from the takeaway with the number <paramref name="from"/>.</summary>
    public Card List(int from)
    {
        const int WordsBeside = 8;
        List<string> wordings = [.. pack.Takeaways.Select(t => t.Wording)];
        var start = Math.Clamp(from, 1, wordings.Count) - 1;
        var count = CardPages.Fitting(wordings, start, WordsBeside);
        var card = new Card
        {
            Title = "The twelve takeaways",
            Blocks = [new ListBlock(wordings.GetRange(start, count), FirstNumber: start + 1), Video()],
        };
        if (start > 0)
            card = card.With(new CardButton($"takeaways:{CardPages.Previous(wordings, start, WordsBeside) + 1}", "Back"));
        if (start + count < wordings.Count)
            card = card.With(new CardButton($"takeaways:{start + count + 1}", "More") { SpokenLabel = "More takeaways" });
        else
            card = card.With(new NoteBlock(pack.Attribution));
        return card;
    }

    /// <summary>The link that stands on every takeaway's card.</summary>
    public LinkBlock Video() => new($"Watch the video ({pack.Video.Published})", pack.Video.Link);

    /// <summary>Number and words, as the post has them.</summary>
    public static string Heading(Takeaway takeaway) => $"{takeaway.Number}. {takeaway.Wording}";

    private static LinkBlock Link(Source source) =>
        new($"{source.Title} ({source.Body}{(source.Year is { } year ? $", {year}" : "")}): {source.Says}", source.Link);
}
