using GuidanceBot.Discord.Gateway;
using GuidanceBot.Testing.Discord;
using Xunit;

namespace GuidanceBot.Discord.Tests;

public sealed class GatewayTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_reaches_the_core(bool compressed)
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, o => o with { Compress = compressed });

        discord.Say(discord.Ana, discord.General, "Good morning from the ward 🏥");

        var message = Assert.Single(await bot.ReadAsync(1));
        Assert.Equal("Good morning from the ward 🏥", message.Text);
        Assert.Equal(discord.Ana.Id, message.Author.Member);
        Assert.Equal(new Chat.ChannelAddress("discord", discord.Guild.Id, discord.General.Id), message.Address.Channel);
    }

    [Fact]
    public async Task A_broken_connection_is_resumed_and_what_was_said_meanwhile_arrives_once_and_in_order()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        discord.Say(discord.Ana, discord.General, "0");
        await bot.ReadAsync(1);

        discord.Gateway.Current.KillMidFrame();
        for (var i = 1; i <= 500; i++)
            discord.Say(discord.Ana, discord.General, $"{i}");

        var read = await bot.ReadAsync(501);
        Assert.Equal(Enumerable.Range(0, 501).Select(i => $"{i}"), read.Select(m => m.Text));
        Assert.Equal(1, discord.Gateway.Identifies);
        Assert.True(discord.Gateway.Resumes >= 1);
    }

    [Fact]
    public async Task A_half_open_connection_is_noticed_by_its_silence_and_resumed()
    {
        await using var discord = await DiscordDouble.StartAsync();
        discord.Gateway.HeartbeatInterval = 300;
        await using var bot = await DiscordBot.StartAsync(discord);

        discord.Gateway.Current.HalfOpen = true;
        discord.Say(discord.Ana, discord.General, "Does anybody hear me?");

        Assert.Equal("Does anybody hear me?", Assert.Single(await bot.ReadAsync(1)).Text);
        Assert.Equal(1, discord.Gateway.Resumes);
    }

    [Fact]
    public async Task A_beat_that_is_not_acknowledged_ends_the_connection_with_a_code_that_keeps_the_session()
    {
        await using var discord = await DiscordDouble.StartAsync();
        discord.Gateway.HeartbeatInterval = 200;
        await using var bot = await DiscordBot.StartAsync(discord);

        var first = discord.Gateway.Current;
        first.Deaf = true;

        await discord.Gateway.UntilAsync(g => g.Resumes == 1, "the session was resumed");
        Assert.False(first.ClosedByClientWith is 1000 or 1001);
    }

    [Fact]
    public async Task A_request_to_reconnect_is_followed_without_losing_anything()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);

        discord.Gateway.AskToReconnect();
        discord.Say(discord.Ana, discord.General, "still here");

        Assert.Equal("still here", Assert.Single(await bot.ReadAsync(1)).Text);
        await discord.Gateway.UntilAsync(g => g.Resumes == 1, "the session was resumed");
    }

    [Fact]
    public async Task An_invalid_session_begins_anew()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, clock: new HurriedClock(20));

        discord.Gateway.Invalidate(resumable: false);
        await discord.Gateway.UntilAsync(g => g.Identifies == 2, "the bot identified again");
        discord.Say(discord.Ana, discord.General, "hello again");

        Assert.Equal("hello again", Assert.Single(await bot.ReadAsync(1)).Text);
    }

    [Fact]
    public async Task A_session_that_cannot_be_resumed_after_a_long_outage_begins_anew()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, clock: new HurriedClock(20));

        var old = discord.Gateway.Current;
        discord.Gateway.ForgetAll();
        old.Kill();

        await discord.Gateway.UntilAsync(g => g.Identifies == 2, "the bot identified again");
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4007)]
    [InlineData(4008)]
    [InlineData(4009)]
    public async Task A_close_that_can_be_mended_is_recovered_from(int code)
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, clock: new HurriedClock(20));

        discord.Gateway.Current.Close(code);
        await discord.Gateway.UntilAsync(g => g.Identifies + g.Resumes >= 2, "the bot was back");
        discord.Say(discord.Ana, discord.General, "back");

        Assert.Equal("back", (await bot.ReadAsync(1)).Last().Text);
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "Update the bot")]
    [InlineData(4013, "Update the bot")]
    [InlineData(4014, "developer portal")]
    public async Task A_close_that_only_a_person_can_mend_stops_with_a_sentence(int code, string mend)
    {
        await using var discord = await DiscordDouble.StartAsync();
        discord.Gateway.RefuseIdentifyWith = code;
        await using var bot = await DiscordBot.StartAsync(discord, waitUntilReady: false);

        await EventuallyAsync(() => bot.Log.Lines.Any(l => l.StartsWith("Critical", StringComparison.Ordinal)));

        Assert.Contains(bot.Log.Lines, l => l.StartsWith("Critical", StringComparison.Ordinal) && l.Contains(mend, StringComparison.Ordinal));
        Assert.Equal(0, discord.Gateway.Identifies);
    }

    [Fact]
    public async Task Without_screening_no_right_to_read_messages_is_asked_for()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, o => o with { Screening = false });

        var identify = discord.Gateway.Connections[0].Heard.First(h => h.Contains("intents", StringComparison.Ordinal));

        Assert.Contains("\"intents\":1,", identify, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_message_content_is_switched_off_the_bot_says_so_and_still_answers()
    {
        await using var discord = await DiscordDouble.StartAsync();
        discord.World.ApplicationFlags = 0;
        await using var bot = await DiscordBot.StartAsync(discord);

        Assert.Contains(bot.Log.Lines, l => l.Contains("Switch on Message Content", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_shards_share_the_communities_and_every_message_arrives_once()
    {
        await using var discord = await DiscordDouble.StartAsync();
        var guilds = Enumerable.Range(1, 9).Select(i => discord.World.AddGuild($"Guild {i}", $"{(200_000_000_000L + i) << 22}")).ToList();
        var channels = guilds.Select(g => discord.World.AddChannel(g, "general")).ToList();
        await using var bot = await DiscordBot.StartAsync(discord, o => o with { Shards = 3 });
        await discord.Gateway.UntilAsync(g => g.Identifies == 3, "three shards identified");

        foreach (var channel in channels)
            discord.Say(discord.Ana, channel, channel.Id);

        var read = await bot.ReadAsync(9);
        Assert.Equal(channels.Select(c => c.Id).Order(), read.Select(m => m.Text).Order());
        Assert.Equal([(0, 3), (1, 3), (2, 3)], discord.Gateway.Shards.Order());
    }

    [Fact]
    public async Task An_orderly_stop_says_goodbye_so_that_the_bot_is_seen_to_leave_at_once()
    {
        await using var discord = await DiscordDouble.StartAsync();
        var bot = await DiscordBot.StartAsync(discord);
        var connection = discord.Gateway.Current;

        await bot.DisposeAsync();

        await discord.Gateway.UntilAsync(_ => connection.ClosedByClientWith is not null, "the bot said goodbye");
        Assert.Equal(1000, connection.ClosedByClientWith);
    }

    [Fact]
    public async Task Sessions_begin_no_faster_than_Discord_allows()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var gate = new IdentifyGate(clock);
        gate.Learn(atOnce: 2, left: 1000, TimeSpan.FromHours(1));

        var first = gate.EnterAsync(0, CancellationToken.None);
        var second = gate.EnterAsync(1, CancellationToken.None);
        var third = gate.EnterAsync(2, CancellationToken.None);

        Assert.True(first.IsCompleted && second.IsCompleted);
        Assert.False(third.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(5));
        await third;
    }

    [Fact]
    public void Waits_grow_up_to_a_minute_and_differ_by_chance()
    {
        Assert.True(Backoff.Wait(0, 1) < TimeSpan.FromSeconds(1));
        Assert.True(Backoff.Wait(3, 0) > Backoff.Wait(1, 1));
        Assert.InRange(Backoff.Wait(50, 1), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
        Assert.NotEqual(Backoff.Wait(5, 0), Backoff.Wait(5, 1));
    }

    internal static async Task EventuallyAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 600 && !isSo(); i++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
    }
}
