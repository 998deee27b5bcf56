using System.Text.RegularExpressions;

namespace GuidanceBot.Tips;

/// <summary>Typed words, one after another.</summary>
internal sealed partial class Words(string text)
{
    private readonly List<string> _words =
        [.. Pattern().Matches(text.Replace("o'clock", "oclock").Replace("o’clock", "oclock").Replace("a.m.", "am").Replace("p.m.", "pm").Replace("p.m", "pm").Replace("a.m", "am")).Select(m => m.Value)];

    private int _at;

    public bool More => _at < _words.Count;

    public string Current => Peek(0) ?? "";

    public string? Peek(int ahead) => _at + ahead < _words.Count ? _words[_at + ahead] : null;

    public string Next() => _words[_at++];

    public bool Is(params ReadOnlySpan<string> any) => any.Contains(Current);

    public bool Take(params ReadOnlySpan<string> any) => any.Contains(Current) && Skip(1);

    public bool Skip(int words)
    {
        _at += words;
        return true;
    }

    // An ordinal, a number, a word (with / and _ as zones have them), or one sign.
    [GeneratedRegex(@"\d+(?:st|nd|rd|th)\b|\d+|\p{L}[\p{L}/_]*|\S", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
