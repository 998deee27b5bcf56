namespace GuidanceBot.Alarms;

/// <summary>Work that falls due at moments of its own. The database holds what is due; the alarm clock only wakes.</summary>
internal interface IDueWork
{
    /// <summary>A name for the log.</summary>
    string Name { get; }

    /// <summary>Does all that is due by now, and says when to wake next; null where nothing is planned.</summary>
    Task<DateTimeOffset?> RunDueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
