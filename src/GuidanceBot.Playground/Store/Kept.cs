using Microsoft.Data.Sqlite;

namespace GuidanceBot.Playground.Store;

/// <summary>Small facts that outlive a restart, by name.</summary>
internal sealed class Kept(PlaygroundDb database)
{
    public string? Read(string name)
    {
        using var db = database.Open();
        return db.Ask("SELECT value FROM kept WHERE name = $name", r => r.GetString(0), ("$name", name)).FirstOrDefault();
    }

    /// <summary>Keeps a value; false where it could not be saved, on a full disk say.</summary>
    public bool TryWrite(string name, string value)
    {
        try
        {
            using var db = database.Open();
            return db.Run("INSERT INTO kept(name, value) VALUES ($name, $value) ON CONFLICT(name) DO UPDATE SET value = excluded.value", ("$name", name), ("$value", value)) == 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
