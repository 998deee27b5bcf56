using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Discord.Access;
using GuidanceBot.Discord.Cards;

namespace GuidanceBot.Discord.Interactions;

/// <summary>The catalog as Discord's commands.</summary>
internal static class CommandJson
{
    /// <summary>What a command that stands bare beside its subcommands is called, since Discord has no such thing.</summary>
    public const string Bare = "show";

    private const int ChatInput = 1;
    private const int MessageMenu = 3;
    private const int Subcommand = 1;
    private static readonly int[] InCommunities = [0];
    private static readonly int[] ByCommunities = [0];
    private static readonly int[] Everywhere = [0, 1, 2];
    private static readonly int[] ByCommunitiesAndMembers = [0, 1];

    public static JsonArray Of(Catalog catalog) =>
    [
        .. catalog.Commands.GroupBy(c => c.Group).Select(Of),
        .. catalog.Menu.Select(Of),
    ];

    private static JsonNode Of(IGrouping<string, CommandSpec> group)
    {
        var commands = group.ToList();
        var isSingle = commands is [var only] && only.Name == only.Group;
        var json = isSingle ? Described(group.Key, commands[0].Description) : Described(group.Key, Members(commands));
        json["type"] = ChatInput;
        json["options"] = isSingle
            ? Options(commands[0])
            : new JsonArray([.. commands.Select(c => Sub(c.Name == c.Group ? Bare : c.Name[(c.Group.Length + 1)..], c))]);
        // Discord hides the command from the others; the rights are checked at every call all the same.
        if (commands.All(c => c.For is Audience.Admins))
            json["default_member_permissions"] = (long)Permissions.ManageGuild;
        var anywhere = commands.Any(c => c.Anywhere);
        json["contexts"] = Numbers(anywhere ? Everywhere : InCommunities);
        json["integration_types"] = Numbers(anywhere ? ByCommunitiesAndMembers : ByCommunities);
        return json;
    }

    private static JsonNode Of(MenuSpec menu)
    {
        var json = new JsonObject { ["name"] = Words.Cut(menu.Label.English, 32), ["type"] = MessageMenu };
        AddTranslations(json, "name_localizations", menu.Label, 32);
        json["contexts"] = Numbers(InCommunities);
        json["integration_types"] = Numbers(ByCommunities);
        return json;
    }

    private static JsonObject Sub(string name, CommandSpec command)
    {
        var json = Described(name, command.Description);
        json["type"] = Subcommand;
        json["options"] = Options(command);
        return json;
    }

    // Discord wants what must be given first.
    private static JsonArray Options(CommandSpec command) =>
        [.. command.Options.OrderByDescending(o => o.Required).Select(Of)];

    private static JsonNode Of(OptionSpec option)
    {
        var json = Described(option.Name, option.Description);
        json["type"] = option.Kind switch { OptionKind.Number => 4, OptionKind.Channel => 7, _ => 3 };
        json["required"] = option.Required;
        if (option.Choices.Count > 0)
            json["choices"] = new JsonArray([.. option.Choices.Take(25).Select(c => Of(c, option.Kind))]);
        else if (option.Suggests && option.Kind is not OptionKind.Channel)
            json["autocomplete"] = true;
        if (option.Kind is OptionKind.Text && option.Choices.Count == 0)
            json["max_length"] = Math.Clamp(option.MaxLength, 1, 6000);
        return json;
    }

    /// <summary>A choice of an option, or a value suggested while somebody types.</summary>
    public static JsonNode Of(Choice choice, OptionKind kind) => new JsonObject
    {
        ["name"] = Words.Cut(choice.Label.Length == 0 ? choice.Value : choice.Label, 100),
        ["value"] = kind is OptionKind.Number && long.TryParse(choice.Value, out var number) ? number : choice.Value[..Math.Min(100, choice.Value.Length)],
    };

    private static JsonObject Described(string name, LocalText description)
    {
        var json = new JsonObject { ["name"] = name, ["description"] = Words.Cut(description.English, 100) };
        AddTranslations(json, "description_localizations", description, 100);
        return json;
    }

    private static LocalText Members(IEnumerable<CommandSpec> commands) =>
        Words.Cut(string.Join(" · ", commands.Select(c => c.Name == c.Group ? c.Description.English : c.Name[(c.Group.Length + 1)..])), 100);

    private static void AddTranslations(JsonObject json, string key, LocalText text, int most)
    {
        var known = text.Translations
            .Select(t => (Locale: DiscordLocales.Find(t.Key), t.Value))
            .Where(t => t.Locale is not null)
            .DistinctBy(t => t.Locale)
            .Select(t => KeyValuePair.Create(t.Locale!, (JsonNode?)Words.Cut(t.Value, most))) // null ones were left out
            .ToList();
        if (known.Count > 0)
            json[key] = new JsonObject(known);
    }

    private static JsonArray Numbers(int[] numbers) => [.. numbers.Select(n => (JsonNode)n)];
}
