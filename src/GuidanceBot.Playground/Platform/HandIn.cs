using GuidanceBot.Chat;
using GuidanceBot.Playground.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Playground.Platform;

/// <summary>Hands what members did to the bot: each channel in its own order, after it was saved and shown. What a crash kept from being handed in goes first at the next start.</summary>
internal sealed partial class HandIn(Messages messages, Changes changes, Inbox inbox, TimeProvider clock, ILogger<HandIn> logger) : BackgroundService
{
    private const int Tries = 4;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Cast.AllChannels.Select(channel => Task.Run(() => RunAsync(channel, stoppingToken), stoppingToken)));

    private async Task RunAsync(string channel, CancellationToken cancellationToken)
    {
        using var rung = new SemaphoreSlim(1);
        void Ring(string changed)
        {
            if (changed == channel && rung.CurrentCount == 0)
                rung.Release();
        }

        changes.Happened += Ring;
        try
        {
            while (true)
            {
                await rung.WaitAsync(cancellationToken);
                await HandAllAsync(channel, rung, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops; what is left is handed in at its next start.
        }
        finally
        {
            changes.Happened -= Ring;
        }
    }

    private async Task HandAllAsync(string channel, SemaphoreSlim rung, CancellationToken cancellationToken)
    {
        try
        {
            while (messages.NextToHandIn(channel) is { } next)
            {
                await HandAsync(next.Entry, cancellationToken);
                messages.HandedIn(next.Turn);
            }
        }
        catch (SqliteException failure)
        {
            // A full disk, say. Handing in twice is harmless, so it starts again from what is still written down.
            Log.Waits(logger, channel, failure.SqliteErrorCode);
            await Task.Delay(BetweenTries, clock, cancellationToken);
            if (rung.CurrentCount == 0)
                rung.Release();
        }
    }

    private async Task HandAsync(Entry entry, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            var taken = entry.Deleted
                ? await inbox.ForgetAsync(entry.Address, cancellationToken)
                : await inbox.ReadAsync(entry.ToMessage(), cancellationToken);
            if (taken)
                return;

            if (tried == Tries)
            {
                // One message must not hold up its channel for ever; the core reads back what it missed at its next start.
                Log.GaveUp(logger, entry.Id, entry.Channel, Tries);
                return;
            }

            await Task.Delay(BetweenTries * tried, clock, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Message {Message} in {Channel} could not be handed in after {Tries} tries.")]
        public static partial void GaveUp(ILogger logger, string message, string channel, int tries);

        [LoggerMessage(2, LogLevel.Warning, "Handing in from {Channel} waits: the playground's database does not answer (SQLite error {Code}).")]
        public static partial void Waits(ILogger logger, string channel, int code);
    }
}
