using System.Collections.Concurrent;
using GuidanceBot.Screening;

namespace GuidanceBot.Testing;

/// <summary>A screen that sees exactly what a test tells it to: findings by a phrase of the text.</summary>
public sealed class ScriptedScreen
{
    private readonly List<(string Phrase, Finding Finding)> _script = [];

    /// <summary>The options of the last message examined.</summary>
    public ScreenOptions? LastOptions { get; private set; }

    /// <summary>How many messages were examined.</summary>
    public int Examined { get; private set; }

    /// <summary>What was examined, in order.</summary>
    public IReadOnlyList<string> Texts => [.. _texts];

    private readonly ConcurrentQueue<string> _texts = new();

    /// <summary>From now on the phrase means this finding; its span is where the phrase stands.</summary>
    public ScriptedScreen On(string phrase, Finding finding)
    {
        _script.Add((phrase, finding));
        return this;
    }

    /// <summary>What the script says about a text; a phrase of a patient identifier is an identifier too.</summary>
    public ScreenResult Examine(string text, IReadOnlyList<AttachmentInfo> attachments, ScreenOptions options)
    {
        LastOptions = options;
        Examined++;
        _texts.Enqueue(text);
        var findings = new List<Finding>();
        var identifiers = new List<Identifier>();
        foreach (var (phrase, finding) in _script)
        {
            var at = text.IndexOf(phrase, StringComparison.Ordinal);
            if (at < 0 || options.Exceptions.Contains(finding.Rule))
                continue;
            var span = new TextSpan(at, at + phrase.Length);
            findings.Add(finding with { Span = span });
            if (finding.Kind is { } kind)
                identifiers.Add(new Identifier(kind, null, span, finding.Score));
        }

        return findings.Count == 0 ? ScreenResult.Nothing : new ScreenResult(findings, identifiers);
    }
}
