using System.Text.Json.Nodes;
using GuidanceBot.Chat;

namespace GuidanceBot.Preview;

/// <summary>How a platform shows what the bot says: the JSON that its adapter sends, and a look close to the platform's own. Public only because components and their parameters must be.</summary>
public interface IPreview
{
    /// <summary>Its place under <c>/preview/</c>.</summary>
    string Path { get; }

    /// <summary>The platform's name as people read it.</summary>
    string Name { get; }

    /// <summary>A component that draws the JSON; its one parameter is <c>Json</c>. Null where there is only the JSON to look at.</summary>
    Type? Look { get; }

    /// <summary>A card, as it is sent.</summary>
    JsonNode Of(Card card);

    /// <summary>A form, as it is opened: one piece for each page that the platform shows on its own.</summary>
    IReadOnlyList<JsonNode> Of(Form form);
}
