using GuidanceBot.Screening.Rules;

namespace GuidanceBot.Screening.Packs;

/// <summary>Reads one rule of a pack.</summary>
internal sealed class RuleReader(PackReader packs)
{
    private static readonly string[] Keys =
    [
        "id", "category", "type", "severity", "score", "reason", "takeaways", "rewrite", "phrases", "patterns", "signals", "needs",
        "near", "requires", "unless", "quoted", "cases",
    ];

    public Rule Read(PackNode node)
    {
        foreach (var member in node.Members(Keys))
            _ = member;
        var category = Category(node.Need("category"));
        var rule = new Rule
        {
            Id = Id(node.Need("id")),
            Category = category,
            Type = node.Find("type")?.Text(),
            Severity = SeverityOf(node.Need("severity")),
            Score = node.Find("score")?.Number(0, 1) ?? 0.8,
            Reason = node.Need("reason").Text(),
            Takeaways = node.Find("takeaways") is { } takeaways ? [.. takeaways.Items().Select(t => (int)t.Number(1, 12))] : category.Takeaways(),
            Rewrite = node.Find("rewrite")?.Text(),
            Says = node.Find("phrases") is { } phrases ? packs.Groups(phrases) : [],
            Patterns = node.Find("patterns") is { } patterns ? [.. patterns.Items().Select(Pattern)] : [],
            Signals = node.Find("signals") is { } signals ? [.. signals.Items().Select(ReadSignal)] : [],
            Needs = node.Find("needs")?.Number(0, 100) ?? 0,
            Requires = [.. Conditions(node.Find("requires")), .. Conditions(node.Find("near"))],
            Unless = [.. Conditions(node.Find("unless"))],
            Quoted = node.Find("quoted")?.Switch() ?? false,
            SkipCases = !(node.Find("cases")?.Switch() ?? true),
        };
        if (rule is { Says: [], Patterns: [], Signals: [] })
            throw node.Wrong("the rule looks for nothing; expected phrases, patterns or signals");
        if (rule.Signals.Length > 0 && rule.Needs <= 0)
            throw node.Wrong("expected needs: the sum of weights at which the signals speak");
        return rule;
    }

    private static string Id(PackNode node) =>
        node.Text() is { Length: <= 80 } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? id
            : throw node.Wrong("expected letters, digits, dots and dashes");

    private static FindingCategory Category(PackNode node) =>
        CategoryNames.ParseCategory(node.Text()) ?? throw node.Wrong($"expected one of {string.Join(", ", CategoryNames.All)}");

    private static Severity SeverityOf(PackNode node) => node.Text() switch
    {
        "low" => Severity.Low,
        "medium" => Severity.Medium,
        "high" => Severity.High,
        _ => throw node.Wrong("expected low, medium or high"),
    };

    private WordPattern Pattern(PackNode node)
    {
        if (!node.IsMap)
            return new WordPattern(PackPattern.Read(node), -1);
        foreach (var member in node.Members("match", "words"))
            _ = member;
        var gate = node.Find("words") is { } words ? packs.Groups(words) : [-1];
        return new WordPattern(PackPattern.Read(node.Need("match")), gate[0]);
    }

    private Signal ReadSignal(PackNode node)
    {
        foreach (var member in node.Members("name", "weight", "phrases"))
            _ = member;
        return new Signal(node.Need("name").Text(), node.Need("weight").Number(-10, 10), packs.Groups(node.Need("phrases")));
    }

    // Plain phrases mean "anywhere in the message"; a map with words: and any: means "within so many words of the find";
    // a list of such maps means each of them.
    private IEnumerable<Condition> Conditions(PackNode? node)
    {
        if (node is null)
            yield break;
        var items = node.IsMap ? [node] : node.Items().ToList();
        if (!items.Exists(i => i.IsMap))
        {
            yield return new Condition(0, packs.Groups(node));
            yield break;
        }

        foreach (var item in items)
        {
            foreach (var member in item.Members("words", "any"))
                _ = member;
            yield return new Condition((int)(item.Find("words")?.Number(1, 60) ?? 0), packs.Groups(item.Need("any")));
        }
    }
}
