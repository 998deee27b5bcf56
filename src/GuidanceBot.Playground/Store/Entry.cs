using GuidanceBot.Chat;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Screening;

namespace GuidanceBot.Playground.Store;

/// <summary>One message as the playground shows it: a member's text or the bot's card. Public only because components and their parameters must be.</summary>
public sealed record Entry
{
    /// <summary>Its place in the order of everything written here.</summary>
    public required long Place { get; init; }

    /// <summary>The message's id.</summary>
    public required string Id { get; init; }

    /// <summary>The channel it stands in.</summary>
    public required string Channel { get; init; }

    /// <summary>Who wrote it: a person's id, or the bot's.</summary>
    public required string Author { get; init; }

    /// <summary>What a member wrote; empty for cards.</summary>
    public string Text { get; init; } = "";

    /// <summary>Files by name.</summary>
    public IReadOnlyList<AttachmentInfo> Attachments { get; init; } = [];

    /// <summary>What the bot shows; null for members' messages.</summary>
    public Card? Card { get; init; }

    /// <summary>For a public answer: who asked with which command, as in "Ana Ferreira used /takeaway".</summary>
    public string? Asked { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it was last changed; null for a first revision.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Whether it was deleted, and still has to be handed in as such.</summary>
    public bool Deleted { get; init; }

    /// <summary>Whether only one person sees it, and it is kept in memory alone.</summary>
    public bool Private { get; init; }

    internal bool ByBot => Author == Cast.Bot;

    internal MessageAddress Address => new(Cast.Channel(Channel), Id);

    internal ChatMessage ToMessage() => new()
    {
        Address = Address,
        Author = new MemberId(Cast.Community.Platform, Cast.Community.Community, Author),
        Text = Text,
        Attachments = Attachments,
        SentAt = SentAt,
        EditedAt = EditedAt,
        IsDirect = Cast.DirectPartner(Channel) is not null,
    };
}
