namespace GuidanceBot.Playground.Store;

/// <summary>Small facts that outlive a restart, by name.</summary>
internal sealed class Kept(PlaygroundDb database)
{
    public string? Read(string name)
    {
        using var db = database.Open();
        return db.Ask("SELECT value FROM kept WHERE name = $name", r => r.GetString(0), ("$name", name)).FirstOrDefault();
    }

    public void Write(string name, string value)
    {
        using var db = database.Open();
        db.Run("INSERT INTO kept(name, value) VALUES ($name, $value) ON CONFLICT(name) DO UPDATE SET value = excluded.value", ("$name", name), ("$value", value));
    }
}
