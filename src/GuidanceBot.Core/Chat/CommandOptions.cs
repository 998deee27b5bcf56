using System.Globalization;

namespace GuidanceBot.Chat;

/// <summary>What the caller gave to a command, by option name. Names are lower case.</summary>
public sealed class CommandOptions(IReadOnlyDictionary<string, string> values)
{
    /// <summary>No options at all.</summary>
    public static CommandOptions None { get; } = new(new Dictionary<string, string>());

    /// <summary>Whether the caller gave the option.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The option as text; empty where it was not given.</summary>
    public string Text(string name) => values.GetValueOrDefault(name, "");

    /// <summary>The option as a whole number; null where it was not given.</summary>
    public int? Number(string name) =>
        int.TryParse(values.GetValueOrDefault(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
