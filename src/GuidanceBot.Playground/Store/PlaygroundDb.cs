using Microsoft.Data.Sqlite;

namespace GuidanceBot.Playground.Store;

/// <summary>The playground's own SQLite file. Here the playground is the platform, so it keeps the chat's text, as Discord and Slack do.</summary>
internal sealed class PlaygroundDb
{
    private readonly string _connectionString;

    public PlaygroundDb(string file)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString();
        using var db = Open();
        db.Run("PRAGMA journal_mode=WAL");
        db.Run(Shape);
    }

    public SqliteConnection Open()
    {
        var db = new SqliteConnection(_connectionString);
        db.Open();
        return db;
    }

    private const string Shape = """
        CREATE TABLE IF NOT EXISTS messages(
            place INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            channel TEXT NOT NULL,
            author TEXT NOT NULL,
            text TEXT NOT NULL DEFAULT '',
            attachments TEXT NOT NULL DEFAULT '[]',
            card TEXT,
            asked TEXT,
            sent_at INTEGER NOT NULL,
            edited_at INTEGER,
            deleted INTEGER NOT NULL DEFAULT 0,
            post_key TEXT UNIQUE);
        CREATE INDEX IF NOT EXISTS messages_of_channel ON messages(channel, place);
        CREATE TABLE IF NOT EXISTS to_hand_in(turn INTEGER PRIMARY KEY AUTOINCREMENT, of_channel TEXT NOT NULL, message TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS seen(person TEXT NOT NULL, channel TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY(person, channel)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS kept(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;
}

/// <summary>SQL in one line, every value a parameter.</summary>
internal static class SqliteWords
{
    public static int Run(this SqliteConnection db, string sql, params (string Name, object? Value)[] values)
    {
        using var command = db.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static List<T> Ask<T>(this SqliteConnection db, string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        using var command = db.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private static SqliteCommand Command(this SqliteConnection db, string sql, (string Name, object? Value)[] values)
    {
        var command = db.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
