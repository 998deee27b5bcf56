using GuidanceBot.Chat;
using GuidanceBot.Guidance;

namespace GuidanceBot.Moderation;

/// <summary>A flag with all that its cards show beside the row.</summary>
internal sealed record FlagView(Flag Flag, string ChannelName, Uri? Link, Takeaway? Takeaway, PlatformAbilities Abilities)
{
    public IReadOnlyList<FlagFinding> Findings { get; } = FlagFinding.Read(Flag.Findings);

    /// <summary>The moderator who works on it, or decided it, by the name they bear now; empty where nobody did or it was blanked.</summary>
    public string Moderator { get; init; } = "";

    /// <summary>What author and reporters sent, masked.</summary>
    public IReadOnlyList<(string From, string Words)> Overheard { get; init; } = [];
}
