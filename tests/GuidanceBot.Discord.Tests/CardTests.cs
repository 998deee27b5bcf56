using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Cards;
using GuidanceBot.Testing.Discord;
using Xunit;

namespace GuidanceBot.Discord.Tests;

public sealed class CardTests
{
    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("*bold* _it_ ~~no~~ `code` ||spoiler||", @"\*bold\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|")]
    [InlineData("<@123> <@&1> <#2>", @"\<@123> \<@&1> \<#2>")]
    [InlineData("# heading\n- item\n> quote", "\\# heading\n\\- item\n\\> quote")]
    [InlineData("[label](https://x.example/a_b)", @"\[label\](https://x.example/a_b)")]
    [InlineData("see https://x.example/a_b*c and *this*", @"see https://x.example/a_b*c and \*this\*")]
    [InlineData(@"back\slash", @"back\\slash")]
    public void Plain_text_reads_as_it_was_written(string plain, string markdown)
    {
        Assert.Equal(markdown, Markdown.Escape(plain));
    }

    [Theory]
    [InlineData("one two three", 20, "one two three")]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("onetwothree", 5, "onet…")]
    [InlineData("abc😀def", 5, "abc…")]
    public void Long_texts_are_cut_at_words_and_never_through_a_character(string text, int most, string cut)
    {
        Assert.Equal(cut, Words.Cut(text, most));
        Assert.True(Words.Cut(text, most).Length <= most);
    }

    [Fact]
    public void A_card_shows_each_block_in_Discords_own_way()
    {
        var card = Card.Of("A title", "A paragraph.").With(
            new HeadingBlock("Why"),
            new QuoteBlock("first\nsecond"),
            new ListBlock(["one", "two"], 1),
            new ListBlock(["dot"]),
            new FieldsBlock([new CardField("Severity", "high"), CardField.Moment("Written", DateTimeOffset.FromUnixTimeSeconds(1_800_000_000))]),
            new LinkBlock("The guidance", new Uri("https://example.org/a(b)")),
            new NoteBlock("Source: somewhere"));

        Assert.Equal(
            """
            ### A title

            A paragraph.

            **Why**

            > first
            > second

            1. one
            2. two

            - dot
            **Severity:** high
            **Written:** <t:1800000000:f> (<t:1800000000:R>)
            [The guidance](https://example.org/a%28b%29)
            -# Source: somewhere
            """.ReplaceLineEndings("\n"),
            CardText.Of(card));
    }

    [Fact]
    public async Task The_longest_card_there_can_be_is_taken_by_Discord()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        var card = Card.Of(new string('T', 3000), [.. Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("*words*", 400)), 30)])
            with { Preview = string.Join(' ', Enumerable.Repeat("note", 200)), Buttons = [.. Enumerable.Range(1, 40).Select(i => new CardButton($"b:{i}", new string('L', 100)))] };

        var posted = await bot.Platform.PostAsync(DiscordNames.Channel(discord.Guild.Id, discord.General.Id), card, new PostKey("long"), silent: true, CancellationToken.None);

        Assert.Equal(Outcome.Done, posted.Outcome);
        Assert.EndsWith("…", DiscordDouble.Words(discord.General.Messages.Values.Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_note_shows_only_its_preview_first()
    {
        var card = Card.Of("About your message") with { Preview = "GuidanceBot has a note for you" };

        Assert.Equal("GuidanceBot has a note for you", (string?)CardJson.Components(card)[0]!["content"]);
    }

    [Fact]
    public void A_form_uses_the_fields_that_fit_its_questions()
    {
        var form = new Form
        {
            Id = "f:1",
            Title = "Set up",
            Pages =
            [
                new FormPage("One", [
                    new TextField("text", "A line"),
                    new ChoiceField("radio", "One of two", [new Choice("a", "A"), new Choice("b", "B")]),
                    new ChoiceField("boxes", "Some of two", [new Choice("a", "A"), new Choice("b", "B")]) { Several = true },
                    new ChoiceField("menu", "One of many", [.. Enumerable.Range(1, 30).Select(i => new Choice($"{i}", $"{i}"))]),
                    new PickField("role", "A role", PickKind.Role) { Initial = ["5"] }]),
            ],
        };

        var fields = FormJson.Modal(form, 0, "f:1", new Dictionary<string, IReadOnlyList<string>>())["components"]!.AsArray().Select(c => c!["component"]!).ToList();

        Assert.Equal([4, 21, 22, 3, 6], fields.Select(f => (int)f["type"]!));
        Assert.Equal(25, fields[3]["options"]!.AsArray().Count);
        Assert.Equal("5", (string?)fields[4]["default_values"]![0]!["id"]);
    }

    [Fact]
    public void Two_keys_hardly_ever_share_a_mark_and_one_key_always_has_the_same()
    {
        var marks = Enumerable.Range(0, 2000).Select(i => CardJson.Mark(new PostKey($"tip:{i}"))).ToList();

        Assert.Equal(2000, marks.Distinct().Count());
        Assert.All(marks, m => Assert.True(m > 0));
        Assert.Equal(marks[7], CardJson.Mark(new PostKey("tip:7")));
    }

    [Fact]
    public void What_Discord_already_knows_is_not_told_again()
    {
        using var theirs = System.Text.Json.JsonDocument.Parse("""[{"id":"1","name":"a","type":1,"description":"A","options":[{"name":"o","type":3}],"default_member_permissions":"32"}]""");
        var ours = new JsonArray(new JsonObject { ["name"] = "a", ["type"] = 1, ["description"] = "A", ["default_member_permissions"] = 32L, ["options"] = new JsonArray(new JsonObject { ["name"] = "o", ["type"] = 3, ["required"] = false }) });

        Assert.True(Interactions.SameJson.HoldsAll(theirs.RootElement, ours));
        ours[0]!["description"] = "B";
        Assert.False(Interactions.SameJson.HoldsAll(theirs.RootElement, ours));
    }
}
