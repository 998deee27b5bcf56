using GuidanceBot.Chat;
using GuidanceBot.Screening;

namespace GuidanceBot.Testing;

/// <summary>Builders with sensible defaults, so that a test shows only what matters to it.</summary>
public static class Some
{
    private static int _messages = 1000;

    public static CommunityAddress Community { get; } = new("fake", "clinic");

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static MemberId Ana { get; } = Member("ana");

    public static MemberId Ben { get; } = Member("ben");

    public static MemberId Moderator { get; } = Member("mo");

    public static MemberId OtherModerator { get; } = Member("max");

    public static MemberId Admin { get; } = Member("ada");

    public static MemberId Member(string id) => new(Community.Platform, Community.Community, id);

    public static ChannelAddress Channel(string id = "general") => new(Community.Platform, Community.Community, id);

    /// <summary>A message with an id of its own, later ones with greater ids.</summary>
    public static ChatMessage Message(string text = "Good morning all", string channel = "general", MemberId? author = null, string? id = null, DateTimeOffset? sentAt = null) => new()
    {
        Address = new MessageAddress(Channel(channel), id ?? $"{Interlocked.Increment(ref _messages)}"),
        Author = author ?? Ana,
        Text = text,
        SentAt = sentAt ?? Start,
    };

    /// <summary>The same message, edited.</summary>
    public static ChatMessage Edited(this ChatMessage message, string text, int minutesLater = 1) =>
        message with { Text = text, EditedAt = (message.EditedAt ?? message.SentAt).AddMinutes(minutesLater) };

    public static Finding Finding(
        FindingCategory category = FindingCategory.PatientIdentifier,
        Severity severity = Severity.High,
        TextSpan? span = null,
        string? rule = null,
        string? type = null,
        double score = 0.9) =>
        new(category, category is FindingCategory.PatientIdentifier ? IdentifierKind.Id : null, type, severity, score, span, rule ?? $"test.{category.Name()}", "A rule of the tests spoke.", category.Takeaways());
}
