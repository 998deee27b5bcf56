using System.Text.RegularExpressions;
using GuidanceBot.Slack.Manifest;

namespace GuidanceBot.Slack.Cards;

/// <summary>Commands in the bot's own words. The core writes <c>/flags</c>; here they all come after the app's one command.</summary>
internal static partial class CommandMentions
{
    /// <summary>The text as one would type it here. Slack's own <c>/invite</c> stays.</summary>
    public static string In(string text) => text.Contains('/') ? Mention().Replace(text, $"{SlackManifest.Command} ") : text;

    // Linear: each slash is looked at once, and one word after it.
    [GeneratedRegex(@"(?<=^|[\s(“])/(?=[a-z]{2,20}(?:[\s.,;:!?)”]|$))(?!guidance\b|invite\b)")]
    private static partial Regex Mention();
}
