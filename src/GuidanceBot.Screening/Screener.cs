using GuidanceBot.Screening.Drafts;
using GuidanceBot.Screening.Files;
using GuidanceBot.Screening.Identifiers;
using GuidanceBot.Screening.Model;
using GuidanceBot.Screening.Patients;
using GuidanceBot.Screening.Rules;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening;

/// <summary>Examines messages with one set of rules. Safe for many threads; never throws on any text; keeps nothing.</summary>
public sealed class Screener
{
    [ThreadStatic]
    private static Scratch? spare;

    private static readonly Lazy<Weights> Model = new(Weights.Load);

    private readonly IFindingSource[] sources;

    /// <summary>Screens by the packs and by the model that is built in.</summary>
    public Screener(RulePack rules)
        : this(rules, rules.Content is null ? null : Model.Value)
    {
    }

    /// <summary>Screens by the packs and by the weights given; without weights by the packs alone.</summary>
    internal Screener(RulePack rules, Weights? weights)
    {
        RulesVersion = weights is null ? rules.Version : $"{rules.Version}+{weights.Version}";
        sources =
        [
            new PatientIdentifierJudge(),
            new FileFindings(),
            .. rules.Content is { } packs ? [new RuleFindings(packs)] : Array.Empty<IFindingSource>(),
            .. weights is not null ? [new ModelFindings(weights)] : Array.Empty<IFindingSource>(),
        ];
    }

    /// <summary>The version of the rules and of the model, for the record of a finding.</summary>
    public string RulesVersion { get; }

    /// <summary>Examines one message. Linear in its length; a clean message allocates nothing.</summary>
    public ScreenResult Examine(string text, IReadOnlyList<AttachmentInfo>? attachments = null, ScreenOptions? options = null)
    {
        using var folded = FoldedText.Of(text);
        var scratch = spare ?? new Scratch();
        spare = null;

        IdentifierFinder.Find(folded, scratch.Identifiers);
        SecondLook.Complete(text, scratch.Identifiers);
        var message = new Screened(folded, scratch.Identifiers, attachments ?? [], options ?? ScreenOptions.Default);
        foreach (var source in sources)
            source.Examine(message, scratch.Findings);

        var result = scratch.ToResult();
        spare = scratch;
        return result;
    }

    /// <summary>
    /// A safer wording of a draft, itself screened: null when nothing could be changed or when it would still be flagged.
    /// The writer should check that it still says what they mean.
    /// </summary>
    public string? Reword(string text, ScreenResult result, ScreenOptions? options = null)
    {
        if (result.Findings.Count == 0)
            return null;
        var reworded = SaferWording.Of(text, result);
        return reworded == text || Examine(reworded, null, options).Findings.Count > 0 ? null : reworded;
    }

    /// <summary>The text with every identifier replaced by its kind's mask, such as <c>[NAME]</c>.</summary>
    public static string Mask(string text, IReadOnlyList<Identifier> identifiers) => Masks.Apply(text, identifiers);

    // The words come from a fixed table that no rule speaks about, so they need no screening of their own.
    private static Finding WithWording(Finding finding) =>
        finding is { Category: FindingCategory.PatientIdentifier, Rewrite: null, Kind: (IdentifierKind.Name or IdentifierKind.Date or IdentifierKind.AgeOver89 or IdentifierKind.Address) and var kind }
            ? finding with { Rewrite = SaferWording.For(kind) }
            : finding;

    /// <summary>Lists that a thread uses again and again.</summary>
    private sealed class Scratch
    {
        public List<Identifier> Identifiers { get; } = [];

        public List<Finding> Findings { get; } = [];

        public ScreenResult ToResult()
        {
            var result = Identifiers.Count == 0 && Findings.Count == 0
                ? ScreenResult.Nothing
                : new ScreenResult([.. Findings.OrderBy(f => f.Span?.Start ?? int.MaxValue).Select(WithWording)], [.. Identifiers]);
            Identifiers.Clear();
            Findings.Clear();
            return result;
        }
    }
}
