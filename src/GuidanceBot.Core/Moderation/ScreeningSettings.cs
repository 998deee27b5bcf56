namespace GuidanceBot.Moderation;

/// <summary>Whether messages are read at all. Off, the bot answers and posts tips, and platforms are asked for no right to read.</summary>
public sealed record ScreeningSettings(bool Enabled);
