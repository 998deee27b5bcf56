using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Discord;

/// <summary>An interaction on the double, with all that was replied to it.</summary>
public sealed class DoubleInteraction(string id, string token, DoubleMember by, DoubleChannel channel)
{
    private readonly TaskCompletionSource<JsonObject> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<JsonObject> _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = id;

    public string Token { get; } = token;

    public DoubleMember By { get; } = by;

    public DoubleChannel Channel { get; } = channel;

    public DateTimeOffset At { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>The message whose button was pressed.</summary>
    public JsonObject? Card { get; init; }

    /// <summary>The first reply: its type says whether it was a message, a placeholder, a form.</summary>
    public Task<JsonObject> First => _first.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public int FirstType => (int)First.Result["type"]!;

    /// <summary>The message that was shown in the end; or the form; or the card as it stands after the press.</summary>
    public Task<JsonObject> Shown => _shown.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>The message behind <c>@original</c>.</summary>
    public JsonObject? Original { get; set; }

    public List<JsonObject> FollowUps { get; } = [];

    public bool IsPrivate { get; set; }

    internal bool Acknowledged => _first.Task.IsCompleted;

    internal void Reply(JsonObject callback) => _first.TrySetResult(callback);

    internal void Show(JsonObject shown) => _shown.TrySetResult(shown);
}
