using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Testing;

/// <summary>Every row of every table as text, for a canary to be looked for.</summary>
public static class DatabaseDump
{
    public static async Task<string> DumpAsync(this TestBot bot)
    {
        await using var db = await bot.OpenDatabaseAsync();
        var all = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                all.Append(table).Append(": ").AppendJoin(" | ", Values(rows)).AppendLine();
        }

        return all.ToString();
    }

    private static IEnumerable<string> Values(DbDataReader row) =>
        Enumerable.Range(0, row.FieldCount).Select(i => $"{row.GetName(i)}={Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)}");
}
