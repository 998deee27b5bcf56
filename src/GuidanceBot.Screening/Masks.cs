using System.Text;

namespace GuidanceBot.Screening;

/// <summary>Puts masks in the place of identifiers.</summary>
internal static class Masks
{
    public static string Apply(string text, IReadOnlyList<Identifier> identifiers)
    {
        if (identifiers.Count == 0)
            return text;

        var masked = new StringBuilder(text.Length);
        var from = 0;
        foreach (var identifier in identifiers)
        {
            if (identifier.Span.Start < from)
                continue; // overlapping: already hidden
            masked.Append(text, from, identifier.Span.Start - from).Append(identifier.Kind.Mask());
            from = identifier.Span.End;
        }

        return masked.Append(text, from, text.Length - from).ToString();
    }
}
