using GuidanceBot.Chat;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Screening;

namespace GuidanceBot.Playground.Store;

/// <summary>One message as the playground shows it: a member's text or the bot's card.</summary>
internal sealed record Entry
{
    /// <summary>Its place in the order of everything written here.</summary>
    public required long Place { get; init; }
    public required string Id { get; init; }
    public required string Channel { get; init; }
    public required string Author { get; init; }
    public string Text { get; init; } = "";
    public IReadOnlyList<AttachmentInfo> Attachments { get; init; } = [];
    public Card? Card { get; init; }

    /// <summary>For a public answer: who asked with which command, as in "Ana Ferreira used /takeaway".</summary>
    public string? Asked { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public bool Deleted { get; init; }

    /// <summary>Whether only one person sees it and it is kept in memory alone.</summary>
    public bool Private { get; init; }

    public bool ByBot => Author == Cast.Bot;

    public MessageAddress Address => new(Cast.Channel(Channel), Id);

    public ChatMessage ToMessage() => new()
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
