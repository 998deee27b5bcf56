using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Cards;
using GuidanceBot.Slack.Interactions;
using GuidanceBot.Testing.Slack;

namespace GuidanceBot.Slack.Tests.Cards;

public class BlockKitTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Wörter & <Zeichen> 😀 ", 3000));

    public static TheoryData<CardBlock> EveryBlock => new(
        new TextBlock(Long),
        new QuoteBlock(Long),
        new HeadingBlock(Long),
        new NoteBlock(Long),
        new ListBlock([.. Enumerable.Repeat(Long, 40)]),
        new LinkBlock(Long, new Uri("https://example.org/a|b>c?d=<e>")),
        new FieldsBlock([.. Enumerable.Range(0, 30).Select(_ => new CardField(Long, Long))]));

    [Theory]
    [MemberData(nameof(EveryBlock))]
    public void The_longest_card_keeps_every_limit_and_all_its_buttons(CardBlock block)
    {
        var card = new Card
        {
            Title = Long,
            Preview = Long,
            Blocks = [.. Enumerable.Repeat(new TextBlock("short"), 5), .. Enumerable.Repeat(block, 60)],
            Buttons = [.. Enumerable.Range(0, 25).Select(i => new CardButton($"press:{i}", "Press " + i, ButtonStyle.Danger) { SpokenLabel = i < 5 ? Long : null, Confirm = i < 3 ? new Confirm(Long, Long, Long) : null })],
        };

        var message = BlockKit.Message(card);

        Assert.Null(BlockRules.Message(message));
        Assert.Null(BlockRules.View(Pages.Of(card, new Origin("C1"))));
        Assert.Null(BlockRules.View(Pages.Home(card)));
        Assert.Equal(25, message.Where(b => (string?)b!["type"] == "actions").Sum(b => b!["elements"]!.AsArray().Count));
        Assert.Contains("There is more", message.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_block_is_drawn_even_when_empty()
    {
        var card = new Card
        {
            Title = " ",
            Blocks = [new TextBlock(""), new QuoteBlock(" "), new HeadingBlock(""), new NoteBlock(""), new ListBlock([]), new ListBlock([""]), new FieldsBlock([]), new FieldsBlock([new CardField("", "")])],
        };

        Assert.Null(BlockRules.Message(BlockKit.Message(card)));
    }

    [Theory]
    [InlineData("<!channel> <@U123> <https://evil.example|click>")]
    [InlineData("*bold* _it_ ~no~ `code` & < >")]
    public void Nothing_in_a_text_can_become_a_mention_or_a_link(string text)
    {
        var card = new Card { Title = text, Blocks = [new TextBlock(text), new QuoteBlock(text), new ListBlock([text]), new FieldsBlock([new CardField("Said", text)]), new NoteBlock(text)] };

        var marked = Texts(BlockKit.Message(card)).Where(t => (string?)t["type"] == "mrkdwn").Select(t => (string)t["text"]!).ToList();

        Assert.NotEmpty(marked);
        Assert.All(marked, m => Assert.DoesNotContain("<", m, StringComparison.Ordinal));
        Assert.DoesNotContain("<", BlockKit.Preview(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_in_the_bots_words_read_as_they_are_typed_here_and_what_people_wrote_stays()
    {
        var json = BlockKit.Json(Card.Of("Nothing", "Try /takeaways (or /tips add). Then /invite @GuidanceBot, and/or https://example.org/privacy; /guidance help.")
            .With(new QuoteBlock("see /flags"), new NoteBlock("/setup changes it")));

        Assert.Contains("Try /guidance takeaways (or /guidance tips add). Then /invite @GuidanceBot, and/or https://example.org/privacy; /guidance help.", json, StringComparison.Ordinal);
        Assert.Contains("\"see /flags\"", json, StringComparison.Ordinal);
        Assert.Contains("\"/guidance setup changes it\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_is_shown_in_the_readers_own_zone()
    {
        var card = Card.Of("t").With(new FieldsBlock([CardField.Moment("Written", new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero))]));

        Assert.Contains(Texts(BlockKit.Message(card)), t => ((string)t["text"]!).EndsWith("<!date^1772355600^{date_short_pretty}, {time}|2026-03-01 09:00 UTC>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_keeps_every_limit_whatever_its_fields_are()
    {
        var many = Enumerable.Range(0, 200).Select(i => new Choice($"v{i}", $"Answer {i}")).ToList();
        var form = new Form
        {
            Id = "setup",
            Title = "Set up the whole community",
            Intro = new string('x', 5000),
            Pages =
            [
                new FormPage("One", [new TextField("a", "A") { MaxLength = 4000, Initial = new string('y', 4000), Multiline = true, Hint = "h" }, new ChoiceField("b", "B", many) { Several = true, Initial = ["v1", "gone"] }]),
                new FormPage("Two", [new ChoiceField("c", "C", [.. many.Take(3)]) { Initial = ["v0"] }, new PickField("d", "D", PickKind.Channel) { Several = true, Initial = ["C1"] }, new PickField("e", "E", PickKind.Member)]),
            ],
        };

        Assert.Null(BlockRules.View(Pages.Of(form, new Origin("C1"))));
    }

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 100));

        Assert.All(Cut.Pieces(text, 7).Append(Cut.To(text, 10)), piece => Assert.False(char.IsHighSurrogate(piece[^1]) || char.IsLowSurrogate(piece[0])));
        Assert.Equal(text, string.Concat(Cut.Pieces(text, 7)));
    }

    private static IEnumerable<JsonObject> Texts(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Texts),
        JsonObject json => (json["text"] is JsonValue ? new[] { json } : []).Concat(json.SelectMany(p => Texts(p.Value))),
        _ => [],
    };
}
