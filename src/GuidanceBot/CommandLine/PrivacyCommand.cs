using System.CommandLine;
using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Hosting;
using GuidanceBot.Settings;
using GuidanceBot.Storage;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot privacy</c>: what is read, kept and seen by whom, from the live settings of each community.</summary>
internal static class PrivacyCommand
{
    public static Command Build(FolderOptions folders)
    {
        var command = new Command("privacy", "Prints what is read, kept and seen by whom, from the live settings of each community.");
        command.SetAction((parsed, token) => RunAsync(folders.Of(parsed), token));
        return command;
    }

    private static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        var settings = BotSettings.Read(BotHost.Configuration(folders));
        var communities = await ReadAsync(folders, settings, cancellationToken);
        if (!settings.ScreeningEnabled)
            Console.Out.WriteLine("Screening:Enabled is false: no message is read in any community below.\n");
        foreach (var community in communities)
            Print(community);
        if (communities.Count == 0)
        {
            Console.Error.WriteLine($"No community is set up in {folders.Data}; this is what holds before any channel is picked.");
            Print(new CommunitySettings { Address = new CommunityAddress("any platform", "before set-up") });
        }

        return 0;
    }

    private static async Task<IReadOnlyList<CommunitySettings>> ReadAsync(Folders folders, BotSettings settings, CancellationToken cancellationToken)
    {
        if (settings.StorageConnectionString is null && !File.Exists(folders.Database))
            return [];

        await using var services = new ServiceCollection()
            .AddSqliteStorage(BotHost.ConnectionString(folders, settings))
            .AddSingleton<CommunityBook>()
            .BuildServiceProvider();
        try
        {
            return await services.GetRequiredService<CommunityBook>().AllAsync(cancellationToken);
        }
        catch (System.Data.Common.DbException e)
        {
            throw new StartRefused($"The database {folders.Database} cannot be read ({e.Message.TrimEnd('.')}). Start the bot once with this version, or give the right folder with --data DIR.");
        }
    }

    // Channels by their ids: only the running platform knows their names.
    private static void Print(CommunitySettings settings)
    {
        Console.Out.WriteLine($"# {settings.Address.Platform}, {settings.Address.Community}");
        foreach (var section in PrivacyNotice.Of(settings, id => id).Sections)
        {
            Console.Out.WriteLine($"\n## {section.Heading}");
            foreach (var line in section.Lines)
                Console.Out.WriteLine($"- {line}");
        }

        Console.Out.WriteLine();
    }
}
