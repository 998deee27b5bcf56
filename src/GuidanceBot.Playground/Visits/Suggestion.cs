namespace GuidanceBot.Playground.Visits;

/// <summary>A line under the box while a command is typed. Choosing it puts <see cref="Text"/> in the box; where that is null it only explains.</summary>
internal sealed record Suggestion(string Label, string Detail, string? Text);
