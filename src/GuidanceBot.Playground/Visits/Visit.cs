using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Store;
using Microsoft.Data.Sqlite;

namespace GuidanceBot.Playground.Visits;

/// <summary>One open page: who acts, where they look, and what they see there.</summary>
internal sealed class Visit(Messages messages, PrivateAnswers answers, Seen seen)
{
    /// <summary>How many messages are shown at first, and how many more at a time.</summary>
    public const int Batch = 60;

    // Enough for a link into the past; a page of more would be slow to scroll.
    private const int Most = 2_000;

    private int _count = Batch;

    public Person Person { get; private set; } = Cast.People[0];

    public string Channel { get; private set; } = Cast.Rooms[0].Id;

    /// <summary>The message a link points to.</summary>
    public string? Target { get; private set; }

    public IReadOnlyList<Entry> Lines { get; private set; } = [];

    public bool HasOlder { get; private set; }

    /// <summary>How many messages each channel holds that the person has not seen.</summary>
    public IReadOnlyDictionary<string, int> Unread { get; private set; } = new Dictionary<string, int>();

    /// <summary>What the newest unseen direct message says of itself.</summary>
    public string? DirectPreview { get; private set; }

    /// <summary>The zone times are shown in: the browser's.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public string Direct => Cast.DirectWith(Person.Id);

    public Room? Room => Cast.Rooms.FirstOrDefault(r => r.Id == Channel);

    public bool MaySee => Person.Sees(Channel);

    /// <summary>Goes to a channel as somebody; a channel that is not there is the first one.</summary>
    public void Go(string? person, string? channel, string? message)
    {
        var (before, where) = (Person, Channel);
        Person = Cast.FindPerson(person) ?? Cast.People[0];
        Channel = channel is not null && Cast.IsChannel(channel) ? channel : Cast.Rooms[0].Id;
        // "Direct messages" stays "direct messages" when somebody else takes over.
        if (Cast.DirectPartner(Channel) is not null)
            Channel = Direct;
        if (before != Person || where != Channel)
            _count = Batch;

        Target = message;
        if (message is not null && messages.Find(message) is { } found && found.Channel == Channel)
            _count = Math.Clamp(messages.CountFrom(Channel, found.Place) + 5, _count, Most);
        Refresh();
    }

    public void ShowOlder()
    {
        _count = Math.Min(_count + Batch, Most);
        Refresh();
    }

    /// <summary>Reads again what is to be seen.</summary>
    public void Refresh()
    {
        Lines = [];
        HasOlder = false;
        if (MaySee)
        {
            var newest = messages.Newest(Channel, _count + 1);
            HasOlder = newest.Count > _count && _count < Most;
            var shown = newest.Count > _count ? newest[1..] : newest;
            var from = HasOlder ? shown[0].Place : 0;
            Lines = [.. shown.Concat(answers.Of(Person.Id, Channel).Where(a => a.Place >= from)).OrderBy(e => e.Place).ThenBy(e => e.Private)];
            if (shown.Count > 0)
                Mark(shown[^1].Place);
        }

        Unread = seen.Unread(Person.Id);
        DirectPreview = Unread.ContainsKey(Direct) && messages.Newest(Direct, 1) is [{ Card: { } card }] ? card.Preview ?? card.Title : null;
    }

    private void Mark(long place)
    {
        try
        {
            seen.Mark(Person.Id, Channel, place);
        }
        catch (SqliteException)
        {
            // On a full disk a badge stays; the chat can still be read.
        }
    }
}
