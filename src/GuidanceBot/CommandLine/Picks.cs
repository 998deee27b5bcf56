using System.Data.Common;
using GuidanceBot.Communities;
using GuidanceBot.Hosting;
using GuidanceBot.Settings;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.CommandLine;

/// <summary>The channels that admins picked, read from the database of a bot that may be running; none where there is no database yet.</summary>
internal static class Picks
{
    /// <exception cref="StartRefused">There is a database, but it cannot be read.</exception>
    public static async Task<IReadOnlyList<PickedChannel>> OfAsync(string platform, Folders folders, BotSettings settings, CancellationToken cancellationToken)
    {
        if (settings.StorageConnectionString is null && !File.Exists(folders.Database))
            return [];

        try
        {
            await using var db = new SqliteGuidanceDb(new DbContextOptionsBuilder<SqliteGuidanceDb>().UseSqlite(BotHost.ConnectionString(folders, settings)).Options);
            return await PickedChannels.OfAsync(db, platform, cancellationToken);
        }
        catch (DbException e)
        {
            throw new StartRefused($"the picked channels cannot be read from the database ({e.Message.TrimEnd('.')}). Start the bot once, which brings the database to this version's shape.");
        }
    }
}
