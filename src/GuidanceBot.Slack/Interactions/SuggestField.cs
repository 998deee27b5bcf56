using GuidanceBot.Chat;

namespace GuidanceBot.Slack.Interactions;

/// <summary>A question whose answers are suggested while somebody types.</summary>
internal sealed record SuggestField(string Name, string Label) : FormField(Name, Label);
