using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GuidanceBot.Stories;

/// <summary>Looks into a data folder's SQLite files from outside, as an owner with a database browser would.</summary>
internal static class Store
{
    public static string Bot(this TempFolder data) => data.File("guidancebot.db");

    public static string Chat(this TempFolder data) => data.File("playground.db");

    public static void Run(string file, string sql)
    {
        using var db = Open(file);
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static IReadOnlyList<string> Column(string file, string sql)
    {
        using var db = Open(file);
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        return values;
    }

    public static long Count(string file, string sql) => long.Parse(Column(file, sql)[0], CultureInfo.InvariantCulture);

    /// <summary>Every value of every table, as text.</summary>
    public static string Dump(string file)
    {
        var dump = new System.Text.StringBuilder();
        using var db = Open(file);
        foreach (var table in Column(file, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            using var command = db.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    dump.Append(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        return dump.ToString();
    }

    /// <summary>Waits until something is so, a minute at most; what it waits for is another process's work.</summary>
    public static async Task UntilAsync(string what, Func<bool> isSo)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        while (!isSo())
        {
            if (clock.GetElapsedTime(start) > TimeSpan.FromMinutes(1))
                throw new TimeoutException($"Waited a minute in vain: {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock);
        }
    }

    private static SqliteConnection Open(string file)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString());
        db.Open();
        return db;
    }
}
