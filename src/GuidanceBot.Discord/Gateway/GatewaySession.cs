namespace GuidanceBot.Discord.Gateway;

/// <summary>What is needed to go on where a connection broke off.</summary>
internal sealed class GatewaySession
{
    public string? Id { get; private set; }

    public Uri? ResumeAt { get; private set; }

    /// <summary>The number of the last event heard.</summary>
    public long? Sequence { get; private set; }

    public bool CanResume => Id is not null && Sequence is not null;

    public void Began(string id, Uri? resumeAt) => (Id, ResumeAt) = (id, resumeAt);

    /// <summary>False where the event was heard before: after a resume Discord may repeat itself.</summary>
    public bool Heard(long sequence)
    {
        if (sequence <= Sequence)
            return false;
        Sequence = sequence;
        return true;
    }

    public void Forget() => (Id, ResumeAt, Sequence) = (null, null, null);
}
