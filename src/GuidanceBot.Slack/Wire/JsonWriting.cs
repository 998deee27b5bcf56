using System.Text.Encodings.Web;
using System.Text.Json;

namespace GuidanceBot.Slack.Wire;

/// <summary>How JSON is written to Slack.</summary>
internal static class JsonWriting
{
    /// <summary>Letters beyond ASCII as they are: shorter, and what limits count.</summary>
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
