namespace GuidanceBot.Discord.Gateway;

/// <summary>What to do after a connection ended.</summary>
internal abstract record Next
{
    /// <summary>Connect and go on where we were.</summary>
    public sealed record Resume : Next;

    /// <summary>Connect and begin a new session.</summary>
    public sealed record Identify : Next;

    /// <summary>Stop for good: the sentence says what a person must change.</summary>
    public sealed record Stop(string Sentence) : Next;
}

/// <summary>Reads a close code.</summary>
internal static class CloseCodes
{
    /// <summary>What to do when the token is refused, wherever.</summary>
    public const string TokenRefused = "Discord does not accept the token. Copy it anew from the developer portal (Bot, Reset Token) into Discord:Token.";

    public static Next After(int? code) => code switch
    {
        4004 => new Next.Stop(TokenRefused),
        4010 => new Next.Stop("Discord refused the shard number. Remove Discord:Shards so that Discord's own recommendation is used."),
        4011 => new Next.Stop("The bot is in too many communities for so few connections. Remove Discord:Shards, or set it higher."),
        4012 => new Next.Stop("Discord no longer speaks this version of its protocol. Update the bot."),
        4013 => new Next.Stop("Discord does not know the intents this version asks for. Update the bot."),
        4014 => new Next.Stop("Discord refused the Message Content intent. Switch it on in the developer portal (Bot, Privileged Gateway Intents), or set Screening:Enabled to false."),
        // The session is not there (any more), or its number is wrong: a resume would be refused again. 1000 and 1001 end it too.
        1000 or 1001 or 4003 or 4007 or 4009 => new Next.Identify(),
        _ => new Next.Resume(),
    };
}
