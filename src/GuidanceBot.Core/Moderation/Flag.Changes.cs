using GuidanceBot.Chat;

namespace GuidanceBot.Moderation;

// What can happen to a flag. Each change checks whether it still makes sense and gives the line for the history; null where nothing changed.
internal sealed partial class Flag
{
    public bool IsClosed => State is FlagState.Closed;

    public FlagEvent? Claim(string who, DateTimeOffset now)
    {
        if (IsClosed || ClaimedBy is not null)
            return null;
        (State, ClaimedBy, TouchedAt) = (FlagState.Claimed, who, now);
        return FlagEvent.Of(this, FlagHappening.Claimed, now, who);
    }

    public FlagEvent? Decide(Verdict verdict, string reason, string who, DateTimeOffset now)
    {
        if (IsClosed)
            return null;
        Close(verdict, reason, who, now);
        return FlagEvent.Of(this, FlagHappening.Decided, now, who, $"{verdict} {reason}".Trim());
    }

    public FlagEvent? Mend(string how, DateTimeOffset now)
    {
        if (IsClosed)
            return null;
        Close(Moderation.Verdict.Fixed, how, null, now);
        return FlagEvent.Of(this, FlagHappening.Mended, now, null, how);
    }

    public FlagEvent? Lapse(DateTimeOffset now)
    {
        if (IsClosed)
            return null;
        Close(Moderation.Verdict.NotReviewed, "", null, now);
        return FlagEvent.Of(this, FlagHappening.Lapsed, now);
    }

    /// <summary>The decision to remove: wins the race at once, is final when the platform has done it.</summary>
    public FlagEvent? StartRemoval(string who, DateTimeOffset now)
    {
        if (IsClosed)
            return null;
        (State, Verdict, DecidedBy, ClosedAt, Removing, RemovalTrouble, TouchedAt) = (FlagState.Closed, Moderation.Verdict.Removed, who, now, true, null, now);
        return FlagEvent.Of(this, FlagHappening.Decided, now, who, nameof(Moderation.Verdict.Removed));
    }

    public FlagEvent? EndRemoval(Outcome outcome, DateTimeOffset now)
    {
        if (!Removing)
            return null;
        Removing = false;
        if (outcome is Outcome.Done or Outcome.Gone)
        {
            Close(Moderation.Verdict.Removed, "", DecidedBy, now);
            return FlagEvent.Of(this, FlagHappening.Removed, now);
        }

        (State, ClaimedBy, Verdict, DecidedBy, ClosedAt, RemovalTrouble) = (FlagState.Claimed, DecidedBy, null, null, null, outcome);
        return FlagEvent.Of(this, FlagHappening.RemovalFailed, now, null, outcome.ToString());
    }

    public FlagEvent? StartNote(string who, DateTimeOffset now)
    {
        if (IsClosed || Author is null || Note is not (NoteState.None or NoteState.Failed))
            return null;
        (Note, TouchedAt) = (NoteState.Sending, now);
        if (State is FlagState.Open)
            (State, ClaimedBy) = (FlagState.Claimed, who);
        return FlagEvent.Of(this, FlagHappening.Asked, now, who);
    }

    public FlagEvent? EndNote(Outcome outcome, DateTimeOffset now)
    {
        if (Note is not NoteState.Sending)
            return null;
        Note = outcome switch
        {
            Outcome.Done => NoteState.Sent,
            Outcome.Failed => NoteState.Failed,
            _ => NoteState.Unreachable,
        };
        return FlagEvent.Of(this, FlagHappening.NoteEnded, now, null, Note.ToString());
    }

    /// <summary>Another member asks for a second look; a closed flag opens again.</summary>
    public FlagEvent Report(string worry, DateTimeOffset now)
    {
        if (IsClosed)
            Reopen(now);
        Reported++;
        ReportedAs = ReportedAs.Length == 0 ? worry : ReportedAs;
        OwnCard = true;
        TouchedAt = now;
        return FlagEvent.Of(this, FlagHappening.Reported, now, null, worry);
    }

    /// <summary>Opens again as the next revision, with a card of its own to come.</summary>
    public void Reopen(DateTimeOffset now)
    {
        Revision++;
        (State, ClaimedBy, Note, RemovalTrouble, OpenedAt, TouchedAt) = (FlagState.Open, null, NoteState.None, null, now, now);
        (Verdict, Reason, DecidedBy, ClosedAt) = (null, null, null, null);
        (Reported, ReportedAs) = (0, "");

        // A card that shows the closed flag is left as it is and a new one follows; one that never came to show it is used again.
        if (DrawnVersion == Version)
            (CardChannel, CardMessage, ShownAt) = (null, null, null);
    }

    private void Close(Verdict verdict, string? reason, string? who, DateTimeOffset now)
    {
        (State, Verdict, Reason, DecidedBy, ClosedAt, TouchedAt) = (FlagState.Closed, verdict, reason, who, now, now);
        (Author, Excerpt, Removing) = (null, null, false);
    }
}
