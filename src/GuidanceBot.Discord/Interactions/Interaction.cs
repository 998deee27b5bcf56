using System.Globalization;
using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Access;
using GuidanceBot.Discord.Reading;

namespace GuidanceBot.Discord.Interactions;

/// <summary>Something that somebody did with the bot: a command, a press, a form, or typing an option.</summary>
internal sealed record Interaction
{
    public required InteractionKind Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>Good for 15 minutes of replies.</summary>
    public required string Token { get; init; }

    public required string Application { get; init; }

    public required ChannelAddress Channel { get; init; }

    public required MemberInfo Acting { get; init; }

    public required CultureInfo Locale { get; init; }

    /// <summary>What it is about.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>The message whose button was pressed; null where there is none, or where only the presser sees it.</summary>
    public MessageAddress? Card { get; init; }

    /// <summary>Whether a message of the bot's stands behind it, private or not, that can be put another in the place of.</summary>
    public bool OnCard { get; init; }

    public MemberId Who => Acting.Id;

    public bool IsDirect => Channel.Community == DiscordNames.Direct;

    /// <summary>Reads what Discord told; null where it is of a kind we do not know.</summary>
    public static Interaction? Read(JsonElement json)
    {
        var kind = (InteractionKind)(json.Number("type") ?? 0);
        if (!Enum.IsDefined(kind) || json.Text("id") is not { } id || json.Text("token") is not { } token || json.Text("application_id") is not { } application)
            return null;

        var guild = json.Text("guild_id");
        var channel = json.Text("channel_id") ?? json.At("channel")?.Text("id") ?? "";
        var address = DiscordNames.Channel(guild, channel);
        var message = json.At("message");
        var isPrivate = ((message?.Number("flags") ?? 0) & 64) != 0;
        return new Interaction
        {
            Kind = kind,
            Id = id,
            Token = token,
            Application = application,
            Channel = address,
            Acting = Member(json, guild),
            Locale = Culture(json.Text("locale")),
            Data = json.At("data") ?? default,
            Card = message?.Text("id") is { } card && !isPrivate ? new MessageAddress(address, card) : null,
            OnCard = message is not null,
        };
    }

    private static MemberInfo Member(JsonElement json, string? guild)
    {
        var member = json.At("member");
        var user = member?.At("user") ?? json.At("user") ?? default;
        return new MemberInfo(DiscordNames.Member(guild, user.Text("id") ?? ""), member?.Text("nick") ?? user.Text("global_name") ?? user.Text("username") ?? "")
        {
            ManagesCommunity = member is { } known && PermissionSums.Read(known, "permissions").ManageAll(),
            Roles = member is { } inGuild ? [.. inGuild.Items("roles").Select(r => r.AsText() ?? "")] : [],
        };
    }

    private static CultureInfo Culture(string? name)
    {
        try
        {
            return name is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}

/// <summary>What kind of thing somebody did, by Discord's numbers.</summary>
internal enum InteractionKind
{
    Command = 2,
    Press = 3,
    Typing = 4,
    Form = 5,
}
