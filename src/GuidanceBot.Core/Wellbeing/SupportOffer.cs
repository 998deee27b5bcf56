using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Moderation;

namespace GuidanceBot.Wellbeing;

/// <summary>Offers support to who wrote a message in distress: in private, once, to them alone. Nothing else comes of it: no flag, no count, no log line. Where they take no direct messages, nothing is said anywhere.</summary>
internal sealed class SupportOffer(Support support, ChatPlatforms platforms, PrivateWords words)
{
    public static readonly ButtonSpec OpenButton = new("support-open", AnswerKind.Replace);

    public Task OfferAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        // The button carries where the message stands, so that nothing has to be kept until it is pressed.
        var id = $"{OpenButton.Prefix}:{message.Address.Channel.Community}:{message.Watched.Channel}";
        var card = new Card
        {
            Title = PrivateWords.Preview,
            Preview = PrivateWords.Preview,
            Blocks = [new TextBlock("It is for you alone, and I told nobody.")],
        }.With(new CardButton(id.Length <= 100 ? id : OpenButton.Prefix + ":", "Open", ButtonStyle.Primary));
        return words.SayOnceAsync("support", message, card, cancellationToken);
    }

    public async Task<Reply> OpenAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.ButtonId.Split(':', 3) is not [_, var community, var channel])
            return new Reply.Replace(await support.CardAsync(press.Presser.In, cancellationToken, "the channel"));

        var address = new ChannelAddress(press.Presser.Platform, community, channel);
        var name = platforms.Find(address.Platform) is { } platform ? await ChannelNames.OfAsync(platform, address, cancellationToken) : "the channel";
        return new Reply.Replace(await support.CardAsync(address.In, cancellationToken, name));
    }
}
