using System.Diagnostics;
using GuidanceBot.Screening;
using GuidanceBot.Screening.Identifiers;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Benchmarks.Screening;

/// <summary>
/// Messages a CPU second on one thread and bytes a message, on real messages: counted in processor time, so that a busy machine
/// disturbs it less than it would a clock. The best of several rounds is told.
/// </summary>
internal static class ScreeningFigures
{
    private const int Rounds = 12;

    public static int Run(string file)
    {
        var texts = Messages.Read(file);
        var screener = Messages.WithPacks();
        var clean = texts.Where(t => ReferenceEquals(screener.Examine(t), ScreenResult.Nothing)).ToArray();
        Console.WriteLine($"{texts.Length} messages, {clean.Length} of them clean, {texts.Average(t => t.Length):F0} characters on average");
        var found = new List<Identifier>();
        foreach (var (name, set) in new[] { ("clean", clean), ("all", texts) })
        {
            Measure($"{name}: folding and tokens", set, t => FoldedText.Of(t).Dispose());
            Measure($"{name}: with identifiers", set, t =>
            {
                using var folded = FoldedText.Of(t);
                IdentifierFinder.Find(folded, found);
                found.Clear();
            });
            Measure($"{name}: whole screen", set, t => screener.Examine(t));
        }

        return 0;
    }

    private static void Measure(string what, string[] texts, Action<string> screen)
    {
        var best = double.MaxValue;
        var bytes = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var text in texts)
                screen(text);
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
            bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        Console.WriteLine($"{what,-28} {texts.Length / best / 1e6,7:F3} M/s  {bytes / (double)texts.Length,8:F1} B a message");
    }
}
