using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Finds the eight kinds of identifier. The order matters: what one detector takes, the next leaves alone.</summary>
internal static class IdentifierFinder
{
    [ThreadStatic]
    private static IdentifierScan? spare;

    /// <summary>Adds what a text holds. Allocates only for what it finds.</summary>
    public static void Find(FoldedText text, List<Identifier> into)
    {
        var scan = spare ?? new IdentifierScan();
        spare = null;
        scan.Begin(text);

        if ((text.Signs & (Signs.Mention | Signs.Square)) != 0)
            MaskSigns.Take(scan);
        if ((text.Signs & Signs.At) != 0 || (text.Classes & WordClass.SpokenDot) != 0 || (text.Signs & (Signs.Square | Signs.InnerDot)) == (Signs.Square | Signs.InnerDot))
            EmailDetector.Find(scan);
        if ((text.Signs & (Signs.Link | Signs.InnerDot | Signs.InnerColon)) != 0)
            LinkDetector.Find(scan);
        DateDetector.Find(scan);
        if ((text.Signs & Signs.Digit) != 0 || (text.Classes & WordClass.NumberWord) != 0)
            AgeDetector.Find(scan);
        if ((text.Signs & Signs.Digit) != 0 || (text.Classes & WordClass.Street) != 0 && (text.Signs & Signs.Capital) != 0)
            StreetDetector.Find(scan);
        if ((text.Signs & Signs.Digit) != 0 || (text.Classes & WordClass.NumberWord) != 0)
            NumberDetector.Find(scan);

        if ((text.Signs & (Signs.Caret | Signs.Underscore | Signs.Hash)) != 0)
            JoinedNames.Find(scan);
        NameDetector.Find(scan);
        CarePlaceDetector.Find(scan);
        scan.Report(into);
        spare = scan;
    }
}
