using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Cards;

namespace GuidanceBot.Preview;

/// <summary>What the bot says, as Discord gets it.</summary>
internal sealed class DiscordPreview : IPreview
{
    public string Path => "discord";

    public string Name => "Discord";

    public Type? Look => typeof(DiscordLook);

    public JsonNode Of(Card card) => CardJson.Message(card);

    public IReadOnlyList<JsonNode> Of(Form form) =>
        [.. Enumerable.Range(0, form.Pages.Count).Select(page => FormJson.Modal(form, page, form.Id, new Dictionary<string, IReadOnlyList<string>>()))];
}
