using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>
/// Looks again at the masked text, because a mask changes what its neighbours look like: so that a text which was masked once
/// is masked for good. Only texts that hold an identifier pay for it.
/// </summary>
internal static class SecondLook
{
    private const int Rounds = 4;

    /// <summary>Adds what a search of the masked text still finds, in positions of the original.</summary>
    public static void Complete(string text, List<Identifier> found)
    {
        for (var round = 0; round < Rounds && found.Count > 0; round++)
        {
            var more = new List<Identifier>();
            using (var masked = FoldedText.Of(Masks.Apply(text, found)))
                IdentifierFinder.Find(masked, more);
            if (more.Count == 0)
                return;
            var before = found.Count;
            foreach (var extra in more)
                found.Add(extra with { Span = ToOriginal(extra.Span, found, before) });
            Merge(found);
        }
    }

    private static TextSpan ToOriginal(TextSpan masked, List<Identifier> found, int count)
    {
        var shift = 0; // masked position = original position + shift
        int start = -1, end = -1;
        for (var i = 0; i < count && end < 0; i++)
        {
            var hole = found[i].Span;
            var mask = hole.Start + shift;
            var length = found[i].Kind.Mask().Length;
            if (start < 0 && masked.Start < mask + length)
                start = masked.Start < mask ? masked.Start - shift : hole.Start;
            if (masked.End <= mask)
                end = masked.End - shift;
            else if (masked.End < mask + length)
                end = hole.End;
            shift += length - hole.Length;
        }

        return new TextSpan(start < 0 ? masked.Start - shift : start, end < 0 ? masked.End - shift : end);
    }

    private static void Merge(List<Identifier> found)
    {
        found.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        var kept = 0;
        for (var i = 1; i < found.Count; i++)
        {
            if (found[i].Span.Start < found[kept].Span.End)
                found[kept] = found[kept] with { Span = new TextSpan(found[kept].Span.Start, Math.Max(found[kept].Span.End, found[i].Span.End)) };
            else
                found[++kept] = found[i];
        }

        found.RemoveRange(kept + 1, found.Count - kept - 1);
    }
}
