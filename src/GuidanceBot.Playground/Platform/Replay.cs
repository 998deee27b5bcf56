using GuidanceBot.Playground.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Playground.Platform;

/// <summary>Posts a file of messages as the first member at start, in order, each once: a message's id is its record's.</summary>
internal sealed partial class Replay(string file, Messages messages, TimeProvider clock, ILogger<Replay> logger) : BackgroundService
{
    private const string Channel = "general";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the start does not wait for it
        int line = 0, posted = 0, known = 0;
        try
        {
            await foreach (var text in File.ReadLinesAsync(file, stoppingToken))
            {
                line++;
                if (string.IsNullOrWhiteSpace(text))
                    continue;
                if (ReplayRecord.Read(text) is not { } record)
                    Log.BadLine(logger, line);
                else if (messages.Say(Channel, Cast.People[0].Id, record.Text, record.Attachments ?? [], clock.GetUtcNow(), record.Id) is null)
                    known++;
                else if (++posted % 100 == 0)
                    Log.Progress(logger, posted);
            }

            Log.Finished(logger, posted, known);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            Log.Unreadable(logger, file, failure.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Replayed {Posted} messages so far.")]
        public static partial void Progress(ILogger logger, int posted);

        [LoggerMessage(2, LogLevel.Information, "Replay finished: {Posted} messages posted, {Known} were there already.")]
        public static partial void Finished(ILogger logger, int posted, int known);

        [LoggerMessage(3, LogLevel.Warning, "Replay line {Line} was left out: it takes an object with an \"id\" of at most 100 characters and a \"text\" of at most 40,000.")]
        public static partial void BadLine(ILogger logger, int line);

        [LoggerMessage(4, LogLevel.Error, "Replaying {File} stopped: {Problem} At the next start it goes on from there.")]
        public static partial void Unreadable(ILogger logger, string file, string problem);
    }
}
