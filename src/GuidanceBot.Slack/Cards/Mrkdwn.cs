using System.Globalization;

namespace GuidanceBot.Slack.Cards;

/// <summary>Text in Slack's own markup.</summary>
internal static class Mrkdwn
{
    /// <summary>Plain text that reads the same: no mention, link or channel can be made of it.</summary>
    public static string Escape(string plain) =>
        plain.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A link with a label.</summary>
    public static string Link(string label, Uri address) =>
        $"<{Escape(address.AbsoluteUri).Replace("|", "%7C", StringComparison.Ordinal)}|{Escape(label)}>";

    /// <summary>A moment in the reader's own zone; in UTC where the app cannot.</summary>
    public static string Moment(DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"<!date^{at.ToUnixTimeSeconds()}^{{date_short_pretty}}, {{time}}|{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC>");
}
