namespace GuidanceBot.Communities;

/// <summary>What is read, kept, seen by whom and sent where, in plain words from the live settings. The same for the card and for the command line.</summary>
public sealed record PrivacyNotice(IReadOnlyList<PrivacySection> Sections)
{
    /// <summary>The notice of a community. <paramref name="channelName"/> gives a channel's name for its id.</summary>
    public static PrivacyNotice Of(CommunitySettings settings, Func<string, string> channelName) => new(
    [
        new("What is read", Read(settings, channelName)),
        new("What is kept",
        [
            "No whole message. A flag: what kind of problem, how severe, which rule, where in the text, a fingerprint made with a secret key, and a link.",
            "For some flags a short excerpt, at most 40 characters on either side, with names, numbers and unknown capitalised words masked; blanked when the flag closes. None for stories, images and distress. Masking misses some.",
            $"Who wrote the message, and who asked or decided what about the flag. Person ids are blanked {settings.RetentionDays} days after it closed.",
            "After words of distress: a keyed fingerprint of the message for 7 days, so that support is offered once. No name, no count.",
            "Settings, tips' schedules, and which tip was posted when.",
            "What you type into commands such as /check and /ask is kept nowhere.",
        ]),
        new("Who sees what",
        [
            "Answers to your commands: you alone, but for /tip and what you choose to share.",
            $"Flags: moderators{(settings.ModeratorsChannel is { } moderators ? $", in {channelName(moderators)}" : "")}. They open the message on the platform; the text is fetched then, shown, and dropped.",
            settings.EmployerRun
                ? "An employer runs this community: harsh words about it or a colleague go to their writer only, unless they threaten."
                : "Settings: admins. Nobody is told who used the bot.",
            "Nobody counts, ranks or exports people. The bot contacts no employer and no regulator.",
        ]),
        new("What leaves this machine",
        [
            "Nothing but posts and answers to the platform they belong to.",
            "The platform carries, and may keep, everything typed there, private commands included. Leave real names out even there.",
        ]),
        new("What the bot can't do",
        [
            "It misses things and flags harmless ones. People decide, not the bot.",
            "No person watches it: don't rely on it to notice a colleague in danger.",
        ]),
    ]);

    private static IReadOnlyList<string> Read(CommunitySettings settings, Func<string, string> channelName)
    {
        if (settings.Watched.Count == 0)
            return ["No channel is read. Commands are read when you use them."];
        string Names(ChannelMode mode) => string.Join(", ", settings.Watched.Where(w => w.Value == mode).Select(w => channelName(w.Key)).Order(StringComparer.Ordinal));
        return
        [
            .. Names(ChannelMode.General) is { Length: > 0 } general ? [$"New and edited messages in {general}."] : Array.Empty<string>(),
            .. Names(ChannelMode.Cases) is { Length: > 0 } cases ? [$"New and edited messages in {cases}, as case discussions."] : Array.Empty<string>(),
            "Threads under them. No other channel, and nothing you write to the bot alone but your commands.",
            "They are looked at in memory, on this machine, for things that could hurt a patient or a colleague.",
        ];
    }
}

/// <summary>A part of the notice.</summary>
public sealed record PrivacySection(string Heading, IReadOnlyList<string> Lines);
