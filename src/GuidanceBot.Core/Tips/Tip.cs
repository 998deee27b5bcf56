using GuidanceBot.Guidance;

namespace GuidanceBot.Tips;

/// <summary>A short thought to post on a schedule, readable in ten seconds.</summary>
/// <param name="Id">Stable, so that a rotation remembers what was posted.</param>
/// <param name="Takeaway">The takeaway it belongs to, 1 to 12.</param>
/// <param name="Text">What is posted.</param>
/// <param name="IsQuestion">Whether it ends in a question that members can answer.</param>
/// <param name="Sources">Guidance behind it, at least one.</param>
public sealed record Tip(string Id, int Takeaway, string Text, bool IsQuestion, IReadOnlyList<Source> Sources);
