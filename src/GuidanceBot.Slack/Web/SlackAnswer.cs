using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Web;

/// <summary>What a call of the Web API gave.</summary>
/// <param name="Error">Slack's error; ours where no answer could be read; empty where all went well.</param>
/// <param name="Body">The answer; undefined where there is none.</param>
internal sealed record SlackAnswer(string Error, JsonElement Body = default)
{
    /// <summary>The call may or may not have had its effect: no answer in time, or none that can be read.</summary>
    public const string Astray = "no_readable_answer";

    /// <summary>Whether it went well.</summary>
    public bool Ok => Error.Length == 0;

    /// <summary>How long Slack asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The scopes the token has; null where Slack did not say.</summary>
    public IReadOnlySet<string>? Scopes { get; init; }

    /// <summary>The scope that was missing.</summary>
    public string Needed => Body.Text("needed");

    /// <summary>Where the next page starts; empty at the last.</summary>
    public string NextCursor => Body.Text("response_metadata", "next_cursor");

    /// <summary>What the answer means to the core.</summary>
    public Outcome Outcome => SlackErrors.Meaning(Error);
}
