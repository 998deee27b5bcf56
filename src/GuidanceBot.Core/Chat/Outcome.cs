namespace GuidanceBot.Chat;

/// <summary>How an act on a platform went. A refusal is a normal answer, not a surprise.</summary>
public enum Outcome
{
    /// <summary>It is done, or was done already.</summary>
    Done,

    /// <summary>The person does not take direct messages from the bot.</summary>
    Unreachable,

    /// <summary>The bot lacks the right.</summary>
    NotPermitted,

    /// <summary>The message, channel or member is no longer there.</summary>
    Gone,

    /// <summary>The platform cannot do this at all.</summary>
    Unsupported,

    /// <summary>The platform did not answer, or answered with a fault of its own. Worth trying again.</summary>
    Failed,
}

/// <summary>How a post went, and where it stands when it was posted.</summary>
public sealed record Posted(Outcome Outcome, MessageAddress? Message = null)
{
    /// <summary>A post that stands.</summary>
    public static Posted At(MessageAddress message) => new(Outcome.Done, message);
}

/// <summary>What reading a message live gave. The message is there only when the outcome is <see cref="Outcome.Done"/>.</summary>
public sealed record Found(Outcome Outcome, ChatMessage? Message = null);
