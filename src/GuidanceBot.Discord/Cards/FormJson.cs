using System.Text.Json.Nodes;
using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Cards;

/// <summary>A page of a form as a modal.</summary>
internal static class FormJson
{
    private const int StringSelect = 3;
    private const int TextInput = 4;
    private const int UserSelect = 5;
    private const int RoleSelect = 6;
    private const int ChannelSelect = 8;
    private const int TextDisplay = 10;
    private const int Label = 18;
    private const int RadioGroup = 21;
    private const int CheckboxGroup = 22;
    private const int MostFields = 5;
    private const int MostChoices = 25;
    private const int MostOpenChoices = 10;

    /// <param name="form">The form.</param>
    /// <param name="page">Which of its pages.</param>
    /// <param name="id">Carried back with the submission.</param>
    /// <param name="answers">What was answered before, by field.</param>
    public static JsonObject Modal(Form form, int page, string id, IReadOnlyDictionary<string, IReadOnlyList<string>> answers)
    {
        var shown = form.Pages[page];
        var components = new JsonArray();
        var intro = string.Join("\n", new[] { page == 0 ? form.Intro : "", form.Pages.Count > 1 ? shown.Heading : "" }.Where(t => t.Length > 0));
        if (intro.Length > 0)
            components.Add(new JsonObject { ["type"] = TextDisplay, ["content"] = Words.Cut(Markdown.Escape(intro), 2000) });
        foreach (var field in shown.Fields.Take(MostFields))
            components.Add(Labelled(field, answers.GetValueOrDefault(field.Name)));

        var step = form.Pages.Count > 1 ? $" ({page + 1} of {form.Pages.Count})" : "";
        return new JsonObject
        {
            ["custom_id"] = id,
            ["title"] = Words.Cut(form.Title, 45 - step.Length) + step,
            ["components"] = components,
        };
    }

    private static JsonObject Labelled(FormField field, IReadOnlyList<string>? answers)
    {
        var label = new JsonObject { ["type"] = Label, ["label"] = Words.Cut(field.Label, 45) };
        if (field.Hint.Length > 0)
            label["description"] = Words.Cut(field.Hint, 100);
        label["component"] = field switch
        {
            TextField text => Of(text, answers),
            ChoiceField choice => Of(choice, answers),
            PickField pick => Of(pick, answers),
            _ => throw new NotSupportedException($"A modal has no {field.GetType().Name}."),
        };
        return label;
    }

    private static JsonObject Of(TextField field, IReadOnlyList<string>? answers)
    {
        var input = Component(TextInput, field);
        input["style"] = field.Multiline ? 2 : 1;
        input["max_length"] = Math.Clamp(field.MaxLength, 1, 4000);
        var value = answers is [var said, ..] ? said : field.Initial;
        if (value.Length > 0)
            input["value"] = value.Length <= field.MaxLength ? value : value[..field.MaxLength];
        return input;
    }

    // A few answers stand open to be read; more of them fold into a menu.
    private static JsonObject Of(ChoiceField field, IReadOnlyList<string>? answers)
    {
        var chosen = answers ?? field.Initial;
        var choices = field.Choices.Take(MostChoices).ToList();
        var isOpen = choices.Count <= MostOpenChoices && (field.Several || choices.Count >= 2);
        var component = Component(!isOpen ? StringSelect : field.Several ? CheckboxGroup : RadioGroup, field);
        component["options"] = new JsonArray([.. choices.Select(c => Option(c, chosen.Contains(c.Value)))]);
        if (field.Several || !isOpen)
        {
            component["min_values"] = field.Required ? 1 : 0;
            component["max_values"] = field.Several ? choices.Count : 1;
        }

        return component;
    }

    private static JsonNode Option(Choice choice, bool isChosen)
    {
        var option = new JsonObject { ["label"] = Words.Cut(choice.Label, 100), ["value"] = choice.Value };
        if (isChosen)
            option["default"] = true;
        return option;
    }

    private static JsonObject Of(PickField field, IReadOnlyList<string>? answers)
    {
        var (type, kind) = field.Kind switch
        {
            PickKind.Channel => (ChannelSelect, "channel"),
            PickKind.Role => (RoleSelect, "role"),
            _ => (UserSelect, "user"),
        };
        var component = Component(type, field);
        component["min_values"] = field.Required ? 1 : 0;
        component["max_values"] = field.Several ? MostChoices : 1;
        // Text, voice, announcements, stages and forums: wherever people write.
        if (field.Kind is PickKind.Channel)
            component["channel_types"] = new JsonArray(0, 2, 5, 13, 15);
        var picked = (answers ?? field.Initial).Where(id => DiscordNames.Number(id) != 0).Take(field.Several ? MostChoices : 1).ToList();
        if (picked.Count > 0)
            component["default_values"] = new JsonArray([.. picked.Select(id => new JsonObject { ["id"] = id, ["type"] = kind })]);
        return component;
    }

    private static JsonObject Component(int type, FormField field) => new()
    {
        ["type"] = type,
        ["custom_id"] = field.Name,
        ["required"] = field.Required,
    };
}
