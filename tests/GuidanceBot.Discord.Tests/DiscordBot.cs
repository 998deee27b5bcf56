using System.Collections.Concurrent;
using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Discord.Messages;
using GuidanceBot.Discord.Rest;
using GuidanceBot.Testing;
using GuidanceBot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuidanceBot.Discord.Tests;

/// <summary>The adapter on the real core, with the double as Discord. What it hands in is kept for a test to look at.</summary>
internal sealed class DiscordBot : IAsyncDisposable
{
    private readonly TestBot _core;
    private readonly DiscordDouble _discord;
    private readonly bool _wholeCore;

    private DiscordBot(TestBot core, DiscordDouble discord, bool wholeCore) => (_core, _discord, _wholeCore) = (core, discord, wholeCore);

    /// <summary>Messages as the core got them, in the order in which each channel's were handled.</summary>
    public ConcurrentQueue<ChatMessage> Read { get; private init; } = new();

    public ConcurrentQueue<MessageAddress> Forgotten { get; private init; } = new();

    public LogBook Log => _core.Log;

    public DiscordRest Rest => _core.Services.GetRequiredService<DiscordRest>();

    public DiscordPlatform Platform => _core.Services.GetRequiredService<DiscordPlatform>();

    public IServiceProvider Services => _core.Services;

    public static async Task<DiscordBot> StartAsync(
        DiscordDouble discord, Func<DiscordOptions, DiscordOptions>? options = null, TimeProvider? clock = null, Action<IServiceCollection>? change = null, Func<ChatMessage, Task<bool>>? onRead = null, bool waitUntilReady = true, bool wholeCore = false, string? folder = null)
    {
        var read = new ConcurrentQueue<ChatMessage>();
        var forgotten = new ConcurrentQueue<MessageAddress>();
        var set = new DiscordOptions { Token = DiscordDouble.Token, ApiBase = discord.ApiBase };
        var core = await TestBot.StartAsync(folder: folder, change: services =>
        {
            services.AddSingleton<TimeProvider>(clock ?? TimeProvider.System);
            services.AddDiscord(options?.Invoke(set) ?? set);
            change?.Invoke(services);
            if (wholeCore)
                return;
            services.AddSingleton(new MessageDoor(
                async (message, _) =>
                {
                    read.Enqueue(message);
                    return onRead is null || await onRead(message);
                },
                (address, _) =>
                {
                    forgotten.Enqueue(address);
                    return Task.FromResult(true);
                }));
        });
        var bot = new DiscordBot(core, discord, wholeCore) { Read = read, Forgotten = forgotten };
        if (wholeCore)
            await bot.SetUpAsync();
        foreach (var service in bot.Workers)
            await service.StartAsync(CancellationToken.None);
        if (waitUntilReady)
            await discord.Gateway.UntilAsync(g => g.Identifies > 0, "the bot identified");
        return bot;
    }

    /// <summary>What screening sees.</summary>
    public ScriptedScreen Screen => _core.Screen;

    /// <summary>Screens the channel "general" of the double's guild, and shows flags in "moderators".</summary>
    public Task SetUpAsync() => _core.Communities.SaveAsync(
        new CommunitySettings
        {
            Address = new CommunityAddress(DiscordNames.Platform, _discord.Guild.Id),
            SetUpAt = Some.Start,
            Watched = new Dictionary<string, ChannelMode> { [_discord.General.Id] = ChannelMode.General },
            ModeratorsChannel = _discord.Moderators.Id,
        },
        CancellationToken.None);

    public bool IsSetUp() =>
        _core.Communities.OfAsync(new CommunityAddress(DiscordNames.Platform, _discord.Guild.Id), CancellationToken.None).AsTask().GetAwaiter().GetResult().SetUpAt is not null;

    /// <summary>Waits until the core got this many messages.</summary>
    public async Task<IReadOnlyList<ChatMessage>> ReadAsync(int count)
    {
        for (var i = 0; i < 600 && Read.Count < count; i++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        return [.. Read];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Workers)
            await service.StopAsync(CancellationToken.None);
        await _core.DisposeAsync();
    }

    private IEnumerable<IHostedService> Workers => _core.Services.GetServices<IHostedService>().Where(s => _wholeCore || s is DiscordWorker);
}
