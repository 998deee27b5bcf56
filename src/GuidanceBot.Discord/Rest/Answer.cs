using System.Net;
using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Reading;

namespace GuidanceBot.Discord.Rest;

/// <summary>What Discord said. Status 0: it said nothing, or we did not ask.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body)
{
    // The person takes no direct messages from us: by their privacy settings, or since we share no guild (any more).
    private const int TakesNoDirectMessages = 50007;
    private const int SharesNoGuild = 50278;

    public static Answer Nothing { get; } = new(0, default);

    public bool Ok => (int)Status is >= 200 and < 300;

    /// <summary>Discord's own error code; 0 where it gave none.</summary>
    public int Code => Body.Number("code") ?? 0;

    public Outcome Outcome => Status switch
    {
        _ when Ok => Outcome.Done,
        _ when Code is TakesNoDirectMessages or SharesNoGuild => Outcome.Unreachable,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Outcome.NotPermitted,
        HttpStatusCode.NotFound => Outcome.Gone,
        _ => Outcome.Failed,
    };
}
