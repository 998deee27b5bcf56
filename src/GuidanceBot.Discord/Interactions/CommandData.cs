using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Discord.Reading;

namespace GuidanceBot.Discord.Interactions;

/// <summary>A command as Discord hands it in: its name with the subcommand's, and its options.</summary>
internal sealed record CommandData(string Name, IReadOnlyDictionary<string, string> Values, string? Typing)
{
    private const int Subcommand = 1;

    public CommandOptions Options => new(Values);

    public static CommandData Read(JsonElement data, Catalog catalog)
    {
        var name = data.Text("name") ?? "";
        var options = data.Items("options").ToList();
        if (options is [var sub] && sub.Number("type") == Subcommand)
        {
            // A command that stands bare beside its subcommands was registered under a name of its own.
            var full = $"{name} {sub.Text("name")}";
            name = catalog.FindCommand(full) is null && sub.Text("name") == CommandJson.Bare ? name : full;
            options = [.. sub.Items("options")];
        }

        return new CommandData(
            name,
            options.Where(o => o.Text("name") is not null).DistinctBy(o => o.Text("name")).ToDictionary(o => o.Text("name")!, o => o.Text("value") ?? ""), // those without were left out
            options.FirstOrDefault(o => o.Flag("focused")).Text("name"));
    }
}
