using System.Text.Json;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Stories;

/// <summary>Real messages go through the playground as a member would write them.</summary>
public sealed class ReplayTests
{
    [SharedFact]
    public async Task Each_message_that_screening_flags_has_exactly_one_flag_and_no_other_has()
    {
        using var data = new TempFolder();
        var messages = Shared.Path("data/clinician_risk_dev.jsonl");
        var screened = await BotProcess.RunAsync(["screen", messages]);
        var flagged = screened.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(message => message.GetProperty("flagged").GetBoolean())
            .Select(message => message.GetProperty("id").GetString()!)
            .Order(StringComparer.Ordinal)
            .ToList();

        await using var bot = await BotProcess.ServeAsync(data.Path, new Dictionary<string, string> { ["Playground__Replay"] = messages });
        await Store.UntilAsync("everything was replayed and handed in", () =>
            bot.Log.Contains("Replay finished") && Store.Count(data.Chat(), "SELECT count(*) FROM to_hand_in") == 0);

        Assert.NotEmpty(flagged);
        Assert.Equal(flagged, Store.Column(data.Bot(), "SELECT Message FROM Flags ORDER BY Message"));
    }
}
