using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GuidanceBot.Chat;

namespace GuidanceBot.Playground.Store;

/// <summary>Cards as the playground's database keeps them.</summary>
internal static class CardJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheBlocks } },
    };

    public static string Write(Card card) => JsonSerializer.Serialize(card, Options);

    public static Card Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Card>(json, Options) ?? Outdated;
        }
        catch (JsonException)
        {
            // Written by another version of the bot; the chat goes on.
            return Outdated;
        }
    }

    private static Card Outdated => Card.Of("This card is from another version", "It can no longer be shown.");

    private static void NameTheBlocks(JsonTypeInfo type)
    {
        if (type.Type != typeof(CardBlock))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "is",
            DerivedTypes =
            {
                new(typeof(TextBlock), "text"),
                new(typeof(QuoteBlock), "quote"),
                new(typeof(HeadingBlock), "heading"),
                new(typeof(ListBlock), "list"),
                new(typeof(FieldsBlock), "fields"),
                new(typeof(LinkBlock), "link"),
                new(typeof(NoteBlock), "note"),
            },
        };
    }
}
