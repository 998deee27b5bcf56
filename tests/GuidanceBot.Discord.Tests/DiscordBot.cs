using System.Collections.Concurrent;
using GuidanceBot.Chat;
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

    private DiscordBot(TestBot core, DiscordDouble discord) => (_core, _discord) = (core, discord);

    /// <summary>Messages as the core got them, in the order in which each channel's were handled.</summary>
    public ConcurrentQueue<ChatMessage> Read { get; private init; } = new();

    public ConcurrentQueue<MessageAddress> Forgotten { get; private init; } = new();

    public LogBook Log => _core.Log;

    public DiscordRest Rest => _core.Services.GetRequiredService<DiscordRest>();

    public DiscordPlatform Platform => _core.Services.GetRequiredService<DiscordPlatform>();

    public IServiceProvider Services => _core.Services;

    public static async Task<DiscordBot> StartAsync(
        DiscordDouble discord, Func<DiscordOptions, DiscordOptions>? options = null, TimeProvider? clock = null, Action<IServiceCollection>? change = null, Func<ChatMessage, Task<bool>>? onRead = null, bool waitUntilReady = true)
    {
        var read = new ConcurrentQueue<ChatMessage>();
        var forgotten = new ConcurrentQueue<MessageAddress>();
        var set = new DiscordOptions { Token = DiscordDouble.Token, ApiBase = discord.ApiBase };
        var core = await TestBot.StartAsync(change: services =>
        {
            services.AddSingleton<TimeProvider>(clock ?? TimeProvider.System);
            services.AddDiscord(options?.Invoke(set) ?? set);
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
            change?.Invoke(services);
        });
        var bot = new DiscordBot(core, discord) { Read = read, Forgotten = forgotten };
        foreach (var service in bot.Workers)
            await service.StartAsync(CancellationToken.None);
        if (waitUntilReady)
            await discord.Gateway.UntilAsync(g => g.Identifies > 0, "the bot identified");
        return bot;
    }

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
        _ = _discord;
    }

    private IEnumerable<IHostedService> Workers => _core.Services.GetServices<IHostedService>().OfType<DiscordWorker>();
}
