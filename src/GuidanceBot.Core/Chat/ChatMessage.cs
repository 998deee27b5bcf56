using GuidanceBot.Screening;

namespace GuidanceBot.Chat;

/// <summary>A message somebody wrote, or one revision of it. The text lives in memory only.</summary>
public sealed record ChatMessage
{
    /// <summary>Where it stands.</summary>
    public required MessageAddress Address { get; init; }

    /// <summary>Who wrote it.</summary>
    public required MemberId Author { get; init; }

    /// <summary>The text as the author wrote it, in the platform's own markup.</summary>
    public required string Text { get; init; }

    /// <summary>Files by name and type.</summary>
    public IReadOnlyList<AttachmentInfo> Attachments { get; init; } = [];

    /// <summary>When it was first sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The platform's edit stamp; null for the first revision. A link preview is no edit: adapters leave the stamp alone.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>For a message in a thread that is a channel of its own: the channel it hangs under, which decides whether it is screened.</summary>
    public ChannelAddress? Parent { get; init; }

    /// <summary>Whether it was written to the bot alone. Never screened.</summary>
    public bool IsDirect { get; init; }

    /// <summary>The channel whose setting decides whether the message is screened.</summary>
    public ChannelAddress Watched => Parent ?? Address.Channel;
}
