using System.Diagnostics;

namespace GuidanceBot.Benchmarks.Screening;

/// <summary>How the time of repetitive texts grows from 10,000 to 40,000 characters: about four times is linear.</summary>
internal static class LongestFigures
{
    private static readonly string[] Pieces =
    [
        "a", "1 ", "1-", "A. ", "Anna ", "april 3 ", "1.1.1.", "a@a.", "oh seven ", "bed 1 ", "<@", "a_b^", "14 Oak 15 ", "::a", "\u0430\u200b", "Anna Smith ", "may ", "the ", "`", "> x\n", "#Aa", "[NAME] ", "mr ",
        "disease Ab ", "Aa-", "a.b.c/", "(1) ", "+1", "Box 1 ", "zip 12345 ", "x's ", "'", "dob ", "kill ", "S.", "Ward A, ", "o0l1", "http://a", "1,", "@", "\n", "\ud800",
    ];

    public static int Run()
    {
        var screener = Messages.WithPacks();
        var worst = Pieces
            .Select(p => (Piece: p, Short: Time(Repeat(p, 10_000)), Long: Time(Repeat(p, 40_000))))
            .OrderByDescending(t => t.Long)
            .ToArray();
        foreach (var (piece, small, large) in worst.Take(12))
            Console.WriteLine($"{System.Text.Json.JsonSerializer.Serialize(piece),-20} 10,000: {small,8:F2} ms   40,000: {large,8:F2} ms   times {large / small:F1}");
        return 0;

        double Time(string text)
        {
            var best = double.MaxValue;
            for (var round = 0; round < 5; round++)
            {
                var before = Stopwatch.GetTimestamp();
                screener.Examine(text);
                best = Math.Min(best, Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }

            return best;
        }
    }

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));
}
