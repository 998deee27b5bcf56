using System.Text.RegularExpressions;
using GuidanceBot.Testing;

namespace GuidanceBot.Guidance;

/// <summary>Every text of the packs that people read, and the rules all of them keep.</summary>
internal static partial class TextRules
{
    /// <summary>Source titles are left out: they are quotations. So are example questions, which nobody is shown.</summary>
    public static IEnumerable<string> Texts()
    {
        var pack = SomePacks.Takeaways;
        var words = SomePacks.SupportLines.Words;
        return
        [
            pack.Attribution, pack.Video.About, pack.Video.Published,
            pack.Answers.Law, pack.Answers.Doses, pack.Answers.OutOfScope, pack.Answers.OwnData,
            .. pack.Takeaways.SelectMany(Texts),
            .. pack.Sources.Values.Select(s => s.Says),
            .. SomePacks.Tips.Tips.Select(t => t.Text),
            words.Support, words.StillThere, words.Worried, words.EverywhereEmergency, words.EverywhereLines,
            .. SomePacks.SupportLines.Countries.Values.SelectMany(c => c.Lines).SelectMany(l => new[] { l.Name, l.For, l.Note ?? "" }),
        ];
    }

    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"\b(violat\w*|breach\w*|offender\w*|strikes?|unprofessional\w*|compliant|HIPAA-safe|de-?identified|anonymi[sz]ed|safe to post|approved|looks fine)\b", RegexOptions.IgnoreCase)]
    public static partial Regex Forbidden();

    /// <summary>Facts that nobody could verify, and numbers that must not be used.</summary>
    [GeneratedRegex(@"2\.3\.2|0300 131 7000|1800 667 877|13 11 26|0300 123 1245|020 7946|30 January 2024", RegexOptions.IgnoreCase)]
    public static partial Regex Unverified();

    [GeneratedRegex(@"\b(the law (requires|says|forbids)|is illegal|you must report|are required to|have to report)\b", RegexOptions.IgnoreCase)]
    public static partial Regex SaysTheLaw();

    private static IEnumerable<string> Texts(Takeaway t) =>
        [t.Explanation, .. t.Do, .. t.Avoid, t.Example.Before, t.Example.After, .. t.IfItHappened, t.Nuance ?? "", t.Origin ?? ""];
}
