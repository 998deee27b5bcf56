using GuidanceBot.Playground.Store;

namespace GuidanceBot.Playground.Platform;

/// <summary>What people on the playground have chosen for themselves.</summary>
internal sealed class People(Kept kept)
{
    /// <summary>Whether somebody takes direct messages from the bot; they do until they say otherwise.</summary>
    public bool TakesDirectMessages(Person person) => kept.Read(Key(person)) != "no";

    public bool TakeDirectMessages(Person person, bool take) => kept.TryWrite(Key(person), take ? "yes" : "no");

    private static string Key(Person person) => $"{person.Id} takes direct messages";
}
