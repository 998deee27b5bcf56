using GuidanceBot.Chat;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Store;

namespace GuidanceBot.Playground;

/// <summary>The cards that the bot posted on the playground, to be looked at as other platforms would show them.</summary>
public sealed class PostedCards
{
    private readonly Messages _messages;

    internal PostedCards(Messages messages) => _messages = messages;

    /// <summary>The channel of a preview.</summary>
    public static ChannelAddress Channel => Cast.Channel("general");

    /// <summary>A member with no rights beyond everyone's.</summary>
    public static MemberId Member => Cast.People.First(p => p.Roles.Count == 0).Member;

    /// <summary>An admin.</summary>
    public static MemberId Admin => Cast.People.First(p => p.Manages).Member;

    /// <summary>The cards that stand in channels, newest first.</summary>
    public IReadOnlyList<PostedCard> Newest(int count) =>
        [.. _messages.NewestCards(count).Where(e => e.Card is not null).Select(e => new PostedCard(e.Id, e.Channel, e.Card!))]; // those without were left out

    /// <summary>The card of a message; null where there is none.</summary>
    public Card? Find(string message) => _messages.Find(message)?.Card;
}

/// <summary>A card with the message it stands in.</summary>
public sealed record PostedCard(string Message, string Channel, Card Card);
