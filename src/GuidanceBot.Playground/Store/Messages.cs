using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Screening;
using Microsoft.Data.Sqlite;

namespace GuidanceBot.Playground.Store;

/// <summary>Everything written on the playground. A member's act and the duty to hand it in are saved together, so a crash between the two loses neither.</summary>
internal sealed class Messages(PlaygroundDb database, Changes changes)
{
    private const string Columns = "place, id, channel, author, text, attachments, card, asked, sent_at, edited_at, deleted";

    /// <summary>Saves what a member wrote. Null where a message of that id is there already.</summary>
    public Entry? Say(string channel, string author, string text, IReadOnlyList<AttachmentInfo> attachments, DateTimeOffset at, string? id = null)
    {
        using var db = database.Open();
        using var together = db.BeginTransaction();
        var saved = Insert(db, "id", ("$id", id), ("$channel", channel), ("$author", author), ("$text", text),
            ("$attachments", JsonSerializer.Serialize(attachments)), ("$card", null), ("$asked", null), ("$at", at.ToUnixTimeMilliseconds()), ("$key", null));
        if (saved is not null)
            ToHandIn(db, channel, saved.Id);
        together.Commit();
        if (saved is not null)
            changes.Tell(channel);
        return saved;
    }

    /// <summary>Saves a card of the bot's; the same key saves once, and gives what it saved then.</summary>
    public Entry Post(string channel, Card card, DateTimeOffset at, PostKey? key, string? asked = null)
    {
        using var db = database.Open();
        var saved = Insert(db, "post_key", ("$id", null), ("$channel", channel), ("$author", Cast.Bot), ("$text", ""),
            ("$attachments", "[]"), ("$card", CardJson.Write(card)), ("$asked", asked), ("$at", at.ToUnixTimeMilliseconds()), ("$key", key?.Value));
        if (saved is null)
            return db.Ask($"SELECT {Columns} FROM messages WHERE post_key = $key", Read, ("$key", key?.Value)).Single();
        changes.Tell(channel);
        return saved;
    }

    /// <summary>Puts another card in place of one; false where it is gone.</summary>
    public bool Redraw(MessageAddress address, Card card)
    {
        using var db = database.Open();
        var redrawn = db.Run("UPDATE messages SET card = $card WHERE id = $id AND channel = $channel AND deleted = 0 AND card IS NOT NULL",
            ("$card", CardJson.Write(card)), ("$id", address.Message), ("$channel", address.Channel.Channel)) == 1;
        if (redrawn)
            changes.Tell(address.Channel.Channel);
        return redrawn;
    }

    /// <summary>Saves a newer revision; false where the message is gone. The stamp always grows, however quick the fingers.</summary>
    public bool Edit(Entry entry, string text, DateTimeOffset at)
    {
        using var db = database.Open();
        using var together = db.BeginTransaction();
        var edited = db.Run("UPDATE messages SET text = $text, edited_at = max($at, coalesce(edited_at, sent_at) + 1) WHERE id = $id AND deleted = 0 AND text <> $text",
            ("$text", text), ("$at", at.ToUnixTimeMilliseconds()), ("$id", entry.Id)) == 1;
        if (edited)
            ToHandIn(db, entry.Channel, entry.Id);
        together.Commit();
        if (edited)
            changes.Tell(entry.Channel);
        return edited || Find(entry.Id) is not null;
    }

    /// <summary>Deletes a message, text and all; false where it was gone already.</summary>
    public bool Delete(string channel, string id)
    {
        using var db = database.Open();
        using var together = db.BeginTransaction();
        var deleted = db.Run("UPDATE messages SET deleted = 1, text = '', attachments = '[]', card = NULL WHERE id = $id AND channel = $channel AND deleted = 0",
            ("$id", id), ("$channel", channel)) == 1;
        if (deleted)
            ToHandIn(db, channel, id);
        together.Commit();
        if (deleted)
            changes.Tell(channel);
        return deleted;
    }

    /// <summary>A message that still stands.</summary>
    public Entry? Find(string id)
    {
        using var db = database.Open();
        return db.Ask($"SELECT {Columns} FROM messages WHERE id = $id AND deleted = 0", Read, ("$id", id)).FirstOrDefault();
    }

    /// <summary>The newest messages of a channel, oldest first.</summary>
    public List<Entry> Newest(string channel, int count)
    {
        using var db = database.Open();
        var newest = db.Ask($"SELECT {Columns} FROM messages WHERE channel = $channel AND deleted = 0 ORDER BY place DESC LIMIT $count",
            Read, ("$channel", channel), ("$count", count));
        newest.Reverse();
        return newest;
    }

    /// <summary>The bot's newest cards in any channel, newest first.</summary>
    public List<Entry> NewestCards(int count)
    {
        using var db = database.Open();
        return db.Ask($"SELECT {Columns} FROM messages WHERE card IS NOT NULL AND deleted = 0 ORDER BY place DESC LIMIT $count", Read, ("$count", count));
    }

    /// <summary>How many messages stand in a channel from one on, itself included.</summary>
    public int CountFrom(string channel, long place)
    {
        using var db = database.Open();
        return db.Ask("SELECT count(*) FROM messages WHERE channel = $channel AND deleted = 0 AND place >= $place", r => r.GetInt32(0),
            ("$channel", channel), ("$place", place)).Single();
    }

    /// <summary>What members wrote in a channel after a message, oldest first.</summary>
    public List<Entry> Since(string channel, string? after, int count)
    {
        using var db = database.Open();
        return db.Ask($"""
            SELECT {Columns} FROM messages
            WHERE channel = $channel AND deleted = 0 AND card IS NULL AND place > coalesce((SELECT place FROM messages WHERE id = $after), 0)
            ORDER BY place LIMIT $count
            """, Read, ("$channel", channel), ("$after", after), ("$count", count));
    }

    /// <summary>The place of the newest message anywhere.</summary>
    public long LastPlace()
    {
        using var db = database.Open();
        return db.Ask("SELECT coalesce(max(place), 0) FROM messages", r => r.GetInt64(0)).Single();
    }

    /// <summary>What a channel still has to hand in first, as it stands now, deleted ones included.</summary>
    public (long Turn, Entry Entry)? NextToHandIn(string channel)
    {
        using var db = database.Open();
        return db.Ask($"SELECT {Columns}, turn FROM to_hand_in JOIN messages ON id = message WHERE of_channel = $channel ORDER BY turn LIMIT 1",
            r => ((long Turn, Entry Entry)?)(r.GetInt64(11), Read(r)), ("$channel", channel)).FirstOrDefault();
    }

    public void HandedIn(long turn)
    {
        using var db = database.Open();
        db.Run("DELETE FROM to_hand_in WHERE turn = $turn", ("$turn", turn));
    }

    private static void ToHandIn(SqliteConnection db, string channel, string id) =>
        db.Run("INSERT INTO to_hand_in(of_channel, message) VALUES ($channel, $id)", ("$channel", channel), ("$id", id));

    private static Entry? Insert(SqliteConnection db, string unique, params (string, object?)[] values) =>
        db.Ask($"""
            INSERT INTO messages(id, channel, author, text, attachments, card, asked, sent_at, post_key)
            VALUES (coalesce($id, 'm-' || (SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'messages')),
                    $channel, $author, $text, $attachments, $card, $asked, $at, $key)
            ON CONFLICT({unique}) DO NOTHING RETURNING {Columns}
            """, Read, values).FirstOrDefault();

    private static Entry Read(SqliteDataReader row) => new()
    {
        Place = row.GetInt64(0),
        Id = row.GetString(1),
        Channel = row.GetString(2),
        Author = row.GetString(3),
        Text = row.GetString(4),
        Attachments = JsonSerializer.Deserialize<List<AttachmentInfo>>(row.GetString(5)) ?? [],
        Card = row.IsDBNull(6) ? null : CardJson.Read(row.GetString(6)),
        Asked = row.IsDBNull(7) ? null : row.GetString(7),
        SentAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        EditedAt = row.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)),
        Deleted = row.GetInt64(10) == 1,
    };
}
