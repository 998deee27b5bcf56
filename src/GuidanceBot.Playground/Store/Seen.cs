namespace GuidanceBot.Playground.Store;

/// <summary>How far each person has read, which is what unread badges count from.</summary>
internal sealed class Seen(PlaygroundDb database)
{
    public void Mark(string person, string channel, long place)
    {
        using var db = database.Open();
        db.Run("""
            INSERT INTO seen(person, channel, place) VALUES ($person, $channel, $place)
            ON CONFLICT(person, channel) DO UPDATE SET place = excluded.place WHERE excluded.place > place
            """, ("$person", person), ("$channel", channel), ("$place", place));
    }

    /// <summary>How many messages of others a person has not seen in each channel; channels without any are left out.</summary>
    public Dictionary<string, int> Unread(string person)
    {
        using var db = database.Open();
        return db.Ask("""
            SELECT messages.channel, count(*) FROM messages LEFT JOIN seen ON seen.channel = messages.channel AND seen.person = $person
            WHERE deleted = 0 AND author <> $person AND messages.place > coalesce(seen.place, 0)
            GROUP BY messages.channel
            """, r => (Channel: r.GetString(0), Count: r.GetInt32(1)), ("$person", person)).ToDictionary(r => r.Channel, r => r.Count);
    }
}
