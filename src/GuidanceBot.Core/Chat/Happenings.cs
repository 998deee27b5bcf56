using System.Globalization;

namespace GuidanceBot.Chat;

/// <summary>A command somebody gave. Its options were parsed against the catalog's declaration.</summary>
public sealed record CommandCall(string Name, CommandOptions Options, ChannelAddress Channel, MemberId Caller)
{
    /// <summary>The language the caller's app is set to.</summary>
    public CultureInfo Locale { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>Whether it was given to the bot alone, outside any community's channels.</summary>
    public bool IsDirect { get; init; }
}

/// <summary>An option that somebody is typing, to be completed.</summary>
public sealed record SuggestCall(string Command, string Option, string Typed, ChannelAddress Channel, MemberId Caller);

/// <summary>A command taken from a message's menu.</summary>
public sealed record MessageMenuCall(string Name, ChatMessage Target, ChannelAddress Channel, MemberId Caller);

/// <summary>A button somebody pressed. <see cref="Card"/> is where the button stands; null on a private card that has no address.</summary>
public sealed record ButtonPress(string ButtonId, ChannelAddress Channel, MemberId Presser, MessageAddress? Card)
{
    /// <summary>The language the presser's app is set to.</summary>
    public CultureInfo Locale { get; init; } = CultureInfo.InvariantCulture;
}

/// <summary>A form somebody sent off. Every field's answer is a list; text fields have one entry.</summary>
public sealed record FormSubmission(string FormId, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, ChannelAddress Channel, MemberId Submitter)
{
    /// <summary>The first answer of a field; empty where it was left out.</summary>
    public string Text(string field) => Values.TryGetValue(field, out var answers) && answers.Count > 0 ? answers[0].Trim() : "";

    /// <summary>All answers of a field.</summary>
    public IReadOnlyList<string> All(string field) => Values.TryGetValue(field, out var answers) ? answers : [];
}
