namespace GuidanceBot.Playground.Platform;

/// <summary>How much fits: as much as the roomiest platform takes.</summary>
internal static class Limits
{
    public const int Text = 40_000;
    public const int FileName = 255;
    public const int Files = 10;

    /// <summary>What a page may send at once. Escaped in JSON, a text may take six bytes a character.</summary>
    public const int HubMessageBytes = 8 * Text;
}
