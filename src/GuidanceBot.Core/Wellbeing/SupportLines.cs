using System.Globalization;
using GuidanceBot.Packs;

namespace GuidanceBot.Wellbeing;

/// <summary>Support by country, and the words it is offered in; read from <c>config/wellbeing</c>. Never changes once loaded.</summary>
public sealed record SupportLines
{
    /// <summary>The countries there are lines for, by code.</summary>
    public required IReadOnlyDictionary<string, CountrySupport> Countries { get; init; }

    /// <summary>The words for distress, wherever it shows.</summary>
    public required SupportWords Words { get; init; }

    /// <summary>Lines that no person has confirmed yet; there should be none before a release.</summary>
    public IEnumerable<SupportLine> Unconfirmed => Countries.Values.SelectMany(c => c.Lines).Where(l => !l.Confirmed);

    /// <summary>
    /// What somebody in distress reads. <paramref name="countries"/> are the community's, as ISO codes; without any that we know,
    /// the words for everywhere. <paramref name="channel"/> is where the message still stands; null when it was never in one.
    /// </summary>
    public string Text(IEnumerable<string> countries, string? channel)
    {
        var here = Known(countries);
        var text = Words.Support
            .Replace("{emergency}", here.Count == 0 ? Words.EverywhereEmergency : Emergency(here), StringComparison.Ordinal)
            .Replace("{lines}", here.Count == 0 ? Words.EverywhereLines : Lines(here), StringComparison.Ordinal);
        return channel is null ? text : $"{text} {Words.StillThere.Replace("{channel}", channel, StringComparison.Ordinal)}";
    }

    /// <summary>What a member reads who is worried about someone: how to reach out, then the same numbers.</summary>
    public string WorriedText(IEnumerable<string> countries)
    {
        var here = Known(countries);
        return Words.Worried
            .Replace("{emergency}", here.Count == 0 ? Words.EverywhereEmergency : Emergency(here), StringComparison.Ordinal)
            .Replace("{lines}", here.Count == 0 ? Words.EverywhereLines : Lines(here), StringComparison.Ordinal);
    }

    /// <summary>The numbers alone, for somebody who asked for them; those of every country we know where the community's are unknown.</summary>
    public string LinesText(IEnumerable<string> countries)
    {
        var here = Known(countries);
        if (here.Count == 0)
            here = [.. Countries.Values];
        return $"In danger now, or taken something? Call {Emergency(here)}. To talk:\n{Lines(here)}\nI told nobody that you asked, and no person watches this bot.";
    }

    /// <summary>Reads the folder.</summary>
    /// <exception cref="PackException">Something is wrong or missing: file, line, column, key, what is expected.</exception>
    public static SupportLines Load(string directory) => SupportLinesReader.Read(directory);

    private List<CountrySupport> Known(IEnumerable<string> countries) =>
        [.. countries.Select(c => Countries.GetValueOrDefault(c.ToUpperInvariant())).OfType<CountrySupport>().Distinct()];

    private static string Emergency(List<CountrySupport> here) => here is [var one]
        ? one.Emergency
        : string.Join(", ", here.Select(c => $"{c.Emergency} ({c.Name})"));

    private static string Lines(List<CountrySupport> here) =>
        string.Join('\n', here.SelectMany(c => c.Lines.Select(l => "- " + Line(l, here.Count > 1 ? c.Name : null))));

    private static string Line(SupportLine line, string? country)
    {
        var place = country is null ? "" : $"{country}, ";
        var hours = line.Hours is null ? "" : $", {line.Hours}";
        var note = line.Note is null ? "" : $" {line.Note}";
        return $"{place}{line.Name}: {line.Number} ({line.For}{hours}; checked {line.Checked.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}).{note}";
    }
}

/// <summary>The words of the wellbeing lane.</summary>
/// <param name="Support">To the writer; holds {emergency} and {lines}.</param>
/// <param name="StillThere">That the message still stands; holds {channel}.</param>
/// <param name="Worried">To somebody worried about another; holds {emergency} and {lines}.</param>
/// <param name="EverywhereEmergency">For {emergency} where the country is unknown.</param>
/// <param name="EverywhereLines">For {lines} where the country is unknown.</param>
public sealed record SupportWords(
    string Support, string StillThere, string Worried, string EverywhereEmergency, string EverywhereLines);
