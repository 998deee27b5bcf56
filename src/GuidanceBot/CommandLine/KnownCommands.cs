using GuidanceBot.Commands;

namespace GuidanceBot.CommandLine;

/// <summary>The catalog alone, without content, storage or platforms.</summary>
internal static class KnownCommands
{
    public static Catalog Catalog()
    {
        using var services = new ServiceCollection().AddLogging().AddGuidanceBot().BuildServiceProvider();
        return services.GetRequiredService<Catalog>();
    }
}
