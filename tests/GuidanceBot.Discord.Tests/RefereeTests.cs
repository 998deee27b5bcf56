using System.Text.Json.Nodes;
using GuidanceBot.Testing;
using GuidanceBot.Testing.Discord;
using Xunit;

namespace GuidanceBot.Discord.Tests;

/// <summary>Unmodified discord.js against our double: if it is not content, the double proves nothing.</summary>
public sealed class RefereeTests
{
    [PeerFact("discord", "discord.js")]
    public async Task The_official_library_for_Discord_takes_the_double_for_Discord()
    {
        await using var discord = await DiscordDouble.StartAsync();
        discord.IsStrict = false;
        await using var referee = Start(discord, DiscordDouble.Token);

        var ready = await SawAsync(referee, "ready");
        Assert.Equal("Ward 7 and friends", (string?)ready["guild"]);
        Assert.Equal(2, (int)ready["channels"]!);

        var message = discord.Say(discord.Ana, discord.General, "answer me");
        Assert.Equal("answer me", (string?)(await SawAsync(referee, "message"))["content"]);
        var posted = await SawAsync(referee, "posted");
        Assert.True((bool)posted["once"]!);
        Assert.Equal("here, edited", (string?)posted["content"]);
        discord.Edit(discord.General, message, "answer me, please");
        Assert.Equal("answer me, please", (string?)(await SawAsync(referee, "edit"))["content"]);

        discord.Interactions.Type(discord.Ana, discord.General, "ping", "word", "he");
        Assert.Equal("he", (string?)(await SawAsync(referee, "typing"))["typed"]);
        var ping = discord.Interactions.Use(discord.Ana, discord.General, "ping", ("word", "hey"));
        Assert.False((bool)(await SawAsync(referee, "command"))["admin"]!);
        Assert.Equal("pong hey", (string?)ping.Original!["content"]);
        Assert.True(ping.IsPrivate);
        Assert.Single(ping.FollowUps);

        var form = discord.Interactions.Use(discord.Ana, discord.General, "form");
        await SawAsync(referee, "form");
        var submitted = discord.Interactions.Submit(form, ("why", ["because"]));
        Assert.Equal("because", (string?)(await SawAsync(referee, "submitted"))["why"]);
        discord.Interactions.Press(discord.Ana, discord.General, await submitted.Shown, "Press me");
        Assert.Equal("press:1", (string?)(await SawAsync(referee, "pressed"))["id"]);
        discord.Interactions.UseMenu(discord.Ana, discord.General, "Look closer", message);
        Assert.Equal("answer me, please", (string?)(await SawAsync(referee, "menu"))["content"]);

        discord.Delete(discord.General, message);
        await SawAsync(referee, "delete");
        Assert.DoesNotContain(referee.Lines, l => (string?)l["saw"] == "error");
    }

    [PeerFact("discord", "discord.js")]
    public async Task The_official_library_resumes_on_the_double_and_hears_what_it_missed()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var referee = Start(discord, DiscordDouble.Token);
        await SawAsync(referee, "ready");

        discord.Gateway.Current.Kill();
        discord.Say(discord.Ana, discord.General, "while you were away");

        Assert.Equal("while you were away", (string?)(await SawAsync(referee, "message"))["content"]);
        await SawAsync(referee, "resumed");
    }

    [PeerFact("discord", "discord.js")]
    public async Task The_official_library_understands_the_close_codes_of_the_double()
    {
        await using var discord = await DiscordDouble.StartAsync();
        discord.World.ApplicationFlags = 0;
        await using var referee = Start(discord, DiscordDouble.Token);

        var refused = await SawAsync(referee, "refused");

        Assert.Contains("intents", (string?)refused["message"], StringComparison.OrdinalIgnoreCase);
    }

    private static PeerProcess Start(DiscordDouble discord, string token) =>
        new("discord", "node", "referee.mjs", $"{discord.Address}/api", token, discord.General.Id);

    private static Task<JsonNode> SawAsync(PeerProcess referee, string what) => referee.SawAsync(l => (string?)l["saw"] == what, what);
}
