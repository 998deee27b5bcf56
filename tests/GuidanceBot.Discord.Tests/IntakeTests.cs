using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Discord.Messages;
using GuidanceBot.Testing.Discord;
using Xunit;

namespace GuidanceBot.Discord.Tests;

public sealed class IntakeTests
{
    [Fact]
    public async Task Edits_and_deletions_arrive_link_previews_and_other_bots_do_not()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        var robot = new DoubleMember(discord.World.NewId(), "Robot") { IsBot = true };

        var message = discord.Say(discord.Ana, discord.General, "first");
        discord.Preview(discord.General, message);
        discord.Say(robot, discord.General, "beep");
        discord.Say(discord.Ana, discord.General, "hook", m => m["webhook_id"] = "5");
        discord.Say(discord.World.Bot, discord.General, "my own");
        discord.Edit(discord.General, message, "second");
        discord.Delete(discord.General, message);

        await GatewayTests.EventuallyAsync(() => !bot.Forgotten.IsEmpty);
        Assert.Equal(["first", "second"], bot.Read.Select(m => m.Text));
        Assert.NotNull(bot.Read.Last().EditedAt);
        Assert.Equal((string?)message["id"], Assert.Single(bot.Forgotten).Message);
    }

    [Fact]
    public async Task Other_bots_are_read_where_the_owner_wants_it()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, o => o with { ReadBots = true });

        discord.Say(new DoubleMember(discord.World.NewId(), "Robot") { IsBot = true }, discord.General, "beep");

        Assert.Equal("beep", Assert.Single(await bot.ReadAsync(1)).Text);
    }

    [Fact]
    public async Task Threads_forum_posts_and_threads_nobody_told_of_belong_to_their_channel()
    {
        await using var discord = await DiscordDouble.StartAsync();
        var forum = discord.World.AddChannel(discord.Guild, "cases", 15);
        var post = discord.World.AddChannel(discord.Guild, "a case", 11, forum);
        await using var bot = await DiscordBot.StartAsync(discord);
        var untold = discord.World.AddChannel(discord.Guild, "untold", 11, discord.General);

        discord.Say(discord.Ana, post, "in a post");
        discord.Say(discord.Ana, untold, "in a thread");

        var read = await bot.ReadAsync(2);
        Assert.Equal(forum.Id, read.Single(m => m.Text == "in a post").Watched.Channel);
        Assert.Equal(discord.General.Id, read.Single(m => m.Text == "in a thread").Watched.Channel);
    }

    [Fact]
    public async Task Forwarded_words_and_files_count_and_a_quoted_message_does_not()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);

        discord.Say(discord.Ana, discord.General, "", m => m["message_snapshots"] = new JsonArray(new JsonObject
        {
            ["message"] = new JsonObject { ["content"] = "forwarded words", ["attachments"] = new JsonArray(new JsonObject { ["id"] = "1", ["filename"] = "ct_scan.png", ["content_type"] = "image/png", ["size"] = 5 }) },
        }));
        discord.Say(discord.Ana, discord.General, "a reply", m => m["referenced_message"] = new JsonObject { ["content"] = "what was quoted", ["author"] = new JsonObject { ["id"] = "9" }, ["id"] = "8" });

        var read = await bot.ReadAsync(2);
        Assert.Equal("forwarded words", read[0].Text);
        Assert.Equal("ct_scan.png", Assert.Single(read[0].Attachments).Name);
        Assert.Equal("a reply", read[1].Text);
        Assert.Equal(discord.Ana.Id, read[1].Author.Member);
    }

    [Theory]
    [InlineData("""{"id":"1","channel_id":"2","content":"\ud83d broken","author":{"id":"3"}}""", "\uFFFD broken")]
    [InlineData("""{"id":"1","channel_id":"2","content":"ok \ud83d\ude00 \"quoted\"\n","author":{"id":"3"}}""", "ok 😀 \"quoted\"\n")]
    [InlineData("""{"content":5,"id":"1","channel_id":"2","author":"nobody","attachments":{},"message_snapshots":7}""", null)]
    [InlineData("""{"content":{"deep":[1,{"content":"inner"}]},"id":"1","channel_id":"2"}""", null)]
    public void Hostile_messages_are_read_as_far_as_they_make_sense(string json, string? text)
    {
        var data = MessageReader.Read(Encoding.UTF8.GetBytes(json));

        Assert.Equal(text, data.Text);
        Assert.Equal(2UL, data.Channel);
    }

    [Fact]
    public async Task An_event_that_nobody_can_read_does_not_cost_the_next()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        var deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));

        discord.Gateway.Emit("MESSAGE_CREATE", new JsonObject { ["id"] = "5", ["odd"] = JsonNode.Parse(deep, documentOptions: new() { MaxDepth = 500 }) }, discord.Guild.Id, 512);
        discord.Gateway.Emit("INTERACTION_CREATE", new JsonObject { ["type"] = 99, ["data"] = "nothing" }, discord.Guild.Id, 0);
        discord.Say(discord.Ana, discord.General, "sense");

        Assert.Equal("sense", Assert.Single(await bot.ReadAsync(1)).Text);
        Assert.Equal(1, discord.Gateway.Identifies);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_so_that_it_is_read_back_and_the_rest_keeps_its_order()
    {
        var gate = new TaskCompletionSource();
        var handled = new List<int>();
        var queues = new OrderedQueues<int>(
            async (item, _) =>
            {
                await gate.Task;
                lock (handled)
                    handled.Add(item);
            },
            capacity: 3,
            sideBySide: 2,
            CancellationToken.None);

        var taken = Enumerable.Range(0, 5).Select(i => queues.TryPut(7, i)).ToList();
        gate.SetResult();
        await GatewayTests.EventuallyAsync(() => queues.Waiting == 0);

        Assert.Equal([true, true, true, false, false], taken);
        Assert.Equal([0, 1, 2], handled);
        Assert.True(queues.TryPut(7, 5));
    }

    [Fact]
    public async Task A_slow_handler_holds_up_its_own_channel_only_and_never_heartbeats_or_answers()
    {
        await using var discord = await DiscordDouble.StartAsync();
        discord.Gateway.HeartbeatInterval = 250;
        var gate = new TaskCompletionSource();
        await using var bot = await DiscordBot.StartAsync(discord, onRead: async m =>
        {
            if (m.Text == "0")
                await gate.Task;
            return true;
        });

        var beats = discord.Gateway.Heartbeats;
        for (var i = 0; i < 10_000; i++)
            discord.Say(discord.Ana, discord.General, $"{i}");
        discord.Say(discord.Ana, discord.Moderators, "elsewhere");
        await GatewayTests.EventuallyAsync(() => bot.Read.Any(m => m.Text == "elsewhere"));
        await discord.Gateway.UntilAsync(g => g.Heartbeats > beats + 20, "twenty beats more came");
        await discord.Interactions.Use(discord.Ana, discord.General, "help").Shown;

        Assert.Equal(2, bot.Read.Count);
        gate.SetResult();
        var read = await bot.ReadAsync(10_001);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"{i}"), read.Where(m => m.Text != "elsewhere").Select(m => m.Text));
        Assert.Equal(0, discord.Gateway.Resumes);
    }
}
