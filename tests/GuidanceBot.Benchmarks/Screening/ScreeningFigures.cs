using GuidanceBot.Screening;
using GuidanceBot.Screening.Identifiers;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Benchmarks.Screening;

/// <summary>
/// Messages a CPU second on one thread and bytes a message, on real messages: counted in processor time, so that a busy machine
/// disturbs it less than it would a clock. Every figure is warmed up first, and the best of several rounds is told.
/// </summary>
internal static class ScreeningFigures
{
    private const int Rounds = 8;

    // What it takes until the runtime has compiled the code for good.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    // Long against the grain of the processor clock.
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.25);

    public static int Run(string file, string only = "")
    {
        var texts = Messages.Read(file);
        var screener = Messages.WithPacks();
        var clean = texts.Where(t => ReferenceEquals(screener.Examine(t), ScreenResult.Nothing)).ToArray();
        Console.WriteLine($"{texts.Length} messages, {clean.Length} of them clean, {texts.Average(t => t.Length):F0} characters on average");
        var found = new List<Identifier>();
        foreach (var (name, set) in new[] { ("clean", clean), ("all", texts) })
        {
            Measure($"{name}: folding and tokens", only, set, t => FoldedText.Of(t).Dispose());
            Measure($"{name}: with identifiers", only, set, t =>
            {
                using var folded = FoldedText.Of(t);
                IdentifierFinder.Find(folded, found);
                found.Clear();
            });
            Measure($"{name}: whole screen", only, set, t => screener.Examine(t));
        }

        return 0;
    }

    private static void Measure(string what, string only, string[] texts, Action<string> screen)
    {
        if (!what.Contains(only, StringComparison.Ordinal))
            return;
        for (var begin = Environment.CpuUsage.TotalTime; Environment.CpuUsage.TotalTime - begin < WarmUp;)
            Once(texts, screen);

        var best = 0.0;
        var bytes = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var begin = Environment.CpuUsage.TotalTime;
            var (messages, spent) = (0, TimeSpan.Zero);
            while (spent < Round)
            {
                Once(texts, screen);
                messages += texts.Length;
                spent = Environment.CpuUsage.TotalTime - begin;
            }

            best = Math.Max(best, messages / spent.TotalSeconds);
            bytes = Math.Min(bytes, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)messages);
        }

        Console.WriteLine($"{what,-28} {best / 1e6,7:F3} M/s  {bytes,8:F1} B a message");
    }

    private static void Once(string[] texts, Action<string> screen)
    {
        foreach (var text in texts)
            screen(text);
    }
}
